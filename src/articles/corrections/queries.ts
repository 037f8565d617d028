import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { CorrectionRow } from './correction.ts';
import type { CorrectionView, ListedCorrection } from './correction-view.ts';

/** An article's corrections, the first given first. */
export async function correctionsOf(db: Db, articleId: string): Promise<CorrectionView[]> {
  const rows = await db
    .selectFrom('article_corrections')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('number')
    .orderBy('version')
    .execute();
  return inTheirVersions(rows).map(viewOf);
}

/** Corrections of several articles, by article. */
export async function correctionsOfAll(db: Db, articleIds: string[]): Promise<Map<string, CorrectionView[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_corrections')
    .selectAll()
    .where('article_id', 'in', articleIds)
    .orderBy('article_id')
    .orderBy('number')
    .orderBy('version')
    .execute();
  const all = new Map<string, CorrectionView[]>();
  for (const versions of inTheirVersions(rows)) {
    const id = versions[0]?.article_id ?? '';
    all.set(id, [...(all.get(id) ?? []), viewOf(versions)]);
  }
  return all;
}

/** Corrections to published articles, newest first. */
export async function listCorrections(
  db: Db,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ListedCorrection[]> {
  const first = await db
    .selectFrom('article_corrections')
    .innerJoin('articles', 'articles.id', 'article_corrections.article_id')
    .select([
      'article_corrections.article_id',
      'article_corrections.number',
      'articles.title',
      'articles.path',
      'articles.language',
    ])
    .where(isPublished)
    .where('article_corrections.version', '=', 1)
    .orderBy('article_corrections.given_at', 'desc')
    .orderBy('article_corrections.article_id', 'desc')
    .orderBy('article_corrections.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const views = await correctionsOfAll(db, [...new Set(first.map(({ article_id }) => article_id))]);
  return first.flatMap(({ article_id, number, title, path, language }) => {
    const view = views.get(article_id)?.find((each) => each.number === number);
    return view ? [{ ...view, article: { title, path: path ?? '', language } }] : [];
  });
}

/** How many corrections there are to published articles. */
export async function countCorrections(db: Db): Promise<number> {
  const row = await db
    .selectFrom('article_corrections')
    .innerJoin('articles', 'articles.id', 'article_corrections.article_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isPublished)
    .where('article_corrections.version', '=', 1)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function inTheirVersions(rows: CorrectionRow[]): CorrectionRow[][] {
  const all: CorrectionRow[][] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (row.version === 1 || !last) all.push([row]);
    else last.push(row);
  }
  return all;
}

function viewOf(versions: CorrectionRow[]): CorrectionView {
  const last = versions.at(-1) as CorrectionRow;
  return {
    number: last.number,
    kind: last.kind,
    at: last.given_at,
    changedAt: versions.length === 1 ? null : last.at,
    withdrawn: last.state === 'withdrawn',
    was: last.was,
    now: last.now_reads,
    why: last.why,
    prominence: last.prominence,
    revision: last.revision,
    earlier: versions.slice(0, -1).map((row, index) => ({
      at: versions[index + 1]?.at ?? row.at,
      was: row.was,
      now: row.now_reads,
      why: row.why,
    })),
  };
}
