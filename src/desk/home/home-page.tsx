import type { Child } from 'hono/jsx';
import { may } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { ListedArticle } from '../articles/article-list-view.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export type HomeView = {
  /** When the oldest held response came; null where none is held. */
  oldestHeld: string | null;
  drafts: ListedArticle[];
  published: ListedArticle[];
  /** True where the demo publication is shown, and whoever reads this may begin another. */
  demo: boolean;
};

type HomeProps = { desk: DeskView; home: HomeView };

/** What needs me: held responses, drafts, what went out last. */
export function HomePage({ desk, home }: HomeProps) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading(desk.staff.name)} section="home">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading(desk.staff.name)}</h1>
        </div>
        <div class="form-grid">
          {desk.held !== null && <Held desk={desk} held={desk.held} home={home} />}
          {may(desk.staff.role, 'article.write') && <Articles desk={desk} home={home} />}
          {home.demo && <YourOwn desk={desk} />}
        </div>
      </main>
    </DeskPage>
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

function Held({ desk, held, home }: HomeProps & { held: number }) {
  const { home: say, duration } = deskWordingFor(desk.publication.locale);
  const waited = home.oldestHeld && duration(desk.now.getTime() - Date.parse(home.oldestHeld));
  return (
    <Part id="held" heading={say.held}>
      <p>
        {held === 0 ? say.nothingHeld : say.heldNow(held)} {waited && say.oldest(waited)}
      </p>
      <p class="links">
        <a href="/desk/queue/">{say.toQueue}</a>
        <a href="/desk/responses/">{say.toResponses}</a>
      </p>
    </Part>
  );
}

function Articles({ desk, home }: HomeProps) {
  const { home: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <Part id="drafts" heading={say.drafts}>
        <List desk={desk} articles={home.drafts} none={say.noDrafts} />
        <p class="links">
          <a href="/desk/articles/new/">{say.write}</a>
        </p>
      </Part>
      <Part id="published" heading={say.published}>
        <List desk={desk} articles={home.published} none={say.nonePublished} />
        <p class="links">
          <a href="/desk/articles/">{say.allArticles}</a>
        </p>
      </Part>
    </>
  );
}

type ListProps = { desk: DeskView; articles: ListedArticle[]; none: string };

function List({ desk: { publication }, articles, none }: ListProps) {
  const { home: say } = deskWordingFor(publication.locale);
  if (articles.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {articles.map(({ id, title, publishedAt, updatedAt }) => (
        <li class="links">
          <a href={`/desk/articles/${id}/`}>{title}</a>{' '}
          <span class="quiet">
            {publishedAt === null && say.changed} <Time at={publishedAt ?? updatedAt} style={publication} />
          </span>
        </li>
      ))}
    </ul>
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
