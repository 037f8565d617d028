import type { Store } from '../../store/store.ts';
import type { FullArticle } from '../queries.ts';
import { changesBetween, shortened } from './changes-between.ts';
import type { HistoryView, VersionView } from './history-view.ts';
import { type RevisionLine, revisionLines } from './queries.ts';

export const versionsPerPage = 20;
/** Characters of changes that a list shows of one version. */
const mostInList = 12_000;

/** A page of an article's versions, newest first, each with what changed; null beyond the last page. */
export async function viewHistory(
  store: Store,
  article: FullArticle,
  page: number,
): Promise<HistoryView | null> {
  const total = article.revisions;
  const pages = Math.max(1, Math.ceil(total / versionsPerPage));
  if (page > pages) return null;
  const place = { limit: versionsPerPage, offset: (page - 1) * versionsPerPage };
  const versions: VersionView[] = [];
  for (const line of await revisionLines(store.read, article.id, place))
    versions.push(await viewVersion(store, article.id, line));
  return { article: titleOf(article), total, versions, compared: null, page, pages };
}

/** Two versions compared in full, the older first whatever was asked; null where one of them is not there. */
export async function viewComparison(
  store: Store,
  article: FullArticle,
  asked: { from: number; to: number },
): Promise<HistoryView | null> {
  const [from, to] = asked.from < asked.to ? [asked.from, asked.to] : [asked.to, asked.from];
  const compared = from === to ? null : await changesBetween(store, article.id, { from, to });
  if (!compared) return null;
  return { article: titleOf(article), total: article.revisions, versions: [], compared, page: 1, pages: 1 };
}

function titleOf({ title, path }: FullArticle) {
  return { title, path };
}

async function viewVersion(
  store: Store,
  articleId: string,
  { number, at, kind }: RevisionLine,
): Promise<VersionView> {
  const changes =
    number === 1 ? null : await changesBetween(store, articleId, { from: number - 1, to: number });
  return { number, at, kind, changes: changes && shortened(changes, mostInList) };
}
