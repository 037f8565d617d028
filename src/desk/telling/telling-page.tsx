import { digests, type OwnNews } from '../../moderation/telling/choose-digest.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

type TellingView = {
  news: OwnNews;
  sendsMail: boolean;
  email: string;
  /** What was done just now. */
  said: 'digest' | 'ended' | null;
  /** The address of a feed that was made just now. */
  feed: string | null;
  /** What was chosen is no choice. */
  wrong: boolean;
};
type Props = { desk: DeskView; view: TellingView };

/** How one of the staff is told of what waits. */
export function TellingPage({ desk, view }: Props) {
  const { telling: say, away } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="queue">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <p>
            <a href="/desk/queue/">{say.back}</a>
          </p>
        </div>
        {view.wrong && (
          <div class="refused" id="refused" role="alert" tabindex={-1} autofocus>
            <h2>{away[422].heading}</h2>
            <p>
              <a href="#f-digest">{say.choose}</a>
            </p>
          </div>
        )}
        {view.said !== null && (
          <p class="waitbox" role="status">
            {say.said[view.said]}
          </p>
        )}
        <Letters desk={desk} view={view} />
        <OwnFeed desk={desk} view={view} />
      </main>
    </DeskPage>
  );
}

function Letters({ desk, view }: Props) {
  const { telling: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box" aria-labelledby="letters">
      <h2 id="letters">{say.letters}</h2>
      <p>{say.lettersWhat(view.email)}</p>
      {!view.sendsMail && <p class="quiet">{say.noMail}</p>}
      <form method="post" action="/desk/queue/telling/">
        <div class="field">
          <label for="f-digest">{say.often}</label>
          <select id="f-digest" name="digest">
            {digests.map((digest) => (
              <option value={digest} selected={digest === view.news.digest}>
                {say.digests[digest]}
              </option>
            ))}
          </select>
        </div>
        <p class="actions">
          <button class="main" type="submit">
            {say.keep}
          </button>
        </p>
      </form>
    </section>
  );
}

function OwnFeed({ desk, view }: Props) {
  const { publication } = desk;
  const { telling: say } = deskWordingFor(publication.locale);
  const { feedMadeAt } = view.news;
  return (
    <section class="box" aria-labelledby="feed">
      <h2 id="feed">{say.feed}</h2>
      <p>{say.feedWhat}</p>
      {view.feed !== null && (
        <p class="waitbox" role="status">
          {say.feedOnce} <bdi>{view.feed}</bdi>
        </p>
      )}
      {feedMadeAt !== null && (
        <p class="quiet">
          {say.since} <Time at={feedMadeAt} style={publication} />.
        </p>
      )}
      <div class="actions">
        <form method="post" action="/desk/queue/telling/feed/">
          <button type="submit">{feedMadeAt === null ? say.make : say.renew}</button>
        </form>
        {feedMadeAt !== null && (
          <form method="post" action="/desk/queue/telling/feed/end/">
            <button class="cut" type="submit">
              {say.end}
            </button>
          </form>
        )}
      </div>
    </section>
  );
}
