import type { CleanHtml } from '../lib/clean-html.ts';
import type { WaitingNews } from '../moderation/waiting/news.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { withWholeAddresses } from './addresses.ts';
import type { Feed, FeedItem } from './feed.ts';

const say = {
  title: (publication: string) => `Waiting for a decision – ${publication}`,
  what: 'What waits at the desk, for one of the staff. It has no words and no names of readers.',
  held: (title: string) => `A response to “${title}” is held`,
  report: (title: string, number: number | null) =>
    number === null ? `A response to “${title}” is reported` : `Response ${number} to “${title}” is reported`,
  case: (number: string) => `Complaint ${number} is open`,
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
  const path =
    news.kind === 'case' ? `/desk/cases/${news.ref}/` : `/desk/queue/?kind=${news.kind}#response-${news.ref}`;
  const title =
    news.kind === 'case' ? say.case(news.number ?? '') : titleOf(news.kind, news.title, news.number);
  return {
    ...{ id: `${publication.url}/desk/queue/#${news.kind}-${news.id}`, path, title },
    ...{
      html: withWholeAddresses('' as CleanHtml, publication.url),
      summary: null,
      authors: [],
      tags: [],
      language: null,
    },
    ...{ publishedAt: news.cameAt, updatedAt: news.cameAt, responses: null, inReplyTo: null },
  };
}

function titleOf(kind: 'held' | 'report', title: string, number: string | null): string {
  return kind === 'held' ? say.held(title) : say.report(title, number === null ? null : Number(number));
}
