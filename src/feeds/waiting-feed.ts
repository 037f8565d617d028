import type { CleanHtml } from '../lib/clean-html.ts';
import type { WaitingNews } from '../moderation/waiting/news.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { withWholeAddresses } from './addresses.ts';
import type { Feed, FeedItem } from './feed.ts';

const say = {
  title: (publication: string) => `Waiting for a decision – ${publication}`,
  what: 'What waits at the desk, for one of the staff. It has no words and no names of readers.',
  held: ({ title }: WaitingNews) => `A response to “${title}” is held`,
  report: ({ title, number }: WaitingNews) =>
    number === null ? `A response to “${title}” is reported` : `Response ${number} to “${title}” is reported`,
  review: ({ title }: WaitingNews) => `A review is asked for, of a decision under “${title}”`,
  case: ({ number }: WaitingNews) => `Complaint ${number} is open`,
};

/** What waits, for whoever has the secret address: which article, and where at the desk it is decided. */
export function waitingFeed(
  publication: PublicationView,
  news: readonly WaitingNews[],
  { selfPath, now }: { selfPath: string; now: Date },
): Feed {
  const items = news.map((each) => itemOf(publication, each));
  return {
    ...{ title: say.title(publication.title), description: say.what, path: '/desk/queue/', selfPath, items },
    updatedAt:
      items
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) ?? now.toISOString(),
  };
}

function itemOf(publication: PublicationView, news: WaitingNews): FeedItem {
  const { kind, ref, id, cameAt } = news;
  const pages = { review: `/desk/reviews/${ref}/`, case: `/desk/cases/${ref}/` };
  const path =
    kind in pages ? pages[kind as keyof typeof pages] : `/desk/queue/?kind=${kind}#response-${ref}`;
  return {
    ...{ id: `${publication.url}/desk/queue/#${kind}-${id}`, path, title: say[kind](news) },
    ...{ html: withWholeAddresses('' as CleanHtml, publication.url), summary: null, authors: [], tags: [] },
    ...{ language: null, publishedAt: cameAt, updatedAt: cameAt, responses: null, inReplyTo: null },
  };
}
