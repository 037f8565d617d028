import { keyOf, type Mention, mentionsIn, standsIn } from './mentions.ts';
import { type Around, aroundOf, type Reference, type Referring } from './reference.ts';
import * as turns from './turns-of-speech.ts';

/** References by the name of a commenter: “@Name” anywhere, a name alone where it is spoken to or of. */
export function findNamed(comment: Referring, lines: readonly string[]): Reference[] {
  const named = namesOf(comment);
  const found: Reference[] = [];
  for (const [paragraph, text] of lines.entries())
    for (const mention of mentionsIn(text, (key) => named(key) !== null)) {
      const name = named(mention.key);
      if (!name || name.number === null) continue;
      const { from, written } = whole(mention, text, name.author);
      const isCalled = text[from - 1] === '@';
      const around = aroundOf(text, from, from + written.length);
      const reference = { to: name.number, paragraph };
      if (isCalled) found.push({ ...reference, text: `@${written}`, from: from - 1 });
      else if (isMeant(around, { ...name, written, key: mention.key, article: comment.article }))
        found.push({ ...reference, text: written, from });
    }
  return found;
}

/** `number` is null for the writer's own name. */
type Named = { author: string; number: number | null };

/** Looks names up by their keys: each has its nearest comment, the writer's own has none. */
function namesOf({ author, earlier }: Referring): (key: string) => Named | null {
  const own = keyOf(author);
  return (key) => {
    if (key.length < 2) return null;
    return key === own ? { author, number: null } : earlier.nearest(key);
  };
}

/** A name that is signed with a full stop has it when it is mentioned, too. */
function whole({ from, written }: Mention, text: string, author: string): Pick<Mention, 'from' | 'written'> {
  const hasStop = author.endsWith('.') && text[from + written.length] === '.';
  return { from, written: hasStop ? `${written}.` : written };
}

type Written = Named & { written: string; key: string; article: string };

/** A name that the article has as well may be somebody else's: then only the plainest turns count. */
function isMeant(around: Around, { author, written, key, article }: Written): boolean {
  if (turns.hasOtherName(around)) return false;
  const isSmall = !/^\p{Lu}/u.test(written.normalize('NFKC'));
  const isWord = commonWords.has(key);
  if (isSmall && isWord) return false;
  if (turns.isOfComment(around)) return true;
  if (standsIn(author, article)) return turns.isToYou(around);
  if (turns.isSpokenTo(around) || turns.isSpokenOf(around)) return true;
  const isPlain = /^\p{L}+$/u.test(author.normalize('NFKC'));
  if (isWord || isInSmallLetters(written, author) || turns.isIntroduced(around)) return false;
  return !isPlain || !turns.begins(around) || turns.isDoing(around);
}

/** True when a name of letters and spaces is written with smaller letters than it is signed with: “fed up” of Fed Up. */
function isInSmallLetters(written: string, author: string): boolean {
  const [here = '', signed = ''] = [written, author].map((name) => name.normalize('NFKC'));
  const capitals = (name: string) => name.match(/\p{Lu}/gu)?.length ?? 0;
  return /^[\p{L}\s]+$/u.test(signed) && (capitals(here) < capitals(signed) || capitals(here) === 0);
}

/** Names that are words as well: small, they are the word. */
const commonWords = new Set([
  ...['mark', 'will', 'may', 'grace', 'hope', 'guest', 'anonymous', 'editor', 'joy', 'faith', 'rose', 'bill'],
  ...['rob', 'sue', 'pat', 'jack', 'frank', 'dawn', 'april', 'june', 'reader', 'resident', 'admin', 'me'],
]);
