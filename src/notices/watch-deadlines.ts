import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { queueLetter } from '../staff/letters.ts';
import { may } from '../staff/permissions.ts';
import { listStaff } from '../staff/queries.ts';
import { caseClock, clockSetting, dueColumns } from './case-clock.ts';
import { factsOf } from './case-steps.ts';
import { keepStep, lockCase } from './keep-step.ts';
import { openDeadlines, stepsOf } from './queries.ts';

const day = 86_400_000;

/**
 * Counts open cases anew, since holidays or periods may have been changed in mid-case: that stands in their history. Has
 * whoever may act on them written to once for each time that one comes due within a day, and on each day on which one is
 * overdue. The letter says no more than that.
 */
export async function watchDeadlines(site: Site): Promise<void> {
  const setting = clockSetting(await readSettings(site));
  const soon = new Date(site.clock.now().getTime() + day).toISOString();
  const now = site.clock.now().toISOString();
  const by = { actor: { role: 'program' as const }, staffId: null };
  let dueSoon = false;
  for (const each of await openDeadlines(site.store.read)) {
    const facts = factsOf(await stepsOf(site.store.read, each.id));
    const columns = dueColumns(caseClock(each.kind, facts, { setting }), facts);
    const due = columns.due_at;
    const isLate = due !== null && due <= now && each.overdueTold !== now.slice(0, 10);
    const remind = isLate || (due !== null && due <= soon && due !== each.remindedFor);
    if (due === each.dueAt && !remind) continue;
    dueSoon =
      (await site.store.write(async (tx) => {
        const locked = await lockCase(tx, each.id);
        if (locked === null || locked.closedAt !== null) return false;
        if (due !== each.dueAt)
          await keepStep(site, tx, {
            caseId: each.id,
            kind: 'recounted',
            by,
            facts: { from: each.dueAt, to: due },
          });
        const reminded = remind
          ? { reminded_for: due, ...(isLate ? { overdue_told: now.slice(0, 10) } : {}) }
          : {};
        await tx
          .updateTable('cases')
          .set({ ...columns, ...reminded })
          .where('id', '=', each.id)
          .execute();
        return remind;
      })) || dueSoon;
  }
  if (dueSoon) await writeToStaff(site);
}

async function writeToStaff(site: Site): Promise<void> {
  const staff = (await listStaff(site)).filter(
    (each) => each.disabledAt === null && may(each.role, 'case.manage'),
  );
  await site.store.write(async (tx) => {
    for (const { id } of staff) await queueLetter(site, tx, { about: 'case-due', staffId: id });
  });
}
