import { enqueue } from '../../../jobs/enqueue.ts';
import type { CleanHtml } from '../../../lib/clean-html.ts';
import { linksOf } from '../../../lib/clean-html.ts';
import { dayFinder } from '../../../lib/days.ts';
import { settingsIn } from '../../../publication/queries.ts';
import type { Settings } from '../../../publication/settings.ts';
import type { Site } from '../../../site.ts';
import type { Facts } from '../filter.ts';
import { filters } from '../filters.ts';
import type { Learned } from '../learned/bayes.ts';
import { readLearned } from '../learned/queries.ts';
import { nextSince, readTrial, type Trial } from './queries.ts';
import { count, outcomeOf } from './tally.ts';
import { triable } from './triable.ts';

/** The job by which a trial is counted. */
export const trialKind = 'filter.try';

/** So many responses are looked at before requests come between, and so many in one turn of the job. */
const usual = { atOnce: 100, inOneTurn: 25_000 };

type Look = (row: { name: string; url: string | null; html: string }) => boolean;

/**
 * The job of that name: looks at the next responses of a trial, writes down what was counted, and asks for its next turn
 * where more are left. So it may be cut off anywhere, and others' jobs come between.
 */
export async function runTrial(site: Site, { trial: id }: { trial: string }, limits = usual): Promise<void> {
  const trial = await readTrial(site.store.read, id);
  if (trial === null || trial.doneAt !== null) return;
  const isLast = await lookAtNext(site, trial, limits);
  const now = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    const kept = await tx
      .updateTable('filter_trials')
      .set({ tally: JSON.stringify(trial.tally), done_at: isLast ? now : null })
      .where('id', '=', id)
      .executeTakeFirst();
    if (!isLast && Number(kept.numUpdatedRows) === 1)
      await enqueue(site, tx, { kind: trialKind, payload: { trial: id }, dueAt: now });
  });
}

/** Counts up to so many. Answers whether none is left. */
async function lookAtNext(site: Site, trial: Trial, { atOnce, inOneTurn }: typeof usual): Promise<boolean> {
  const { tally, since } = trial;
  const settings = await settingsIn(site.store.read);
  const learned = trial.reason === 'learned' ? await readLearned(site, site.store.read) : null;
  const catches = catcherOf(trial, { stored: settings, learned });
  const dayOf = dayFinder(settings['time-zone']);
  for (let looked = 0; looked < inOneTurn; looked += atOnce) {
    const { rows, next } = await nextSince(site.store.read, { since, after: tally.cursor, limit: atOnce });
    for (const row of rows) {
      const outcome = outcomeOf({
        state: row.state,
        withheld: row.withheld_at !== null,
      });
      count(tally, { id: row.id, day: dayOf(row.posted_at), outcome, isCaught: catches(row) });
    }
    if (next === null) return true;
    tally.cursor = next;
    await new Promise(setImmediate); // requests come between
  }
  return false;
}

/** The filter as it would be: the same function that looks at what is sent. */
export function catcherOf(
  { reason, value }: Pick<Trial, 'reason' | 'value'>,
  { stored, learned }: { stored: Settings; learned: Learned | null },
): Look {
  const filter = filters.find((each) => each.reason === reason);
  if (!filter) throw new Error(`There is no filter “${reason}”.`);
  const finds = filter.make({ ...stored, [triable[reason]]: value });
  return (row) => finds({ ...factsOf(row), learned }) !== null;
}

/** Of a response that came before: what was its writer’s, and nothing of who or when. */
function factsOf(row: Parameters<Look>[0]): Facts {
  const html = row.html as CleanHtml;
  return {
    ...{ policy: 'open', trusted: true, honeypot: false, paces: {}, learned: null, flood: null },
    ...{ name: row.name, url: row.url, html, links: linksOf(html).length },
  };
}
