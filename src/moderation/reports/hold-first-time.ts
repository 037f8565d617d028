import { settingsIn } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { withholdIn } from '../decide.ts';

const program = { actor: { role: 'program' }, staffId: null } as const;

type Reported = { commentId: string; itemId: string; count: number };

/**
 * Withholds a response that so many addresses have reported, where the publication's setting says so and its writer has
 * no other published response, until staff decide on the reports. It is the state of a response that a complaint is
 * considered of: its number stays, readers are told why the words are not shown, and keeping it brings it back. What
 * staff have kept or shown again stays so, however many report it then: no count overrules them.
 */
export async function holdFirstTime(
  site: Site,
  tx: Db,
  { commentId, itemId, count }: Reported,
): Promise<void> {
  const most = Number((await settingsIn(tx))['reports.hold-first-time']);
  if (most === 0 || count < most || (await wasKept(tx, commentId))) return;
  if (!(await isFirstOfWriter(tx, commentId))) return;
  const withheld = await withholdIn(site, tx, { id: commentId, moderator: program });
  if (!withheld.ok) return;
  await tx
    .updateTable('report_items')
    .set({ withheld_at: site.clock.now().toISOString() })
    .where('id', '=', itemId)
    .execute();
}

async function wasKept(tx: Db, commentId: string): Promise<boolean> {
  const kept = await tx
    .selectFrom('report_items')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('outcome', '=', 'kept')
    .limit(1)
    .executeTakeFirst();
  if (kept) return true;
  const restored = await tx
    .selectFrom('comment_decisions')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('kind', '=', 'restore')
    .limit(1)
    .executeTakeFirst();
  return restored !== undefined;
}

/** Of a reader who is known by nothing else; what staff wrote or an archive brought is held back by nobody's count. */
async function isFirstOfWriter(tx: Db, commentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('comments')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['origin', 'by_staff', 'pseudonyms.writer_id', 'pseudonym_id'])
    .where('comments.id', '=', commentId)
    .executeTakeFirst();
  if (row?.origin !== 'reader' || row.by_staff !== null) return false;
  if (row.pseudonym_id === null) return true;
  const other = await tx
    .selectFrom('comments')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select('comments.id')
    .where('comments.id', '<>', commentId)
    .where('comments.state', '=', 'published')
    .where((eb) =>
      row.writer_id === null
        ? eb('pseudonym_id', '=', row.pseudonym_id)
        : eb('pseudonyms.writer_id', '=', row.writer_id),
    )
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}
