import { englandAndWales } from '../clocks/counted-hours.ts';
import { type DecisionPeriods, type DecisionState, decisionClock } from '../clocks/decision-clock.ts';
import { type NoticeFacts, type NoticeState, noticeClock, type ReplyKind } from '../clocks/uk-s5.ts';
import type { NoticeKind } from './notice.ts';

/** What was done in a case, as far as its clock asks: UTC times. */
export type CaseFacts = {
  received: string;
  invalid: boolean;
  repeat: boolean;
  noContact: boolean;
  notified: string | null;
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

/** How the other regimes than section 5 are kept: a month by law (GDPR, article 12(3)), the rest by the house. */
export const housePeriods: Record<Exclude<NoticeKind, 'uk-s5'>, DecisionPeriods> = {
  'dsa-16': { acknowledge: null, decide: { hours: 72 } },
  copyright: { acknowledge: null, decide: { hours: 72 } },
  'personal-data': { acknowledge: null, decide: { months: 1 } },
  accuracy: { acknowledge: { days: 7 }, decide: { days: 21 } },
};

/** The clock of a case. A clock and no verdict: what is due is for people to do, or to leave. */
export function caseClock(kind: NoticeKind, facts: CaseFacts): CaseClock {
  const calendar = englandAndWales();
  if (facts.decided !== null) return { state: 'decided', replyBy: null, due: null };
  if (kind === 'uk-s5') {
    const clock = noticeClock(noticeFacts(facts), { calendar });
    if (!clock.ok) throw new Error(clock.sentence); // its times are the site’s own, in their order
    return clock.value;
  }
  const { received, acknowledged } = facts;
  const asked = { received, acknowledged: acknowledged ?? undefined };
  const clock = decisionClock(asked, { calendar, periods: housePeriods[kind] });
  if (!clock.ok) throw new Error(clock.sentence);
  return { ...clock.value, replyBy: null };
}

function noticeFacts({ received, invalid, repeat, noContact, notified, reply }: CaseFacts): NoticeFacts {
  return {
    ...{ received, invalid, repeat, noContact, notified: notified ?? undefined },
    reply: reply ?? undefined,
  };
}

/** A time of a clock as the database keeps times, to be sorted by. */
export function dueAtOf({ due }: CaseClock): string | null {
  return due === null ? null : new Date(due).toISOString();
}
