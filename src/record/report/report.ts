import { middleAndTail } from '../../lib/chart-scale.ts';
import type { EntryBody } from '../entry.ts';
import { isPolicy } from '../held-for.ts';

/** Seconds in the middle of so many; null where there were none. */
export type Middle = { count: number; medianSeconds: number | null };
/** How something came to be looked at: by the staff themselves, a report, a notice, a policy or a filter that held it. */
export type Detection = 'own' | 'report' | 'notice' | 'policy' | 'filter';

/** What was done in a period, counted from the entries of the record alone. Days are of the publication's zone. */
export type Report = {
  from: string;
  to: string;
  responses: { publishedAtOnce: number; byStaff: number; held: number; withdrawnByWriter: number };
  heldFor: { code: string; count: number }[];
  decisions: Record<DecisionKind, number>;
  /** What a program did: it may withhold what several readers reported, until the staff decide, and no more. */
  decidedByProgram: number;
  rules: { code: string; refused: number; removed: number }[];
  detection: Record<Detection, number>;
  times: { held: Middle; reported: Middle; reviewed: Middle };
  reports: { received: number; kept: number; removed: number };
  reviews: { asked: number; upheld: number; reversed: number; bySamePerson: number };
  notices: {
    regime: string;
    received: number;
    closed: Middle;
    outcomes: { code: string; count: number }[];
  }[];
  suspensions: { pseudonyms: number; addresses: number; ended: number };
  months: { month: string; removed: number; restored: number }[];
};

