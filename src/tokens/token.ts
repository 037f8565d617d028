import * as z from 'zod';
import { tidyName } from '../lib/fold-text.ts';
import { newSecret, type Random } from '../lib/ids.ts';

/** What a token can be made for. What its holder may not do, it never may. */
export const scopes = ['articles:read', 'articles:write', 'articles:publish', 'pictures:write'] as const;
export type Scope = (typeof scopes)[number];

/** Days until a token ends by itself; 0 for one that does not. */
export const lifetimes = [7, 30, 90, 365, 0] as const;

/** A token as lists show it: never its secret, which nobody but its maker ever saw. */
export type TokenView = {
  id: string;
  name: string;
  scopes: Scope[];
  holder: { id: string; name: string };
  createdAt: string;
  expiresAt: string | null;
  /** `YYYY-MM-DD` (UTC), or null for never. */
  lastUsedOn: string | null;
  revokedAt: string | null;
};

const prefix = 'hst_';

/** A new token's secret: a prefix by which scanners of leaked secrets know it, and 256 bits. */
export function newTokenSecret(random: Random): string {
  return prefix + newSecret(random);
}

/** What somebody wants a token for. Parsed once, at the edge. */
export const newToken = z.object({
  name: z
    .string()
    .transform(tidyName)
    .pipe(
      z
        .string()
        .min(1, 'Say what the token is for, such as the name of the program.')
        .max(100, 'The name is longer than 100 characters: shorten it.'),
    ),
  scopes: z.array(z.enum(scopes)).min(1, 'Choose at least one thing that the token may do.'),
  days: z.coerce
    .number('Choose for how long the token works.')
    .refine((days) => lifetimes.some((each) => each === days), 'Choose for how long the token works.'),
});
export type NewToken = z.infer<typeof newToken>;

/** The scopes in a stored list; one that this program no longer knows gives nothing. */
export function readScopes(stored: string): Scope[] {
  const listed = stored.split(' ');
  return scopes.filter((scope) => listed.includes(scope));
}
