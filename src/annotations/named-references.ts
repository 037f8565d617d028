import type { Named } from './earlier.ts';
import { isGivenName } from './given-names.ts';
import { keyOf, type Mention, mentionsIn, type Standing, standingIn } from './mentions.ts';
import { type Around, aroundOf, type Line, type Reference, type Referring } from './reference.ts';
import { shortNamesOf } from './short-names.ts';
import * as of from './spoken-of.ts';
import * as to from './spoken-to.ts';
import * as whose from './whose-name.ts';

/** References by the name of a commenter: “@Name” anywhere, a name alone where it is spoken to or of. */
export function findNamed(comment: Referring, lines: readonly string[]): Reference[] {
  const named = namesOf(comment);
  return lines.flatMap((text, paragraph) => [...namedIn({ text, paragraph }, named, comment.article)]);
}

type Names = (key: string) => Named | 'own' | null;

function* namedIn({ text, paragraph }: Line, named: Names, article: string): Generator<Reference> {
  let joinedTo = Number.NaN;
  let waiting: Reference | null = null;
  for (const mention of mentionsIn(text, (key) => named(key) !== null)) {
    const name = named(mention.key);
    if (!name || name === 'own') continue;
    const { from, written } = whole(mention, text, name.author);
    const end = from + written.length;
    const reference = { to: name.number, paragraph };
    if (text[from - 1] === '@') {
      yield { ...reference, text: `@${written}`, from: from - 1 };
      continue;
    }
    const here = { ...reference, text: written, from };
    const around = aroundOf(text, from, end);
    const isJoined = from > joinedTo && joiner.test(text.slice(joinedTo, from));
    const said = { ...name, written, article, isJoined };
    const meant = isMeant(around, said);
    if (meant === 'turn') {
      if (waiting && joiner.test(text.slice(waiting.from + waiting.text.length, from))) yield waiting;
      joinedTo = end;
    }
    if (meant) yield here;
    waiting = !meant && mayLead(around, said) ? here : null;
  }
}

const joiner = /^,?\s+(?:and|&|or|et|und|y|a|ac)\s+$/u;

/** Looks names up by their keys: each has its nearest comment, the writer's own has none. */
function namesOf({ author, earlier }: Referring): Names {
  const signed = keyOf(author);
  const own = new Set([author, ...shortNamesOf(author).map(({ name }) => name)].map(keyOf));
  return (key) => {
    if (key.length < 2) return null;
    if (key === signed) return 'own';
    const found = earlier.nearest(key);
    return found && found.name !== found.author && own.has(key) ? 'own' : found;
  };
}

/** A name that is signed with a full stop or a bracket at its end has it when it is mentioned, too. */
function whole({ from, written }: Mention, text: string, author: string): Pick<Mention, 'from' | 'written'> {
  const here = text.slice(from, from + author.length);
  const isWhole = /[.)]$/.test(author) && here.length > written.length && keyOf(here) === keyOf(author);
  return { from, written: isWhole ? here : written };
}

type Written = Named & { written: string; article: string; isJoined: boolean };

/** How a mention is spelt: small where its letters tell nothing, a word where the name is one as well. */
type Spelt = { isSmall: boolean; isWord: boolean; isGiven: boolean; isAsSigned: boolean };

/** True for the first of two names, “Hope and Mark are right”, that is one where the second is. */
function mayLead(around: Around, mention: Written): boolean {
  const spelt = speltAs(mention, { isShouted: false, begins: to.begins(around) });
  return (
    !(whose.hasOtherName(around) || whose.isIntroduced(around) || isOnlyWords(around, mention, spelt)) &&
    standingIn(mention.name, mention.article) !== 'alone' &&
    (to.begins(around) || leads.test(around.before))
  );
}

const leads =
  /(?<!\p{L})(?:both|as|what|like|unlike|with|and|than|that|if|when|because|since|but|think|to)\s+$/iu;

