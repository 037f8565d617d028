import { sql } from 'kysely';
import type { KeptLink } from '../articles/kept-link.ts';
import type { Db } from '../store/schema.ts';
import { isPublished, showsWords } from '../store/visibility.ts';

/** An article, or a response to it. */
export type TextRef = { text_id: string; article_id: string; comment_id: string | null };

/** A text's HTML as readers see it now; null where they do not. */
export async function publicHtmlOf(
  db: Db,
  { article_id, comment_id }: Pick<TextRef, 'article_id' | 'comment_id'>,
): Promise<string | null> {
  if (comment_id === null) {
    const article = await db
      .selectFrom('articles')
      .select('html')
      .where('id', '=', article_id)
      .where(isPublished)
      .executeTakeFirst();
    return article?.html ?? null;
  }
  const comment = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select('comments.html')
    .where('comments.id', '=', comment_id)
    .where(showsWords)
    .where(isPublished)
    .executeTakeFirst();
  return comment?.html ?? null;
}

/** A snapshot of a cited page: which it is, and how many bytes its words are. */
export type CitedPage = {
  citation: string;
  snapshot: string;
  bytes: number;
  /** The number of the first response that cites it; 0 where the article itself does. */
  from: number;
};

/**
 * Every snapshot with words of pages that an article or a response to it cites, or of one `citation`, in the order of
 * citing. The words are not read: `paragraphsOfSnapshot` reads those of one.
 */
