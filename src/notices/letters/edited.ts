import { type Refusal, refuse } from '../../lib/refusal.ts';
import type { NoticeValues } from '../notice.ts';
import { namesComplainant } from '../redact.ts';
import { blanksIn } from './blanks.ts';

export type LetterWords = { subject: string; text: string };
export type Recipient = 'complainant' | 'poster';

/** A letter as it is written without a change. */
export type LetterDraft = { recipient: Recipient; words: LetterWords };

/** Letters as somebody changed them, by whom they go to. */
export type EditedLetters = { [recipient in Recipient]?: LetterWords };

const longest = { subject: 200, text: 20_000 };

type Changed = { drafts: readonly LetterDraft[]; letters: EditedLetters; values: NoticeValues };

/**
 * Why changed letters do not go as they are. Refusals, each with the field of its letter: `no-words`, `long-words`,
 * `lost-blank` where a place is gone that is filled in when the letter goes, `names-complainant` where one to the writer
 * tells who complained, and they did not agree to that.
 */
export function whyNotSent({ drafts, letters, values }: Changed): Refusal | null {
  for (const { recipient, words } of drafts) {
    const letter = letters[recipient];
    if (letter === undefined) continue;
    const unfit = whyUnfit(recipient, letter) ?? whyLost(recipient, { letter, words });
    if (unfit) return unfit;
    const told = namesComplainant(`${letter.subject}\n${letter.text}`, { draft: words.text, values });
    if (recipient === 'poster' && told)
      return refuse(
        'names-complainant',
        'This letter tells the writer the complainant’s name or e-mail address, which they did not agree to: take it out.',
        'poster-text',
      );
  }
  return null;
}

function whyUnfit(recipient: Recipient, letter: LetterWords): Refusal | null {
  for (const part of ['subject', 'text'] as const) {
    const field = `${recipient}-${part}`;
    if (letter[part].trim() === '')
      return refuse('no-words', 'There is nothing in it: write what it is to say.', field);
    if ([...letter[part]].length > longest[part])
      return refuse('long-words', `This is too long: at most ${longest[part]} signs.`, field);
  }
  return null;
}

function whyLost(
  recipient: Recipient,
  { letter, words }: { letter: LetterWords; words: LetterWords },
): Refusal | null {
  const lost = blanksIn(words.text).find((blank) => !letter.text.includes(blank));
  if (lost === undefined) return null;
  return refuse(
    'lost-blank',
    `Leave ${lost} in the letter: it is filled in when it goes.`,
    `${recipient}-text`,
  );
}