/** What the staff decided. */
export const decisionKinds = [
  ...(['released', 'refused', 'removed', 'withheld', 'restored', 'erased', 'unnamed'] as const),
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const detections = ['own', 'report', 'notice', 'policy', 'filter'] as const satisfies Detection[];

/** One entry, with what was done to the same subject before it, oldest first. */
export type Told = { body: EntryBody; day: string; before: readonly EntryBody[] };

/** Counts entries as they come. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #spans = new Map<string, number[]>();
  readonly #period: { from: string; to: string };

  constructor(period: { from: string; to: string }) {
    this.#period = period;
  }

  take(told: Told): void {
    const count = counters[told.body.action as string];
    if (count) count(told, { add: this.#add, span: this.#span });
  }

  report(): Report {
    const of = (key: string) => this.#counts.get(key) ?? 0;
    const middle = (key: string): Middle => {
      const spans = this.#spans.get(key) ?? [];
      const median = middleAndTail(spans)?.median;
      return { count: spans.length, medianSeconds: median === undefined ? null : Math.round(median / 1000) };
    };
    return {
      ...this.#period,
      responses: {
        ...{ publishedAtOnce: of('at-once'), byStaff: of('by-staff'), held: of('held') },
        withdrawnByWriter: of('withdrawn'),
      },
      heldFor: this.#codes('held-for').map((code) => ({ code, count: of(`held-for ${code}`) })),
      decisions: mapOf(decisionKinds, (kind) => of(kind)),
      decidedByProgram: of('by-program'),
      rules: [...new Set([...this.#codes('refused'), ...this.#codes('removed')])].sort().map((code) => ({
        ...{ code, refused: of(`refused ${code}`), removed: of(`removed ${code}`) },
      })),
      detection: mapOf(detections, (each) => of(`detected ${each}`)),
      times: { held: middle('held'), reported: middle('reported'), reviewed: middle('reviewed') },
      reports: { received: of('reports'), kept: of('reports kept'), removed: of('reports removed') },
      reviews: {
        ...{ asked: of('reviews'), upheld: of('reviews upheld'), reversed: of('reviews reversed') },
        bySamePerson: of('reviews by-same'),
      },
      notices: this.#codes('notice').map((regime) => ({
        ...{ regime, received: of(`notice ${regime}`), closed: middle(`notice ${regime}`) },
        outcomes: this.#codes(`outcome-${regime}`).map((code) => ({
          ...{ code, count: of(`outcome-${regime} ${code}`) },
        })),
      })),
      suspensions: {
        pseudonyms: of('suspended pseudonym'),
        ...{ addresses: of('suspended address'), ended: of('unsuspended') },
      },
      months: monthsOf(this.#period).map((month) => ({
        ...{ month, removed: of(`month-removed ${month}`), restored: of(`month-restored ${month}`) },
      })),
    };
  }

  readonly #add = (key: string) => this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  readonly #span = (key: string, from: string | undefined, to: string) => {
    if (from === undefined) return;
    const spans = this.#spans.get(key) ?? [];
    spans.push(Date.parse(to) - Date.parse(from));
    this.#spans.set(key, spans);
  };

  #codes(of: string): string[] {
    const keys = [...this.#counts.keys()].filter((key) => key.startsWith(`${of} `));
    return keys.map((key) => key.slice(of.length + 1)).sort();
  }
}

type Into = {
  add: (key: string) => void;
  span: (key: string, from: string | undefined, to: string) => void;
};
type Counter = (told: Told, into: Into) => void;

const lastOf = (before: readonly EntryBody[], ...actions: string[]) =>
  before.findLast(({ action }) => actions.includes(action));
/** What happened since the response was last shown to readers. */
const sinceShown = (before: readonly EntryBody[]) => {
  const shown = before.findLastIndex(
    ({ action }) => action === 'comment.publish' || action === 'comment.restore',
  );
  return before.slice(shown + 1);
};

/** Whether a complaint led to what is decided next. */
const isForNotice = (since: readonly EntryBody[]) => lastOf(since, 'comment.notice') !== undefined;

const counters: Record<string, Counter> = {
  'comment.hold'({ body }, { add }) {
    add('held');
    for (const code of (body.reason ?? '').split('+').filter((each) => each !== '')) add(`held-for ${code}`);
  },
  'comment.publish'({ body, before }, { add, span }) {
    if (body.by.role === 'writer') return add('at-once');
    const refused = lastOf(before, 'comment.refuse');
    const held = lastOf(before, 'comment.hold');
    if (refused) return add('restored');
    if (!held) return add('by-staff');
    add('released');
    span('held', held.at, body.at);
  },
  'comment.refuse'({ body, before, day }, { add, span }) {
    const held = lastOf(before, 'comment.hold');
    const byPolicy = (held?.reason ?? 'first').split('+').every(isPolicy);
    restricted('refused', { body, day }, add);
    const found = byPolicy ? 'policy' : 'filter';
    add(`detected ${isForNotice(sinceShown(before)) ? 'notice' : found}`);
    span('held', held?.at, body.at);
  },
  'comment.remove'({ body, before, day }, { add, span }) {
    const since = sinceShown(before);
    const reported = since.find(({ action }) => action === 'comment.report');
    const withheld = lastOf(since, 'comment.withhold');
    const isNotice = isForNotice(since) || (withheld !== undefined && withheld.by.role !== 'program');
    restricted('removed', { body, day }, add);
    add(`detected ${isNotice ? 'notice' : reported ? 'report' : 'own'}`);
    if (!isNotice) span('reported', reported?.at, body.at);
  },
  'comment.withhold'({ body }, { add }) {
    add('withheld');
    if (body.by.role === 'program') add('by-program');
  },
  'comment.restore'({ day }, { add }) {
    add('restored');
    add(`month-restored ${day.slice(0, 7)}`);
  },
  'comment.withdraw': (_, { add }) => add('withdrawn'),
  'comment.erase': ({ body }, { add }) => add(body.by.role === 'writer' ? 'withdrawn' : 'erased'),
  'comment.unname': (_, { add }) => add('unnamed'),
  'comment.report': (_, { add }) => add('reports'),
  'report.settle'({ body, before }, { add, span }) {
    add(`reports ${body.reason}`);
    if (body.reason !== 'kept') return; // a removal has told its time
    const settled = before.findLastIndex(({ action }) => action === 'report.settle');
    const first = before.slice(settled + 1).find(({ action }) => action === 'comment.report');
    span('reported', first?.at, body.at);
  },
  'review.ask': (_, { add }) => add('reviews'),
  'review.decide'({ body, before }, { add, span }) {
    const [outcome, by] = (body.reason ?? '').split(/-(by-same)$/);
    add(`reviews ${outcome}`);
    if (by) add('reviews by-same');
    span('reviewed', lastOf(before, 'review.ask')?.at, body.at);
  },
  'case.open': ({ body }, { add }) => add(`notice ${body.reason}`),
  'case.close'({ body, before }, { add, span }) {
    const opened = lastOf(before, 'case.open');
    if (!opened) return;
    add(`outcome-${opened.reason} ${body.reason}`);
    span(`notice ${opened.reason}`, opened.at, body.at);
  },
  'writer.suspend': ({ body }, { add }) => add(`suspended ${body.subject.type}`),
  'writer.unsuspend': (_, { add }) => add('unsuspended'),
};

/** The actions that a report is made of: those that count, and what tells how one came about. */
export const reportedActions = [...Object.keys(counters), 'comment.notice'];

function restricted(
  kind: 'refused' | 'removed',
  { body, day }: Omit<Told, 'before'>,
  add: Into['add'],
): void {
  add(kind);
  add(`${kind} ${body.reason ?? 'other'}`);
  add(`month-removed ${day.slice(0, 7)}`);
  if (body.by.role === 'program') add('by-program');
}

function mapOf<K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
}

function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
