import { holidayPlaces } from '../clocks/bank-holidays.ts';
import { type Calendar, englandAndWales } from '../clocks/counted-hours.ts';
import {
  type DecisionPeriods,
  type DecisionState,
  decisionClock,
  housePeriods,
  type OtherRegime,
} from '../clocks/decision-clock.ts';
import {
  type NoticeFacts,
  type NoticePeriods,
  type NoticeState,
  noticeClock,
  type ReplyKind,
} from '../clocks/uk-s5.ts';
import { complaintPlace } from '../comments/queue-place.ts';
import { linesOf } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { NoticeKind } from './notice.ts';

/** What was done in a case, as far as its clock asks: UTC times. */
export type CaseFacts = {
  received: string;
  invalid: boolean;
  repeat: boolean;
  noContact: boolean;
  notified: string | null;
  /** Until when the writer was told that they may answer: a setting that changes later does not move it. */
  replyBy: string | null;
  reply: { at: string; kind: ReplyKind } | null;
  acknowledged: string | null;
  decided: string | null;
};

/** Where a case stands by the clock of its regime; times with the offset of London, null where nothing is due. */
export type CaseClock = {
  state: NoticeState | DecisionState;
  replyBy: string | null;
  due: string | null;
};

/** Whose days count, and how long each of the other regimes may take. */
export type ClockSetting = {
  calendar: Calendar;
  periods: Record<OtherRegime, DecisionPeriods>;
  sectionFive: NoticePeriods;
};

/** The clocks as the publication’s settings make them. */
export function clockSetting(settings: Settings): ClockSetting {
  const hours = { acknowledge: null, decide: { hours: Number(settings['complaints.decide-hours']) } };
  const accuracy = {
    acknowledge: { days: Number(settings['complaints.acknowledge-days']) },
    decide: { days: Number(settings['complaints.decide-days']) },
  };
  const changes = {
    holidays: linesOf(settings['complaints.holidays']),
    workingDays: linesOf(settings['complaints.working-days']),
  };
  const place = holidayPlaces.find((each) => each === settings['complaints.calendar']);
  const calendar = { ...englandAndWales(changes), ...(place ? { place } : {}) };
  const sectionFive = {
    countedHours: Number(settings['complaints.s5-hours']),
    replyDays: Number(settings['complaints.s5-days']),
  };
  return { calendar, sectionFive, periods: { ...housePeriods, 'dsa-16': hours, copyright: hours, accuracy } };
}

/**
 * The clock of a case, where `now` is given as it stands then: a writer’s time to answer may be over. A clock and no
 * verdict: what is due is for people to do, or to leave.
 */
export function caseClock(
  kind: NoticeKind,
  facts: CaseFacts,
  { setting, now = null }: { setting: ClockSetting; now?: Date | null },
): CaseClock {
  const { calendar, periods, sectionFive: counted } = setting;
  if (facts.decided !== null) return { state: 'decided', replyBy: null, due: null };
  if (kind === 'uk-s5') return sectionFive(facts, { calendar, periods: counted, now });
  const { received, acknowledged } = facts;
  const asked = { received, acknowledged: acknowledged ?? undefined };
  const clock = decisionClock(asked, { calendar, periods: periods[kind] });
  if (!clock.ok) throw new Error(clock.sentence); // its times are the site’s own, in their order
  return { ...clock.value, replyBy: null };
}

function sectionFive(
  facts: CaseFacts,
  { calendar, periods, now }: { calendar: Calendar; periods: NoticePeriods; now: Date | null },
): CaseClock {
  const clock = noticeClock(noticeFacts(facts), { calendar, periods });
  if (!clock.ok) throw new Error(clock.sentence);
  const { state, replyBy, due } = clock.value;
  // The limit itself belongs to the day after: from then on no answer counts.
  const over = state === 'awaiting-reply' && replyBy !== null && now !== null && now >= new Date(replyBy);
  return over ? { state: 'remove', replyBy: null, due } : clock.value;
}

function noticeFacts({
  received,
  invalid,
  repeat,
  noContact,
  notified,
  replyBy,
  reply,
}: CaseFacts): NoticeFacts {
  return {
    ...{ received, invalid, repeat, noContact, notified: notified ?? undefined },
    ...{ replyBy: replyBy ?? undefined, reply: reply ?? undefined },
  };
}

/** When the next step of a case is due, and where it stands in the queue by that, as the case’s row keeps both. */
export function dueColumns(clock: Pick<CaseClock, 'due'>, { received }: Pick<CaseFacts, 'received'>) {
  const due = dueAtOf(clock);
  return { due_at: due, queue_at: complaintPlace(received, due) };
}

/** A time of a clock as the database keeps times, to be sorted by. */
export function dueAtOf({ due }: Pick<CaseClock, 'due'>): string | null {
  return due === null ? null : new Date(due).toISOString();
}
