import { parseArgs } from 'node:util';
import { englandAndWales } from '../clocks/counted-hours.ts';
import {
  type NoticeClock,
  type NoticeState,
  noticeClock,
  type ReplyKind,
  replyKinds,
} from '../clocks/uk-s5.ts';
import { CommandError, type Io, UsageError } from './io.ts';

const options = {
  received: { type: 'string' },
  invalid: { type: 'boolean' },
  repeat: { type: 'boolean' },
  'no-contact': { type: 'boolean' },
  notified: { type: 'string' },
  reply: { type: 'string' },
  'reply-kind': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Prints where a legal notice stands and by when its next step is due. A clock, not legal advice. */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const [regime, ...more] = positionals;
  if (regime !== 'uk-s5' || more.length > 0) throw new UsageError('Name the regime: uk-s5.');
  if (values.received === undefined)
    throw new UsageError('Give --received, the time at which the notice came.');
  const kind = values['reply-kind'];
  if ((kind === undefined) !== (values.reply === undefined))
    throw new UsageError('Give --reply and --reply-kind together.');
  if (kind !== undefined && !isReplyKind(kind))
    throw new UsageError(`--reply-kind is one of ${replyKinds.join(', ')}.`);
  const clock = noticeClock(
    {
      received: values.received,
      invalid: values.invalid,
      repeat: values.repeat,
      noContact: values['no-contact'],
      notified: values.notified,
      reply: kind === undefined || values.reply === undefined ? undefined : { at: values.reply, kind },
    },
    { calendar: englandAndWales() },
  );
  if (!clock.ok) throw new CommandError(clock.sentence);
  const { state, replyBy, due } = clock.value;
  if (values.json) io.out(JSON.stringify({ regime, state, replyBy, due }));
  else for (const line of inWords(clock.value)) io.out(line);
  return 0;
}

function isReplyKind(text: string): text is ReplyKind {
  return replyKinds.some((kind) => kind === text);
}

const steps: Record<NoticeState, string> = {
  invalid: 'Tell the complainant that the notice is incomplete, and what one must contain',
  'remove-repeat': 'Remove the statement, which was removed twice before',
  'remove-no-contact': 'Remove the statement, and tell the complainant that the poster cannot be reached',
  notify: 'Send the notice to the poster, and acknowledge it to the complainant',
  'awaiting-reply': 'Without a reply in time, remove the statement and tell the complainant',
  remove: 'Remove the statement, and tell the complainant',
  keep: 'Leave the statement, and tell the complainant that the poster objects',
};

function inWords({ state, replyBy, due }: NoticeClock): string[] {
  return [
    state,
    ...(replyBy === null ? [] : [`The poster may reply until ${replyBy}.`]),
    `${steps[state]}: by ${due}.`,
    'A clock and no legal advice.',
  ];
}
