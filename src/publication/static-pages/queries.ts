import type { Db } from '../../store/schema.ts';
import type { StaticPage } from './static-page.ts';

/** A page that was taken back: since when, and what its readers are told. */
export type PageWithdrawal = { at: string; note: string };

/** A page as the desk sees it, withdrawn or not. */
export type DeskStaticPage = StaticPage & { withdrawal: PageWithdrawal | null };

function all(db: Db) {
  return db
    .selectFrom('static_pages')
    .leftJoin('static_page_withdrawals', (join) =>
      join
        .onRef('static_page_withdrawals.page_id', '=', 'static_pages.id')
        .on('static_page_withdrawals.restored_at', 'is', null),
    )
    .select([
      ...(['static_pages.id', 'slug', 'title', 'source', 'changed_at'] as const),
      ...(['static_page_withdrawals.at', 'static_page_withdrawals.note'] as const),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function pageOf({ id, slug, title, source, changed_at, at, note }: Row): DeskStaticPage {
  const withdrawal = at === null ? null : { at, note: note ?? '' };
  return { ...{ id, slug, title, source }, changedAt: changed_at, withdrawal };
}

/** The page at a slug or of an id; null where there is none. */
export async function readStaticPage(
  db: Db,
  by: { slug: string } | { id: string },
): Promise<DeskStaticPage | null> {
  const query =
    'slug' in by ? all(db).where('slug', '=', by.slug) : all(db).where('static_pages.id', '=', by.id);
  const row = await query.executeTakeFirst();
  return row ? pageOf(row) : null;
}

/** Every page by title, withdrawn ones too: for the desk. */
export async function deskStaticPages(db: Db): Promise<DeskStaticPage[]> {
  return (await all(db).orderBy('title').orderBy('static_pages.id').execute()).map(pageOf);
}

/** The pages that readers may see. */
export async function staticPages(db: Db): Promise<StaticPage[]> {
  const rows = await all(db).where('static_page_withdrawals.at', 'is', null).orderBy('slug').execute();
  return rows.map(pageOf);
}

/** Pages that readers may see, by id: for search. */
export async function staticPagesById(db: Db, ids: string[]): Promise<Map<string, StaticPage>> {
  if (ids.length === 0) return new Map();
  const rows = await all(db)
    .where('static_pages.id', 'in', ids)
    .where('static_page_withdrawals.at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, pageOf(row)]));
}

/** One wording of a page: from when, until when (null while it is in force). */
export type PageVersion = {
  number: number;
  since: string;
  until: string | null;
  title: string;
  source: string;
};

/** The wordings of a page, oldest first, numbered from 1. */
export async function pageVersions(db: Db, id: string): Promise<PageVersion[]> {
  const rows = await db
    .selectFrom('kept_changes')
    .select(['words', 'at'])
    .where('subject_id', '=', id)
    .where('action', 'in', ['page.publish', 'page.change'])
    .orderBy('number')
    .execute();
  return rows.map(({ words, at }, index) => {
    const { title, source } = JSON.parse(words) as { title: string; source: string };
    return { number: index + 1, since: at, until: rows[index + 1]?.at ?? null, title, source };
  });
}
