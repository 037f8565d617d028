import type { Scope } from '../../../tokens/token.ts';
import { count } from './phrases.ts';

const scopes: Record<Scope, string> = {
  'articles:read': 'Read articles of every stage, drafts too',
  'articles:write': 'Write drafts and change articles',
  'articles:publish': 'Publish, set times and take them away',
};

/** Tokens and webhooks. */
export const programsWords = {
  programs: {
    heading: 'Programs',
    tokens: 'Tokens',
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
