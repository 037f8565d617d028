import { done, type Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { type EditedLetters, type LetterDraft, whyNotSent } from './letters/edited.ts';
import { readCase } from './queries.ts';
import { type Act, takeAct, takeIn } from './take-act.ts';

/**
 * The letters that the next step in a case would write, with nothing done: the step is taken, and taken back before
 * anybody could see it. Refusals as of `takeAct`.
 */
export async function previewAct(site: Site, act: Act): Promise<Outcome<LetterDraft[]>> {
  const drafts: LetterDraft[] = [];
  try {
    return await site.store.write(async (tx) => {
      const taken = await takeIn(site, tx, { act, drafts });
      if (!taken.ok) return taken;
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return done(drafts);
    throw error;
  }
}

/**
 * Takes the next step with letters as somebody changed them. Refusals: those of `takeAct`, and of `whyNotSent` with the
 * field of the letter.
 */
export async function takeWithLetters(
  site: Site,
  act: Act & { letters: EditedLetters },
): Promise<Outcome<{ id: string }>> {
  const drafts = await previewAct(site, { ...act, letters: {} });
  if (!drafts.ok) return drafts;
  const values = (await readCase(site.store.read, act.id))?.values ?? {};
  const unfit = whyNotSent({ drafts: drafts.value, letters: act.letters, values });
  return unfit ?? takeAct(site, act);
}

class TakenBack extends Error {}
