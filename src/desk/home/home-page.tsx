import type { Child } from 'hono/jsx';
import { claimPlace, type ListedClaim } from '../../articles/claims/claim-view.ts';
import { sumOf, type WaitingCounts, waitingKinds } from '../../moderation/waiting/waiting.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { linksPath } from '../links/links-view.ts';
import { WitnessList } from '../outside/outside-part.tsx';
import { groupPath } from '../settings/settings-form.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { HomeCases } from './home-cases.tsx';
import { HomeCharts } from './home-charts.tsx';
import type { HomeArticle, HomeView, Waiting } from './home-view.ts';

type HomeProps = { desk: DeskView; home: HomeView };

/** What needs me, the most urgent first; below it what may be done when nothing does, and how it went lately. */
export function HomePage({ desk, home }: HomeProps) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading(desk.staff.name)} section="home">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading(desk.staff.name)}</h1>
        </div>
        {!needsAnything(desk, home) && <p class="quiet">{say.nothingToDo}</p>}
        <div class="form-grid boxes">
          {home.demo && <YourOwn desk={desk} />}
          {home.witnesses.length > 0 && <Witnesses desk={desk} home={home} />}
          {home.failedJobs !== null && home.failedJobs.count > 0 && <Failed desk={desk} home={home} />}
          {home.brokenLinks !== null && home.brokenLinks > 0 && (
            <Broken desk={desk} count={home.brokenLinks} />
          )}
          {home.cases.length > 0 && <HomeCases desk={desk} cases={home.cases} />}
          {desk.waiting !== null && <Held desk={desk} waiting={desk.waiting} home={home} />}
          {home.claims !== null && <FollowUps desk={desk} claims={home.claims} />}
          {home.reviews !== null && <Reviews desk={desk} reviews={home.reviews} />}
          {home.scheduled !== null && <Scheduled desk={desk} scheduled={home.scheduled} />}
          {home.mine !== null && home.others !== null && (
            <Drafts desk={desk} mine={home.mine} others={home.others} />
          )}
          {home.published !== null && <Published desk={desk} published={home.published} />}
        </div>
        {home.figures !== null && <HomeCharts desk={desk} figures={home.figures} />}
      </main>
    </DeskPage>
  );
}

