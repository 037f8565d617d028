import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { countTry } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import { dueColumns } from './case-clock.ts';
import type { Place } from './find-place.ts';
import { byComplainant, keepStep } from './keep-step.ts';
import { faultsIn, type NoticeKind, type NoticeValues, ownValues } from './notice.ts';
import { freeze } from './withhold.ts';
import { askForMail } from './write-letter.ts';

const hour = 3_600;
/** So many notices in an hour come from one network address; who has more writes a letter. */
const mostFromAddress = 6;

/** `from` is the network address of whoever sends it, of which only a keyed hash is counted. */
export type Notice = { kind: NoticeKind; values: NoticeValues; place: Place | null; from: string };

/**
 * Takes a notice in: a case with a number, a line in the public record that says no more than that a complaint of this
 * kind came, and a letter that there is news at the secret address. What is missing in it is kept as its first step; the
 * words that it is about are kept as they are now, whatever their writer does to them later.
 * Refusal: `too-fast`.
 */
export async function receiveNotice(site: Site, notice: Notice): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const tries = { what: 'notice' as const, whom: `from ${notice.from}`, seconds: hour };
    if ((await countTry(site, tx, tries)) > mostFromAddress)
      return refuse(
        'too-fast',
        'Too many complaints came from your address within an hour. Wait, then send this one again.',
      );
    const { kind, place } = notice;
    const values = ownValues(kind, notice.values);
    const id = newId(site.clock, site.random);
    const at = site.clock.now().toISOString();
    const missing = faultsIn(kind, values).map(({ field }) => field);
    await tx
      .insertInto('cases')
      .values({
        ...{ id, number: await nextNumber(tx, at), kind, fields: JSON.stringify(values), received_at: at },
        ...{ article_id: place?.articleId ?? null, comment_id: place?.commentId ?? null },
        ...{ email: values.email ?? null, confirmed_at: null, closed_at: null, outcome: null },
        ...dueColumns({ due: null }, { received: at }),
      })
      .execute();
    await keepStep(site, tx, { caseId: id, kind: 'received', by: byComplainant, facts: { missing }, at });
    // Of whoever asks that data are erased nothing more is kept than there is.
    if (place?.commentId && kind !== 'personal-data')
      await freeze(site, tx, { caseId: id, commentId: place.commentId });
    await appendEntry(site, tx, {
      ...{ action: 'case.open', by: { role: 'complainant' }, subject: { type: 'case', id } },
      ...{ reason: kind, visibility: 'public', at },
    });
    await askForMail(site, tx, { caseId: id, recipient: 'complainant', letterId: null });
    return done({ id });
  });
}

/** Numbers of a year follow one another; the row of the year is locked to the end of the transaction. */
async function nextNumber(tx: Db, at: string): Promise<string> {
  const year = Number(at.slice(0, 4));
  const { last } = await tx
    .insertInto('case_counters')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('case_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${year}-${String(last).padStart(3, '0')}`;
}
