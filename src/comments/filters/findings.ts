import type { Db } from '../../store/schema.ts';
import type { Finding } from './filter.ts';

/** Keeps what filters found in a response, beside it; what they found before stays. */
export async function keepFindings(tx: Db, commentId: string, findings: readonly Finding[]): Promise<void> {
  const rows = findings
    .filter(({ found }) => found.length > 0)
    .map(({ reason, found }) => ({ comment_id: commentId, reason, found: JSON.stringify(found) }));
  if (rows.length === 0) return;
  await tx
    .insertInto('comment_findings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['comment_id', 'reason']).doUpdateSet((eb) => ({ found: eb.ref('excluded.found') })),
    )
    .execute();
}

/** What was found goes with the words. Inside the transaction that erases. */
export async function dropFindings(tx: Db, commentId: string): Promise<void> {
  await tx.deleteFrom('comment_findings').where('comment_id', '=', commentId).execute();
}
