import type { Scope } from '../../../tokens/token.ts';
import { count } from './phrases.ts';

const scopes: Record<Scope, string> = {
  'articles:read': 'Read articles of every stage, drafts too',
  'articles:write': 'Write drafts and change articles',
  'articles:publish': 'Publish, withdraw, set times and take them away',
  'pictures:write': 'Add pictures to the library',
};

/** Tokens and webhooks. */
export const programsWords = {
  programs: {
    heading: 'Programs',
    tokens: 'Tokens',
    webhooks: 'Webhooks',
  },
  tokens: {
    heading: 'Tokens for programs',
    intro:
      'With a token a program does by the API what you may do here, and no more than the token was made for. Whoever has it acts as you: keep it as you keep a password.',
    description: 'What the API takes',
    made: 'Your new token',
    madeHint: 'Copy it now. It is shown this once and kept only as a hash: nobody can show it again.',
    newHeading: 'Make a token',
    name: 'What it is for',
    nameHint: 'Such as the name of the program.',
    may: 'What it may do',
    scopes,
    scope: (scope: Scope) => scopes[scope],
    days: 'It works for',
    lifetime: (days: number) =>
      days === 0 ? 'Until it is revoked' : days === 365 ? 'A year' : `${count(days)} days`,
    make: 'Make the token',
    refused: 'No token was made. What you typed is kept.',
    listHeading: 'Tokens there are',
    all: 'Everybody’s, since you are an owner.',
    none: 'There are none.',
    columns: { name: 'For', holder: 'Acts for', scopes: 'May', used: 'Last used', state: 'State' },
    never: 'Never',
    works: 'Works',
    until: 'Works until',
    ended: 'Ended',
    revoked: 'Revoked',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke ${name}`,
    revokedNow: 'The token is revoked: from now on it does nothing.',
  },
};

/** Webhooks. */
export const webhooksWords = {
  webhooks: {
    heading: 'Webhooks',
    intro:
      'A program at another address is told when something public happens: by ids and links, never by words or names. Each message is signed (Standard Webhooks).',
    newHeading: 'Add a webhook',
    url: 'Address',
    urlHint: 'Of a host on the public internet, at port 80 or 443.',
    events: 'It is told of',
    add: 'Add the webhook',
    refused: 'Nothing was added. What you typed is kept.',
    listHeading: 'Webhooks there are',
    none: 'There are none.',
    off: 'Asking other hosts is switched off on this server (HUSTINGS_OUTBOUND): nothing is sent.',
    works: 'Works',
    failing: 'Failing since',
    stopped: {
      pressed: 'Stopped',
      failing: 'Stopped, since it failed for five days:',
      gone: 'Stopped, since its host said that it is gone:',
    },
    open: (url: string) => `Webhook to ${url}`,
    secret: 'Secret',
    secretHint: 'The receiver checks each message with it.',
    oldSecret: 'The secret before it works until',
    rotate: 'Make a new secret',
    rotateHint: 'Both sign for a day.',
    test: 'Send a test',
    stop: 'Stop',
    start: 'Start again',
    done: {
      added: 'The webhook is added.',
      test: 'A test is on its way: look again in a moment.',
      stop: 'It is stopped: nothing more is sent.',
      start: 'It is started again.',
      rotate: 'There is a new secret.',
      again: 'It is sent again.',
    } as Record<string, string>,
    deliveries: 'What was sent',
    noDeliveries: 'Nothing yet.',
    states: { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' },
    next: 'Next attempt',
    attempts: (count: number) => (count === 1 ? '1 attempt' : `${count} attempts`),
    status: (status: number) => `Answer ${status}`,
    sendAgain: 'Send again',
    sendAgainOf: (event: string, at: string) => `: ${event}, ${at}`,
  },
};
