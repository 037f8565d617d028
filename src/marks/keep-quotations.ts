import type { Quotation } from '../annotations/quotation.ts';
import { touchPage } from '../articles/touch-page.ts';
import { lockAsRead } from '../comments/forget-marks.ts';
import type { Db, Schema } from '../store/schema.ts';
import type { Quoting } from './queries.ts';

/** What one response may have marked. */
const mostMarked = 50;

type Of = Quoting & { articleId: string };

/**
 * Keeps quotations of cited pages that were found in a response beside what is marked in it: new ones, and those that
 * are exact where an altered one was known. Nothing that its writer wants unmarked.
 */
export async function keepQuotations(tx: Db, comment: Of, found: readonly Quotation[]): Promise<void> {
  if (!(await lockAsRead(tx, comment))) return;
  const known = await tx
    .selectFrom('comment_quotations')
    .select(['position', 'paragraph', 'from_letter', 'verdict'])
    .where('comment_id', '=', comment.id)
    .execute();
  const unmarked = await tx
    .selectFrom('comment_unmarked')
    .select(['paragraph', 'from_letter'])
    .where('comment_id', '=', comment.id)
    .execute();
  let next = Math.max(-1, ...known.map(({ position }) => position)) + 1;
  let changed = false;
  for (const quotation of found) {
    const there = at(known, quotation);
    const isWanted = there ? there.verdict === 'altered' && quotation.verdict === 'exact' : next < mostMarked;
    if (!isWanted || at(unmarked, quotation)) continue;
    const row = rowOf(comment, quotation, there?.position ?? next);
    if (there)
      await tx
        .updateTable('comment_quotations')
        .set(row)
        .where('comment_id', '=', comment.id)
        .where('position', '=', there.position)
        .execute();
    else await tx.insertInto('comment_quotations').values(row).execute();
    if (!there) next += 1;
    changed = true;
  }
  if (changed) await touchPage(tx, comment.articleId);
}

/** The row that begins where a quotation does. */
function at<R extends { paragraph: number; from_letter: number }>(
  rows: readonly R[],
  { start }: Quotation,
): R | undefined {
  return rows.find(({ paragraph, from_letter }) => paragraph === start.paragraph && from_letter === start.at);
}

function rowOf(comment: Of, quotation: Quotation, position: number): Schema['comment_quotations'] {
  const { start, end, verdict, source, place } = quotation;
  return {
    ...{ comment_id: comment.id, article_id: comment.articleId, number: comment.number, position, verdict },
    ...{ paragraph: start.paragraph, from_letter: start.at },
    ...{ last_paragraph: end.paragraph, to_letter: end.at },
    ...{ source_kind: 'citation', source_id: 'citation' in source ? source.citation : null },
    ...{ source_number: null, source_revision: null },
    ...{ source_paragraph: place.paragraph, source_from: place.from, source_to: place.to },
  };
}
