import { type ReplyKind, replyKinds } from '../clocks/uk-s5.ts';
import type { CaseFacts } from './case-clock.ts';

/** What may happen in a case. */
export const stepKinds = [
  'received',
  'confirmed',
  'checked',
  'withheld',
  'restored',
  'removed',
  'acknowledged',
  'told-incomplete',
  'notified',
  'replied',
  'judged',
  'opened',
  'decided',
  'recounted',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step as it is kept. */
export type CaseStep = {
  number: number;
  kind: StepKind;
  at: string;
  byRole: string;
  byName: string | null;
  facts: Readonly<Record<string, unknown>>;
};

/** What staff ticked when they read a notice. */
export type Ticks = { invalid: boolean; repeat: boolean; noContact: boolean };

/** What the steps of a case say to its clock: of what was said twice the last, of a notification the first. */
export function factsOf(steps: readonly CaseStep[]): CaseFacts {
  const last = (kind: StepKind) => steps.findLast((step) => step.kind === kind);
  const received = steps.find((step) => step.kind === 'received');
  const ticks = last('checked')?.facts;
  const missing = received?.facts.missing;
  const notified = steps.find((step) => step.kind === 'notified');
  const reply = steps.find((step) => step.kind === 'replied');
  const judged = last('judged')?.facts.kind ?? reply?.facts.kind;
  const kind = replyKinds.find((each: ReplyKind) => each === judged);
  return {
    received: received?.at ?? '',
    invalid: ticks ? ticks.invalid === true : Array.isArray(missing) && missing.length > 0,
    ...{ repeat: ticks?.repeat === true, noContact: ticks?.noContact === true },
    notified: notified?.at ?? null,
    replyBy: typeof notified?.facts.replyBy === 'string' ? notified.facts.replyBy : null,
    reply: reply && kind ? { at: reply.at, kind } : null,
    acknowledged: steps.find((step) => step.kind === 'acknowledged')?.at ?? null,
    decided: last('decided')?.at ?? null,
  };
}
