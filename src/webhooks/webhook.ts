import * as z from 'zod';
import type { Action } from '../record/entry.ts';

/** What a webhook can be told of: the public entries of the record that concern an article or a response. */
export const eventTypes = [
  'article.publish',
  'article.revise',
  'article.import',
  'article.withdraw',
  'article.restore',
  'article.move',
  'article.pin',
  'article.unpin',
  'article.slow',
  'article.correct',
  'article.attribute',
  'article.language',
  'article.bylines',
  'claim.mark',
  'claim.close',
  'revision.withhold',
  'revision.show',
  'comment.publish',
  'comment.edit',
  'comment.remove',
  'comment.withhold',
  'comment.restore',
  'comment.withdraw',
  'comment.refuse',
  'comment.erase',
  'comment.unname',
  'picture.show',
  'picture.replace',
] as const satisfies Action[];

/** What is told when somebody presses Test. */
export const testEvent = 'webhook.test';

/** A webhook as the desk shows it. */
export type WebhookView = {
  id: string;
  url: string;
  events: string[];
  createdAt: string;
  /** When and why it was stopped: by somebody, since it failed for days, or since its host said that it is gone. */
  stopped: { at: string; why: StopReason } | null;
  failingSince: string | null;
  /** Until then what is sent is signed with the secret before the newest as well. */
  oldSecretUntil: string | null;
};

export type StopReason = 'pressed' | 'failing' | 'gone';

/** What became of one telling. */
export type DeliveryView = {
  id: string;
  event: string;
  state: 'waiting' | 'delivered' | 'failed';
  createdAt: string;
  dueAt: string;
  attempts: number;
  lastAt: string | null;
  /** HTTP status of the last answer; null where there was none. */
  status: number | null;
  /** The beginning of the last answer, or why there was none. */
  outcome: string | null;
};

/** Where somebody wants to be told, and of what. Parsed once, at the edge. */
export const newWebhook = z.object({
  url: z
    .string()
    .trim()
    .max(2_000, 'The address is longer than 2,000 characters.')
    .refine(isWebAddress, 'Give a web address without a user name in it, such as https://example.org/hook.'),
  events: z.array(z.enum(eventTypes)).min(1, 'Choose at least one thing to be told of.'),
});
export type NewWebhook = z.infer<typeof newWebhook>;

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long to wait after each failure, in milliseconds; after the eighth, about a day on, it has failed for good. */
export const backOff = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 14 * hour];

/** A webhook that has failed for so long without a success is stopped. */
export const failingMilliseconds = 5 * 24 * hour;

/** For so long the secret before the newest is used as well, so that a receiver can change without a gap. */
export const rotationMilliseconds = 24 * hour;
