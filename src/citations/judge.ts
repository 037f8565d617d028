import type { FetchOutcome } from '../outbound/outbound.ts';
import type { CitationState } from '../store/schema-citations.ts';

/** What one look says of a page, before what was known of it is taken into account. */
export type Sight =
  | 'there'
  | 'changed-title'
  | 'changed-words'
  | 'gone'
  | 'trouble'
  | 'barred'
  | 'refused'
  | 'later';

/** What is known of a page. */
export type Standing = {
  state: CitationState;
  changed: 'title' | 'words' | null;
  fineStreak: number;
  /** Looks in a row that did not find it. */
  failStreak: number;
  /** Looks in a row that found it, and that it reads otherwise. */
  doubtStreak: number;
  /** UTC; null while nothing is wrong. */
  failSince: string | null;
};

const hour = 3_600_000;
const day = 24 * hour;
/** Until the next look: at a page that is as it was, at one that fails, at one that does not let us in. */
const rests = {
  fine: [day, 7 * day, 30 * day, 90 * day],
  failing: [hour, day, day, 7 * day, 7 * day, 30 * day],
  barred: [day, 7 * day, 30 * day],
};

/** A page is called dead when so many looks in a row, over so long, said that it is gone; or brought nothing at all. */
const dead = { gone: { looks: 3, after: 2 * day }, trouble: { looks: 5, after: 14 * day } };

/** What an answer, or that there was none, says. Whether an answered page still is what was cited is another question. */
export function sightOf(outcome: FetchOutcome): Sight {
  if (!outcome.ok) return sights[outcome.fault] ?? 'trouble';
  const { status } = outcome;
  if (status >= 200 && status < 300) return 'there';
  if (status === 404 || status === 410) return 'gone';
  return status >= 400 && status < 500 && status !== 408 && status !== 425 ? 'barred' : 'trouble';
}

const sights: Partial<Record<Extract<FetchOutcome, { ok: false }>['fault'], Sight>> = {
  ...{ off: 'later', busy: 'later', 'unknown-name': 'gone' },
  ...{ 'not-public': 'refused', 'bad-port': 'refused', 'bad-address': 'refused', 'bad-header': 'refused' },
};

/** What is known of a page after one more look, and when the next one is due. */
export function judge(before: Standing, sight: Sight, now: Date): Standing & { dueAt: string } {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
  const nothingWrong = { changed: null, failStreak: 0, doubtStreak: 0, failSince: null };
  const streak = before.fineStreak + 1;
  if (sight === 'later') return { ...before, dueAt: at(hour / 6) };
  if (sight === 'there')
    return { state: 'fine', ...nothingWrong, fineStreak: streak, dueAt: at(nth(rests.fine, streak)) };
  if (sight === 'refused') return { state: 'refused', ...nothingWrong, fineStreak: 0, dueAt: at(30 * day) };
  if (sight === 'barred')
    return { state: 'barred', ...nothingWrong, fineStreak: streak, dueAt: at(nth(rests.barred, streak)) };
  if (sight === 'changed-title' || sight === 'changed-words') return doubted(before, sight, at);
  const failed = {
    ...{ fineStreak: 0, failStreak: before.failStreak + 1, doubtStreak: 0 },
    failSince: before.failSince ?? now.toISOString(),
  };
  const { looks, after } = dead[sight];
  const long = now.getTime() - Date.parse(failed.failSince) >= after;
  const state = before.state === 'dead' || (failed.failStreak >= looks && long) ? 'dead' : 'failing';
  return { state, changed: null, ...failed, dueAt: at(nth(rests.failing, failed.failStreak)) };
}

/** A page that reads otherwise is looked at a second time before anybody is told: many show something else now and then. */
function doubted(
  before: Standing,
  sight: 'changed-title' | 'changed-words',
  at: (milliseconds: number) => string,
): Standing & { dueAt: string } {
  const doubtStreak = before.doubtStreak + 1;
  const there = { fineStreak: 0, failStreak: 0, doubtStreak, failSince: null };
  if (before.state !== 'changed' && doubtStreak < 2)
    return {
      state: before.state === 'new' ? 'fine' : before.state,
      changed: null,
      ...there,
      dueAt: at(hour),
    };
  const changed = sight === 'changed-title' ? 'title' : 'words';
  return { state: 'changed', changed, ...there, dueAt: at(30 * day) };
}

function nth(rests: readonly number[], count: number): number {
  return rests[Math.min(count, rests.length) - 1] ?? 0;
}