function needsAnything({ waiting, claimsDue }: DeskView, home: HomeView): boolean {
  const { failedJobs, reviews, witnesses } = home;
  const decisions = waiting === null ? 0 : sumOf(waiting);
  return [decisions, claimsDue, failedJobs?.count, reviews?.count, witnesses.length].some(
    (count) => (count ?? 0) > 0,
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: Child }) {
  return (
    <section class="box" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

function Failed({ desk, home: { failedJobs } }: HomeProps) {
  const say = deskWordingFor(desk.publication.locale);
  const { count = 0, newest = null } = failedJobs ?? {};
  return (
    <Part id="failed" heading={say.jobs.heading}>
      <p>
        {say.jobs.some(count)}
        {newest && (
          <>
            {' '}
            {say.home.newest} {say.jobs.kind(newest.kind)}, <Time at={newest.at} style={desk.publication} />.
          </>
        )}
      </p>
      <p class="links">
        <a href="/desk/jobs/">{say.home.toJobs}</a>
      </p>
    </Part>
  );
}

function Witnesses({ desk, home }: HomeProps) {
  const { outside: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="witnesses" heading={say.trouble}>
      <WitnessList desk={desk} witnesses={home.witnesses} />
      <p class="links">
        <a href={groupPath('outside')}>{say.toWitnesses}</a>
      </p>
    </Part>
  );
}

function Broken({ desk, count }: { desk: DeskView; count: number }) {
  const { links: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="links" heading={say.heading}>
      <p>{say.broken(count)}</p>
      <p class="links">
        <a href={linksPath}>{say.toLinks}</a>
      </p>
    </Part>
  );
}

function Held({ desk, waiting, home }: HomeProps & { waiting: WaitingCounts }) {
  const { home: say, duration } = deskWordingFor(desk.publication.locale);
  const counts = waitingKinds.flatMap((kind) =>
    waiting[kind] === 0 ? [] : [say.waits[kind](waiting[kind])],
  );
  const waited = home.oldestHeld && duration(desk.now.getTime() - Date.parse(home.oldestHeld));
  return (
    <Part id="held" heading={say.held}>
      <p>
        {counts.length === 0 ? say.nothingHeld : counts.join(' ')} {waited && say.oldest(waited)}
      </p>
      <p class="links">
        <a href="/desk/queue/">{say.toQueue}</a>
        <a href="/desk/responses/">{say.toResponses}</a>
      </p>
    </Part>
  );
}

function FollowUps({ desk, claims }: { desk: DeskView; claims: ListedClaim[] }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  const count = desk.claimsDue ?? 0;
  return (
    <Part id="claims" heading={say.claims}>
      {claims.length === 0 ? (
        <p>{say.noClaims}</p>
      ) : (
        <ul>
          {claims.map(({ claim, due, standing, article, number }) => (
            <li class="links">
              <a href={claimPlace(article.path, number)}>{claim}</a>{' '}
              <span class="quiet">
                {standing === 'overdue' ? say.overdueSince : say.dueOn}{' '}
                <Time at={due} style={desk.publication} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="links">
        <a href="/desk/claims/">{count > claims.length ? say.allClaims(count) : say.toClaims}</a>
      </p>
    </Part>
  );
}

function Reviews({ desk, reviews }: { desk: DeskView; reviews: Waiting }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="reviews" heading={say.reviews}>
      <List desk={desk} waiting={reviews} none={say.noReviews} before={say.asked} page="publishing/" />
      <More waiting={reviews} href="/desk/articles/?stage=in-review" label={say.allReviews} />
    </Part>
  );
}

function Scheduled({ desk, scheduled }: { desk: DeskView; scheduled: Waiting }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="scheduled" heading={say.scheduled}>
      <List
        desk={desk}
        waiting={scheduled}
        none={say.noneScheduled}
        before={say.appears}
        page="publishing/"
      />
      <More waiting={scheduled} href="/desk/articles/?stage=scheduled" label={say.allScheduled} />
    </Part>
  );
}

function Drafts({ desk, mine, others }: { desk: DeskView; mine: Waiting; others: Waiting }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="drafts" heading={say.drafts}>
      {mine.count + others.count === 0 && <p>{say.noDrafts}</p>}
      {mine.count > 0 && (
        <>
          <h3 class="label">{say.mine}</h3>
          <List desk={desk} waiting={mine} none="" before={say.changed} />
        </>
      )}
      {others.count > 0 && (
        <>
          <h3 class="label">{say.others}</h3>
          <List desk={desk} waiting={others} none="" before={say.changed} />
        </>
      )}
      <p class="links">
        <a href="/desk/articles/new/">{say.write}</a>
        {mine.count + others.count > mine.first.length + others.first.length && (
          <a href="/desk/articles/?stage=draft">{say.allDrafts(mine.count + others.count)}</a>
        )}
      </p>
    </Part>
  );
}

function Published({ desk, published }: { desk: DeskView; published: HomeArticle[] }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  const waiting = { count: published.length, first: published };
  return (
    <Part id="published" heading={say.published}>
      <List desk={desk} waiting={waiting} none={say.nonePublished} before="" />
      <p class="links">
        <a href="/desk/articles/">{say.allArticles}</a>
      </p>
    </Part>
  );
}

type ListProps = { desk: DeskView; waiting: Waiting; none: string; before: string; page?: string };

function List({ desk: { publication }, waiting, none, before, page = '' }: ListProps) {
  const { articles: say } = deskWordingFor(publication.locale);
  if (waiting.first.length === 0) return none === '' ? null : <p>{none}</p>;
  return (
    <ul>
      {waiting.first.map(({ id, title, at }) => (
        <li class="links">
          <a href={`/desk/articles/${id}/${page}`}>{title || say.untitled}</a>{' '}
          <span class="quiet">
            {before} <Time at={at} style={publication} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type MoreProps = { waiting: Waiting; href: string; label: (count: number) => string };

function More({ waiting, href, label }: MoreProps) {
  if (waiting.count <= waiting.first.length) return null;
  return (
    <p class="links">
      <a href={href}>{label(waiting.count)}</a>
    </p>
  );
}

function YourOwn({ desk }: { desk: DeskView }) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <Part id="own" heading={say.yourOwn}>
      <p>{say.demo}</p>
      <p>
        <code>{say.init}</code>
      </p>
      <p>
        <code>{say.serve}</code>
      </p>
    </Part>
  );
}
