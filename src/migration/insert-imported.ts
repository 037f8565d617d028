import { wordsHash } from '../comments/comment.ts';
import { cleanerVersion, cleanHtml } from '../lib/clean-html.ts';
import { momentOf } from '../lib/dates.ts';
import { tidyName } from '../lib/fold-text.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { keepArchiveNames } from '../pseudonyms/archive-names.ts';
import { roleSaid } from '../record/wording.ts';
import type { Site } from '../site.ts';
import type { CommentState, Db } from '../store/schema.ts';
import { paragraphsHtml } from './capture-html.ts';
import type { CapturedArticle, CapturedComment, CapturedTombstone } from './text-capture/capture-result.ts';
import { writersIn } from './writers-of-archive.ts';

/** Where responses come in: under which article, from which format, dated in which time zone. */
export type Place = { articleId: string; origin: string; timeZone: string };

/** Brings in a page's responses under their numbers, and the tombstones of those that were gone. */
export async function insertResponses(
  site: Site,
  tx: Db,
  { captured, place }: { captured: CapturedArticle; place: Place },
): Promise<void> {
  const writers = writersIn(captured.comments, () => newId(site.clock, site.random));
  for (const comment of captured.comments) {
    const row = { ...rowOf(site, comment, place), archive_writer: writers.get(comment.number) ?? null };
    await insertRow(site, tx, { place, row });
  }
  for (const tombstone of captured.tombstones ?? []) await insertTombstone(site, tx, { tombstone, place });
  await setLastNumber(tx, place.articleId);
  await keepArchiveNames(tx, place.articleId);
}

type Row = {
  number: number;
  state: CommentState;
  name: string;
  source: string;
  html: string;
  in_reply_to: number | null;
  dated: string | null;
  words_hash: string;
  kind: 'comment' | 'pingback';
  url?: string | null;
  edited_at?: string | null;
  withheld_at?: string;
  by_staff?: string | null;
  unnamed_at?: string | null;
  archive_writer?: string | null;
};

function rowOf(site: Site, comment: CapturedComment, { articleId, timeZone }: Place): Row {
  const text = comment.paragraphs.join('\n\n');
  const name = tidyName(comment.author ?? '');
  return {
    number: comment.number,
    state: 'published',
    name,
    source: text,
    html: cleanHtml(paragraphsHtml(comment.paragraphs, { links: comment.links }), 'comment'),
    in_reply_to: comment.inReplyTo ?? null,
    dated: comment.published,
    words_hash: wordsHash(articleId, { name, text }),
    kind: comment.kind,
    url: comment.url ?? null,
    edited_at: comment.edited ? (momentOf(comment.edited, timeZone)?.toISOString() ?? null) : null,
    by_staff: comment.byStaff ? 'archive' : null,
    unnamed_at: comment.unnamed ? site.clock.now().toISOString() : null,
  };
}

const decisionOf = { withdrawn: 'withdraw', removed: 'remove', erased: 'erase' } as const;

async function insertTombstone(
  site: Site,
  tx: Db,
  { tombstone, place }: { tombstone: CapturedTombstone; place: Place },
): Promise<void> {
  const { number, erasedBy, reason, inReplyTo, published } = tombstone;
  const gone = tombstone.state === 'withdrawn' ? 'withdrawn' : 'removed';
  const state = erasedBy === undefined ? gone : 'erased';
  const on = tombstone.on === null ? null : momentOf(tombstone.on, place.timeZone);
  const at = (on ?? site.clock.now()).toISOString();
  const row: Row = {
    ...{ number, state, name: '', source: '', html: '', words_hash: '' },
    ...(tombstone.state === 'withheld' ? { withheld_at: at } : {}),
    ...{ in_reply_to: inReplyTo ?? null, dated: published ?? null, kind: 'comment' },
  };
  const id = await insertRow(site, tx, { place, row });
  await tx
    .insertInto('comment_decisions')
    .values({
      id: newId(site.clock, site.random),
      comment_id: id,
      kind: tombstone.state === 'withheld' ? 'withhold' : decisionOf[state],
      at,
      by_role: erasedBy === undefined ? 'importer' : roleSaid(erasedBy),
      reason_label: reason ?? null,
    })
    .execute();
}

async function insertRow(site: Site, tx: Db, { place, row }: { place: Place; row: Row }): Promise<string> {
  const id = newId(site.clock, site.random);
  const dated = row.dated === null ? null : momentOf(row.dated, place.timeZone);
  const at = (dated ?? site.clock.now()).toISOString();
  await tx
    .insertInto('comments')
    .values({
      id,
      article_id: place.articleId,
      ...row,
      html_version: cleanerVersion,
      posted_at: at,
      published_at: at,
      salt: newSecret(site.random),
      origin: place.origin,
    })
    .execute();
  return id;
}

async function setLastNumber(tx: Db, id: string): Promise<void> {
  const row = await tx
    .selectFrom('comments')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  await tx
    .updateTable('articles')
    .set({ last_number: row?.last ?? 0 })
    .where('id', '=', id)
    .execute();
}
