import { Temporal } from 'temporal-polyfill';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { afterCountedHours, type Calendar, endOfDayAfter } from './counted-hours.ts';

/** What a poster has answered: may go; stays, with the name and address that are asked for; or what is no such answer. */
export const replyKinds = ['agreed', 'stands', 'defective'] as const;
export type ReplyKind = (typeof replyKinds)[number];

/**
 * What has happened under a notice of complaint, each time with its offset (ISO 8601). `invalid`: a field of section
 * 5(6) or regulation 2 is missing. `repeat`: the same statement by the same poster was removed after notices twice or
 * more. `noContact`: there is no private electronic way to the poster.
 */
export type NoticeFacts = {
  received: string;
  invalid?: boolean | undefined;
  repeat?: boolean | undefined;
  noContact?: boolean | undefined;
  notified?: string | undefined;
  /** The limit that the poster was told; counted from the notification where none is given. */
  replyBy?: string | undefined;
  reply?: { at: string; kind: ReplyKind } | undefined;
};

export const noticeStates = [
  'invalid',
  'remove-repeat',
  'remove-no-contact',
  'notify',
  'awaiting-reply',
  'remove',
  'keep',
] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Where a notice stands. Until `due` the state's step is to be done; `replyBy` is the poster's limit while one waits. */
export type NoticeClock = { state: NoticeState; replyBy: string | null; due: string };

/** The periods of the Regulations; settings may say otherwise. */
export type NoticePeriods = { countedHours: number; replyDays: number };
export const regulationPeriods: NoticePeriods = { countedHours: 48, replyDays: 5 };

type Setting = { calendar: Calendar; periods?: NoticePeriods };

/**
 * The clock of a notice under section 5 of the Defamation Act 2013 and SI 2013/3028 (England and Wales). A clock and no
 * verdict. Refuses times without an offset and an order of events that cannot be.
 */
export function noticeClock(facts: NoticeFacts, setting: Setting): Outcome<NoticeClock> {
  const times = readTimes(facts);
  if (!times.ok) return times;
  return done(stateOf(facts, times.value, setting));
}

type Times = { received: Temporal.Instant; notified?: Temporal.Instant; reply?: Temporal.Instant };

function stateOf(
  facts: NoticeFacts,
  times: Times,
  { calendar, periods = regulationPeriods }: Setting,
): NoticeClock {
  const within = (from: Temporal.Instant) => afterCountedHours(from, periods.countedHours, calendar);
  const at = (
    state: NoticeState,
    due: Temporal.ZonedDateTime,
    replyBy: Temporal.ZonedDateTime | null = null,
  ) => ({
    state,
    replyBy: replyBy && written(replyBy),
    due: written(due),
  });
  if (facts.invalid) return at('invalid', within(times.received));
  if (facts.repeat) return at('remove-repeat', within(times.received));
  if (facts.noContact) return at('remove-no-contact', within(times.received));
  if (!times.notified) return at('notify', within(times.received));
  const replyBy = facts.replyBy
    ? Temporal.Instant.from(facts.replyBy).toZonedDateTimeISO(calendar.timeZone)
    : endOfDayAfter(times.notified, periods.replyDays, calendar);
  const unanswered = within(replyBy.toInstant());
  if (!times.reply || !facts.reply) return at('awaiting-reply', unanswered, replyBy);
  // A late reply counts as none: the limit itself belongs to the day after.
  if (times.reply.epochMilliseconds >= replyBy.epochMilliseconds) return at('remove', unanswered);
  return at(facts.reply.kind === 'stands' ? 'keep' : 'remove', within(times.reply));
}

function readTimes({ received, notified, reply }: NoticeFacts): Outcome<Times> {
  const read: Times = { received: Temporal.Instant.fromEpochMilliseconds(0) };
  const given = [
    ['received', received],
    ['notified', notified],
    ['reply', reply?.at],
  ] as const;
  let before: { name: string; at: Temporal.Instant } | null = null;
  for (const [name, text] of given) {
    if (text === undefined) continue;
    const at = instantOf(text);
    if (at === null)
      return refuse(
        'bad-time',
        `“${text}” is no time with an offset. Write it like 2026-03-06T17:00:00+00:00.`,
        name,
      );
    if (before !== null && Temporal.Instant.compare(at, before.at) < 0)
      return refuse(
        'bad-order',
        `The time of “${name}” is before that of “${before.name}”. Check both.`,
        name,
      );
    before = { name, at };
    read[name] = at;
  }
  if (reply && notified === undefined)
    return refuse(
      'no-notification',
      'There is a reply but no time at which the poster was notified. Give both.',
      'notified',
    );
  return done(read);
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text); // asks for an offset or Z
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** ISO 8601 with the offset that clocks in the zone show, to the second. */
function written(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
