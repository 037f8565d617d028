import * as z from 'zod';
import { foldSpace } from '../../lib/fold-text.ts';
import { canonical } from '../../record/entry.ts';
import type { CorrectionKind, Schema } from '../../store/schema.ts';

export const correctionKinds = [
  'correction',
  'clarification',
  'apology',
  'update',
] as const satisfies readonly CorrectionKind[];

const words = (most: number, sentence: string) =>
  z.string().default('').transform(foldSpace).pipe(z.string().max(most, sentence));

/** What an editor says of something that was published: parsed once, at the edge. */
export const correctionInput = z
  .object({
    kind: z.enum(
      correctionKinds,
      'Choose what it is: a correction, a clarification, an apology or an update.',
    ),
    was: words(1500, 'What it said is longer than 1,500 characters: quote only the part that was wrong.'),
    now: words(1500, 'What it says now is longer than 1,500 characters: shorten it.'),
    why: words(600, 'Why is longer than 600 characters: one or two sentences are enough.'),
    prominence: z.enum(['top', 'foot'], 'Choose where it stands: above the article or at its foot.'),
    revision: z
      .string()
      .default('')
      .refine((text) => /^(?:[1-9]\d{0,5})?$/.test(text), 'There is no such version: choose one of the list.')
      .transform((text) => (text === '' ? null : Number(text))),
  })
  .refine(({ kind, was }) => kind !== 'correction' || was !== '', {
    path: ['was'],
    error: 'Say what was wrong, in the words that stood there.',
  })
  .refine(({ now }) => now !== '', { path: ['now'], error: 'Say what is right, or what is added.' })
  .refine(({ why }) => why !== '', {
    path: ['why'],
    error: 'Say why, in one sentence: readers are owed it.',
  });
export type CorrectionInput = z.infer<typeof correctionInput>;

/** Why a note is taken back, in one sentence. */
export const withdrawalInput = z.object({
  why: words(600, 'Why is longer than 600 characters: one or two sentences are enough.').pipe(
    z.string().min(1, 'Say why the note is withdrawn, in one sentence.'),
  ),
});

export type CorrectionRow = Schema['article_corrections'];

/** The words that the record's entry for a version of a correction commits to. */
export function correctionWords({
  kind,
  was,
  now_reads,
  why,
  prominence,
  revision,
  state,
}: CorrectionRow): string {
  return canonical({ kind, was, now: now_reads, why, prominence, revision, state });
}

/** The code in the record: what was given, or that it was changed or withdrawn. */
export function correctionReason({ version, state, kind }: CorrectionRow): string {
  if (state === 'withdrawn') return 'withdrawn';
  return version === 1 ? kind : 'changed';
}