export async function citedPages(
  db: Db,
  articleId: string,
  { citation }: { citation?: string } = {},
): Promise<CitedPage[]> {
  const used = () => {
    const uses = db.selectFrom('citation_uses').where('citation_uses.article_id', '=', articleId);
    return citation === undefined ? uses : uses.where('citation_uses.citation_id', '=', citation);
  };
  const uses = await used()
    .leftJoin('comments', 'comments.id', 'citation_uses.comment_id')
    .select((eb) => [
      'citation_uses.citation_id as citation',
      eb.fn.min(eb.fn.coalesce('comments.number', eb.val(0))).as('from'),
    ])
    .groupBy('citation_uses.citation_id')
    .execute();
  if (uses.length === 0) return [];
  const since = new Map(uses.map((use) => [use.citation, Number(use.from)]));
  const rows = await db
    .selectFrom('snapshots')
    .select(['citation_id', 'id', sql<number>`octet_length(words)`.as('bytes')])
    .where('citation_id', 'in', used().select('citation_id'))
    .orderBy('citation_id')
    .orderBy('number')
    .execute();
  return rows
    .map((row) => ({
      ...{ citation: row.citation_id, snapshot: row.id, bytes: Number(row.bytes) },
      from: since.get(row.citation_id) ?? 0,
    }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => one.from - other.from);
}

/** The paragraphs of a snapshot's words; none where it was dropped meanwhile. */
export async function paragraphsOfSnapshot(db: Db, id: string): Promise<string[]> {
  const row = await db.selectFrom('snapshots').select('words').where('id', '=', id).executeTakeFirst();
  return row?.words.split('\n') ?? [];
}

/** Different quotations of one page, with how they stand, that a look takes into account. */
const mostWays = 500;

/** A citation with what was kept of it and what is quoted of it, for a look: once, however many quote the same. */
export async function citationForLook(db: Db, id: string) {
  const citation = await db.selectFrom('citations').selectAll().where('id', '=', id).executeTakeFirst();
  if (!citation) return null;
  const [uses, kept] = await Promise.all([
    db
      .selectFrom('citation_uses')
      .select(['passages', 'excerpt', 'gone_since'])
      .where('citation_id', '=', id)
      .groupBy(['passages', 'excerpt', 'gone_since'])
      .orderBy((eb) => eb.fn.min('text_id'))
      .orderBy((eb) => eb.fn.min('position'))
      .limit(mostWays)
      .execute(),
    db
      .selectFrom('snapshots')
      .select(['number', 'title', 'excerpt', 'hash', 'file'])
      .where('citation_id', '=', id)
      .orderBy('number')
      .execute(),
  ]);
  return {
    citation,
    kept,
    uses: uses.map(({ passages, ...use }) => ({ ...use, passages: JSON.parse(passages) as string[] })),
  };
}

export type ForLook = NonNullable<Awaited<ReturnType<typeof citationForLook>>>;

/** Bytes of all private copies together. */
export async function bytesKept(db: Db): Promise<number> {
  const row = await db
    .selectFrom('snapshots')
    .select((eb) => eb.fn.sum<number | null>('file_bytes').as('bytes'))
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** Which of some names are those of copies in use. */
export async function namedCopies(db: Db, names: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (let from = 0; from < names.length; from += 500) {
    const part = names.slice(from, from + 500);
    const rows = await db.selectFrom('snapshots').select('file').where('file', 'in', part).execute();
    for (const { file } of rows) if (file !== null) named.add(file);
  }
  return named;
}

/** A use of a page that is gone or was changed: in which response, 0 for the article itself. */
export type LostUse = Omit<KeptLink, 'label'> & { number: number };

/** Of an article, and of its responses with numbers from `from` to `to`: links whose pages are gone, in their order. */
export async function lostUsesOf(
  db: Db,
  articleId: string,
  { from, to }: { from: number; to: number },
): Promise<LostUse[]> {
  const rows = await db
    .selectFrom('citation_uses')
    .innerJoin('citations', 'citations.id', 'citation_uses.citation_id')
    .leftJoin('comments', 'comments.id', 'citation_uses.comment_id')
    .leftJoin('snapshots', (join) =>
      join.onRef('snapshots.citation_id', '=', 'citations.id').on('snapshots.number', '=', (eb) =>
        eb
          .selectFrom('snapshots as first')
          .select((inner) => inner.fn.min('first.number').as('number'))
          .whereRef('first.citation_id', '=', 'citations.id'),
      ),
    )
    .select([
      'citations.id',
      'citations.url',
      'citations.state',
      'citations.state_since',
      'citations.changed',
    ])
    .select(['citations.memento', 'citations.memento_at', 'comments.number', 'citation_uses.position'])
    .select(['citation_uses.excerpt as words', 'citation_uses.gone_since', 'snapshots.at', 'snapshots.title'])
    .select(['snapshots.site', 'snapshots.author', 'snapshots.dated', 'snapshots.language'])
    .select('snapshots.excerpt')
    .where('citation_uses.article_id', '=', articleId)
    .where('citations.state', 'in', ['dead', 'changed'])
    .where((eb) =>
      eb.or([
        ...(from === 0 ? [eb('citation_uses.comment_id', 'is', null)] : []),
        eb.and([eb('comments.number', '>=', from), eb('comments.number', '<=', to)]),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('comments.number', eb.val(0)))
    .orderBy('citation_uses.position')
    .limit(2_000)
    .execute();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const number = row.number ?? 0;
    const state = lostState(row);
    if (state === null || seen.has(`${number} ${row.id}`)) return [];
    seen.add(`${number} ${row.id}`);
    const { url, title, site, author, dated, language } = row;
    return [
      {
        ...{ number, url, title, site, author, dated, language, state },
        since: row.gone_since ?? row.state_since,
        excerpt: row.words ?? row.excerpt,
        keptAt: row.at,
        archive: row.memento === null ? null : { url: row.memento, at: row.memento_at ?? '' },
      },
    ];
  });
}

/** That quoted words are gone concerns who quotes them; that a page is another one, who quoted nothing of it. */
function lostState(row: {
  state: string;
  changed: string | null;
  words: string | null;
  gone_since: string | null;
}): KeptLink['state'] | null {
  if (row.state === 'dead') return 'gone';
  if (row.changed === 'words') return row.gone_since === null ? null : 'words-gone';
  return row.words === null ? 'changed' : null;
}

/** The next page that an archive is to be asked for, with the moment as of which it is wanted; and the next to be saved. */
export async function archiveErrands(db: Db, now: string) {
  const [lost, unsaved] = await Promise.all([
    db
      .selectFrom('citations')
      .select((eb) => [
        'id',
        'url',
        'cited_at',
        eb
          .selectFrom('snapshots')
          .select((inner) => inner.fn.min('snapshots.at').as('at'))
          .whereRef('snapshots.citation_id', '=', 'citations.id')
          .as('kept_at'),
      ])
      .where('state', 'in', ['dead', 'changed'])
      .where('memento_due', '<=', now)
      .orderBy('memento_due')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('citations')
      .select(['id', 'url'])
      .where('state', '=', 'fine')
      .where('saved_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
  ]);
  return {
    lost: lost ? { id: lost.id, url: lost.url, moment: lost.kept_at ?? lost.cited_at } : null,
    unsaved: unsaved ?? null,
  };
}