/** How surely a mention means a commenter: by a turn of speech, by its capitals, or not. */
function isMeant(heard: Around, mention: Written): 'turn' | 'name' | false {
  const isShouted = isInCapitals(mention.written, heard);
  const around = isShouted ? inSmallLetters(heard) : heard;
  const spelt = speltAs(mention, { isShouted, begins: to.begins(around) });
  if (whose.hasOtherName(around) || isOnlyWords(around, mention, spelt)) return false;
  if (of.isOfComment(around)) return 'turn';
  const standing = standingIn(mention.name, mention.article);
  if (standing === 'alone' || (standing === 'forename' && mention.isPart))
    return (to.isToYou(around) || to.isAtEnd(around)) && 'turn';
  if (mention.isJoined || isSpoken(around, spelt, standing)) return 'turn';
  if (standing === 'forename') return false;
  if (!spelt.isWord && of.isOfTheThread(around)) return 'turn';
  return !mention.isPart && isNamed(around, mention.name, spelt) && 'name';
}

function speltAs(
  { name, written }: Written,
  { isShouted, begins }: { isShouted: boolean; begins: boolean },
): Spelt {
  return {
    isSmall: isShouted || isInSmallLetters(written, name, begins),
    isWord: whose.isCommonWord(name),
    isGiven: isGivenName(name) && !whose.isCommonWord(name) && (written === name || !/\p{Lu}/u.test(name)),
    isAsSigned: written === name,
  };
}

/** “hope”, “the lane resident”: the words, and nobody’s name. */
function isOnlyWords(around: Around, { written, isPart }: Written, { isSmall, isWord }: Spelt): boolean {
  if (isWord && !/^\p{Lu}/u.test(written.normalize('NFKC'))) return true;
  return (isSmall || isPart) && whose.isDetermined(around);
}

function isSpoken(around: Around, spelt: Spelt, standing: Standing): boolean {
  if (to.isSpokenTo(around) || (to.isCalledFirst(around) && isCalled(around, spelt))) return true;
  if (!spelt.isWord && to.isSpokenToBare(around)) return true;
  return (
    (of.isSpokenOf(around) || of.isSetBeside(around)) &&
    (standing === 'nowhere' || !(of.isTold(around) || of.isKnownToAll(around)))
  );
}

/** Any word may be the first of a sentence: it is a name where its letters are a name’s, or where “you” follows. */
function isCalled(around: Around, { isSmall, isWord, isGiven, isAsSigned }: Spelt): boolean {
  if (isWord && /^\s*!/u.test(around.after)) return false;
  if (!isSmall || isGiven) return true;
  return to.isToYou(around) || (isAsSigned && whose.beginsSmall(around));
}

/** No turn of speech: a capital letter, or a given name, where no other word would stand. */
function isNamed(around: Around, name: string, { isSmall, isWord, isGiven, isAsSigned }: Spelt): boolean {
  if (isWord || whose.isIntroduced(around)) return false;
  if (isSmall && !isGiven) return isAsSigned && whose.beginsSmall(around);
  const isPlain = /^\p{L}+$/u.test(name.normalize('NFKC'));
  return !isPlain || !to.begins(around) || whose.isDoing(around);
}

/** True when a name of letters and spaces is written with smaller letters than it is signed with: “fed up” of Fed Up. */
function isInSmallLetters(written: string, name: string, begins: boolean): boolean {
  if (written.toLowerCase() === name.toLowerCase() && /[\p{N}_-]/u.test(name)) return false;
  const [here = '', signed = ''] = [written, name.replace(/[_.-]/gu, ' ')].map((text) =>
    text.normalize('NFKC'),
  );
  if (!/^[\p{L}\s]+$/u.test(signed)) return false;
  const capitals = (text: string) => text.match(/\p{Lu}/gu)?.length ?? 0;
  const least = begins ? 1 : 0;
  return capitals(here) < capitals(signed) || (capitals(signed) === 0 && capitals(here) <= least);
}

/** True when a name stands among capitals: nothing can be told from them. */
function isInCapitals(written: string, { before, after }: Around): boolean {
  const near = `${before.slice(-30)} ${after.slice(0, 30)}`;
  return !/\p{Ll}/u.test(written) && !/\p{Ll}/u.test(near) && (near.match(/\p{Lu}/gu)?.length ?? 0) > 5;
}

function inSmallLetters({ before, after }: Around): Around {
  return { before: before.toLowerCase(), after: after.toLowerCase() };
}
