import { replacementsIn } from '../../pictures/replacements.ts';
import type { Store } from '../../store/store.ts';
import { correctionsOf } from '../corrections/queries.ts';
import type { FullArticle } from '../queries.ts';
import { changesBetween, shortened } from './changes-between.ts';
import { earlierWordings } from './earlier-wordings.ts';
import type { HistoryView, VersionView } from './history-view.ts';
import { type RevisionLine, revisionLines, type Withheld, withheldOf } from './queries.ts';

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
  const withheld = await withheldOf(store.read, article.id);
  const corrections = await correctionsOf(store.read, article.id);
  const versions: VersionView[] = [];
  for (const line of await revisionLines(store.read, article.id, place)) {
    const belonging = corrections.filter(({ revision }) => revision === line.number);
    const version = await viewVersion(store, article.id, { line, withheld });
    versions.push({ ...version, corrections: belonging.map(({ number, kind }) => ({ number, kind })) });
  }
  const replaced = page === 1 ? await replacementsIn(store.read, article.id) : [];
  return {
    article: titleOf(article),
    total,
    versions,
    compared: null,
    replaced,
    earlier: page === 1 ? await earlierWordings(store.read, article.id, withheld) : [],
    notCompared: [],
    page,
    pages,
  };
}

/** Two versions compared in full, the older first whatever was asked; null where one of them is not there. */
export async function viewComparison(
  store: Store,
  article: FullArticle,
  asked: { from: number; to: number },
): Promise<HistoryView | null> {
  const [from, to] = asked.from < asked.to ? [asked.from, asked.to] : [asked.to, asked.from];
  if (from === to || from < 1 || to > article.revisions) return null;
  const withheld = await withheldOf(store.read, article.id);
  const notCompared = [from, to].filter((number) => withheld.has(number));
  const compared = notCompared.length > 0 ? null : await changesBetween(store, article.id, { from, to });
  const { total, pages } = { total: article.revisions, pages: 1 };
  return {
    article: titleOf(article),
    total,
    versions: [],
    compared,
    notCompared,
    replaced: [],
    earlier: [],
    page: 1,
    pages,
  };
}

function titleOf({ title, path, language }: FullArticle) {
  return { title, path, language };
}

type Line = { line: RevisionLine; withheld: Map<number, Withheld> };

/** What changed is told only where neither version's words are withheld: a comparison would show them. */
async function viewVersion(
  store: Store,
  articleId: string,
  { line, withheld }: Line,
): Promise<Omit<VersionView, 'corrections'>> {
  const { number, at, kind } = line;
  const own = withheld.get(number) ?? null;
  const besideWithheld = withheld.has(number - 1);
  const told = number > 1 && own === null && !besideWithheld;
  const changes = told ? await changesBetween(store, articleId, { from: number - 1, to: number }) : null;
  return {
    number,
    at,
    kind,
    changes: changes && shortened(changes, mostInList),
    withheld: own,
    besideWithheld,
  };
}
