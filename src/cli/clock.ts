import { parseArgs } from 'node:util';
import { englandAndWales } from '../clocks/counted-hours.ts';
import {
  type DecisionPeriods,
  type DecisionState,
  decisionClock,
  housePeriods,
  type OtherRegime,
  otherRegimes,
} from '../clocks/decision-clock.ts';
import { type NoticeState, noticeClock, type ReplyKind, replyKinds } from '../clocks/uk-s5.ts';
import type { Outcome } from '../lib/refusal.ts';
import { CommandError, type Io, UsageError } from './io.ts';

const options = {
  received: { type: 'string' },
  invalid: { type: 'boolean' },
  repeat: { type: 'boolean' },
  'no-contact': { type: 'boolean' },
  notified: { type: 'string' },
  reply: { type: 'string' },
  'reply-kind': { type: 'string' },
  acknowledged: { type: 'string' },
  decided: { type: 'string' },
  'acknowledge-days': { type: 'string' },
  'decide-days': { type: 'string' },
  json: { type: 'boolean' },
} as const;

const ofSection5 = ['invalid', 'repeat', 'no-contact', 'notified', 'reply', 'reply-kind'] as const;
const ofOthers = ['acknowledged', 'decided', 'acknowledge-days', 'decide-days'] as const;

type Values = ReturnType<typeof read>['values'];
type Told = { state: NoticeState | DecisionState; replyBy: string | null; due: string | null };

/** Prints where a legal notice stands and by when its next step is due. A clock, not legal advice. */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals, values } = read(args);
  const [regime, ...more] = positionals;
  const other = otherRegimes.find((each) => each === regime);
  if ((regime !== 'uk-s5' && other === undefined) || more.length > 0)
    throw new UsageError(`Name the regime: uk-s5, ${otherRegimes.join(', ')}.`);
  if (values.received === undefined)
    throw new UsageError('Give --received, the time at which the notice came.');
  const foreign = (other === undefined ? ofOthers : ofSection5).find((name) => values[name] !== undefined);
  if (foreign !== undefined) throw new UsageError(`--${foreign} says nothing to ${regime}.`);
  const clock =
    other === undefined ? section5(values, values.received) : otherClock(other, values, values.received);
  if (!clock.ok) throw new CommandError(clock.sentence);
  const { state, replyBy, due } = clock.value;
  if (values.json) io.out(JSON.stringify({ regime, state, replyBy, due }));
  else for (const line of inWords(clock.value)) io.out(line);
  return 0;
}

function read(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options });
}

function section5(values: Values, received: string): Outcome<Told> {
  const kind = values['reply-kind'];
  if ((kind === undefined) !== (values.reply === undefined))
    throw new UsageError('Give --reply and --reply-kind together.');
  if (kind !== undefined && !isReplyKind(kind))
    throw new UsageError(`--reply-kind is one of ${replyKinds.join(', ')}.`);
  return noticeClock(
    {
      received,
      invalid: values.invalid,
      repeat: values.repeat,
      noContact: values['no-contact'],
      notified: values.notified,
      reply: kind === undefined || values.reply === undefined ? undefined : { at: values.reply, kind },
    },
    { calendar: englandAndWales() },
  );
}

function otherClock(regime: OtherRegime, values: Values, received: string): Outcome<Told> {
  const acknowledge = daysIn(values, 'acknowledge-days');
  const decide = daysIn(values, 'decide-days');
  const usual = housePeriods[regime];
  const periods: DecisionPeriods = {
    acknowledge: acknowledge === null ? usual.acknowledge : { days: acknowledge },
    decide: decide === null ? usual.decide : { days: decide },
  };
  const facts = { received, acknowledged: values.acknowledged, decided: values.decided };
  const clock = decisionClock(facts, { calendar: englandAndWales(), periods });
  return clock.ok ? { ok: true, value: { ...clock.value, replyBy: null } } : clock;
}

function daysIn(values: Values, name: 'acknowledge-days' | 'decide-days'): number | null {
  const text = values[name];
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--${name} is a number of days from 1 to 999.`);
  return Number(text);
}

function isReplyKind(text: string): text is ReplyKind {
  return replyKinds.some((kind) => kind === text);
}

const steps: Record<Told['state'], string> = {
  invalid: 'Tell the complainant that the notice is incomplete, and what one must contain',
  'remove-repeat': 'Remove the statement, which was removed twice before',
  'remove-no-contact': 'Remove the statement, and tell the complainant that the poster cannot be reached',
  notify: 'Send the notice to the poster, and acknowledge it to the complainant',
  'awaiting-reply': 'Without a reply in time, remove the statement and tell the complainant',
  remove: 'Remove the statement, and tell the complainant',
  keep: 'Leave the statement, and tell the complainant that the poster objects',
  acknowledge: 'Acknowledge the complaint',
  decide: 'Decide, and tell the complainant what was decided and why',
  decided: 'Nothing is due',
};

function inWords({ state, replyBy, due }: Told): string[] {
  return [
    state,
    ...(replyBy === null ? [] : [`The poster may reply until ${replyBy}.`]),
    due === null ? `${steps[state]}.` : `${steps[state]}: by ${due}.`,
    'A clock and no legal advice.',
  ];
}
