import { touchPage } from '../articles/touch-page.ts';
import { lockAsRead, unmarkedOf } from '../comments/forget-marks.ts';
import type { Site } from '../site.ts';
import type { Db, Schema } from '../store/schema.ts';
import { type Found, findMarks, without } from './find-marks.ts';
import { notAnnotated, type ToAnnotate, threadRow } from './queries.ts';
import { quoteCitedIn, quoteSoon } from './quote-cited.ts';
import { type ThreadIndex, threadIndexOf } from './thread-index.ts';

/**
 * Marks a published comment’s quotations and references, right after it was published: its writer sees them at once.
 * A comment is looked through once: done before, it does nothing. Where there is nothing to mark, nothing is written,
 * so that nobody waits for it: what follows the record notes that later. It is published whatever happens here: a
 * fault is logged, and what follows the record tries again.
 */
export async function annotateComment(site: Site, id: string): Promise<void> {
  try {
    await mark(site, id, { isAwaited: true });
  } catch (error) {
    site.log.error({ err: error, comment: id }, 'a response was published and could not be marked yet');
  }
}

/** The same for what is to wait for it: a fault is thrown. */
export async function markNow(site: Site, id: string): Promise<void> {
  await mark(site, id, { isAwaited: false });
}

async function mark(site: Site, id: string, { isAwaited }: { isAwaited: boolean }): Promise<void> {
  const comments = await notAnnotated(site.store.read, { ids: [id], limit: 1 });
  await annotateAll(site, comments, { notesNothing: false, isAwaited });
}

/** The same for several comments under one article, in one transaction; or for one, whose writer waits. */
export async function annotateAll(
  site: Site,
  comments: readonly ToAnnotate[],
  { notesNothing = true, isAwaited = false }: { notesNothing?: boolean; isAwaited?: boolean } = {},
): Promise<void> {
  const [first] = comments;
  const thread = first && (await threadIndexOf(site, first.articleId));
  if (!thread) return;
  const found: { comment: ToAnnotate; marks: Found }[] = [];
  for (const comment of comments) {
    const marks = findMarks(comment, thread);
    const isSome = marks.quotations.length + marks.references.length > 0;
    if (isSome || notesNothing) found.push({ comment, marks });
    if (comments.length > 1) await new Promise(setImmediate); // requests come between
  }
  if (found.length > 0)
    await site.store.write(async (tx) => {
      let isMarked = false;
      for (const each of found) isMarked = (await keepMarks(site, tx, { ...each, thread })) || isMarked;
      if (isMarked) await touchPage(tx, first.articleId);
    });
  if (isAwaited) await quoteSoon(site, first.articleId, first.number);
  else await quoteCitedIn(site, first.articleId, { numbers: comments.map(({ number }) => number) });
}

/**
 * Marks a comment inside the transaction that publishes it. Answers false, having done nothing, where the thread in
 * memory is not all that it may quote.
 */
export async function markWithin(
  site: Site,
  tx: Db,
  { id, thread }: { id: string; thread: ThreadIndex },
): Promise<boolean> {
  const [comment] = await notAnnotated(tx, { ids: [id], limit: 1 });
  const now = comment && (await threadRow(tx, comment.articleId));
  if (!now || now.version !== thread.version || thread.last < comment.number - 1) return false;
  const marks = findMarks(comment, thread);
  if (marks.quotations.length + marks.references.length === 0) return true;
  if (await keepMarks(site, tx, { comment, marks, thread })) await touchPage(tx, comment.articleId);
  return true;
}

type Kept = { comment: ToAnnotate; marks: Found; thread: ThreadIndex };

/** Answers whether there was anything to mark. */
async function keepMarks(site: Site, tx: Db, { comment, marks, thread }: Kept): Promise<boolean> {
  if (!(await lockAsRead(tx, comment))) return false; // its marks stood in other words: they are looked for again
  const taken = await tx
    .insertInto('comment_annotations')
    .values({ comment_id: comment.id, article_id: comment.articleId, at: site.clock.now().toISOString() })
    .onConflict((conflict) => conflict.column('comment_id').doNothing())
    .returning('comment_id')
    .executeTakeFirst();
  if (!taken) return false; // somebody else has just done it
  const wanted = without(marks, await unmarkedOf(tx, comment.id));
  const { quotations, references } = await rowsOf(tx, { comment, marks: wanted, thread });
  if (quotations.length > 0) await tx.insertInto('comment_quotations').values(quotations).execute();
  if (references.length > 0) await tx.insertInto('comment_references').values(references).execute();
  return quotations.length + references.length > 0;
}

async function rowsOf(tx: Db, { comment, marks, thread }: Kept) {
  const own = { comment_id: comment.id, article_id: comment.articleId, number: comment.number };
  const numbers = marks.quotations.flatMap(({ source }) => ('comment' in source ? [source.comment] : []));
  const ids = await idsOf(tx, comment.articleId, numbers);
  const quotations = marks.quotations.map((found, position): Schema['comment_quotations'] => {
    const { source, place, start, end, verdict } = found;
    return {
      ...{ ...own, position, verdict },
      ...{ paragraph: start.paragraph, from_letter: start.at },
      ...{ last_paragraph: end.paragraph, to_letter: end.at },
      ...sourceColumns(source, { ids, revision: thread.revision }),
      ...{ source_paragraph: place.paragraph, source_from: place.from, source_to: place.to },
    };
  });
  const references = marks.references.map((found, position): Schema['comment_references'] => ({
    ...{ ...own, position, paragraph: found.paragraph, from_letter: found.from },
    ...{ to_letter: found.from + found.text.length, target_number: found.to },
  }));
  return { quotations, references };
}

type SourceColumns = Pick<
  Schema['comment_quotations'],
  'source_kind' | 'source_id' | 'source_number' | 'source_revision'
>;

/** Where a quotation’s words stand, as its row says it. */
function sourceColumns(
  source: Found['quotations'][number]['source'],
  { ids, revision }: { ids: ReadonlyMap<number, string>; revision: number },
): SourceColumns {
  const nowhere = { source_id: null, source_number: null, source_revision: null };
  if ('article' in source)
    return {
      ...nowhere,
      source_kind: 'article',
      source_number: 0,
      source_revision: source.revision ?? revision,
    };
  if ('citation' in source) return { ...nowhere, source_kind: 'citation', source_id: source.citation };
  const { comment } = source;
  return { ...nowhere, source_kind: 'comment', source_id: ids.get(comment) ?? null, source_number: comment };
}

async function idsOf(tx: Db, articleId: string, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom('comments')
    .select(['id', 'number'])
    .where('article_id', '=', articleId)
    .where('number', 'in', [...new Set(numbers)])
    .execute();
  return new Map(rows.map(({ id, number }) => [number ?? 0, id]));
}
