import type { Around } from './reference.ts';
import { people } from './spoken-to.ts';

/** “A man called Jo” is somebody else. */
export function isIntroduced({ before }: Around): boolean {
  return /(?<!\p{L})(?:called|named|is|my|our|his|her|their|a|an|old|young|poor old)\s+$/iu.test(before);
}

/** “the lane resident”, “a townie”: what is said of anybody, in the words that somebody signs with. */
export function isDetermined({ before }: Around): boolean {
  return /(?<!\p{L})(?:the|an?|my|our|your|his|her|their|its|this|these|those|every|any|some|each|another|as an?|one)\s+$/iu.test(
    before,
  );
}

/** At the beginning of a sentence any word is written like a name: what follows must be a verb, or no word. */
export function isDoing({ after }: Around): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1];
  return next === undefined || verbs.test(next);
}

const verbs =
  /(?:ed|[^s]s)$|^(?:is|was|has|had|would|can|could|should|will|did|does|may|might|must|never|also|only|just|really|already|and|or|but|with|in|at|on|about|nearly|always|wrote|said|made|put|meant|got|still|too|for|to|of|if|lied|hat|ist|a|est|exagère|tiene|es|yn)$/u;

const titles = /^(?:mr|mrs|ms|dr|st|cllr|rev|prof|sgt|capt|col|sir|lord|lady)\.?$/i;

/** “Marta from the chandlery”, “Jack in the article”. */
const ofElsewhere =
  /^\s+(?:of(?! course)|from (?:the|my|our|next)|at (?:the|my|our)|in the (?:article|report|paper|piece|story|news|letter|picture|photo))(?!\p{L})/u;

/** “my sister Marta”. */
const ofSomebody = new RegExp(
  `(?<!\\p{L})(?:my|our|your|his|her|their|the|an?|\\p{L}+['’]s)\\s+(?:\\p{Ll}+\\s+)?(?:${people})\\s+$`,
  'iu',
);

/** A capital word beside it makes it part of another name, as a title does. */
export function hasOtherName({ before, after }: Around): boolean {
  if (/^(?:['’]s)?\s+(?!I\b|I['’])\p{Lu}/u.test(after) || ofElsewhere.test(after)) return true;
  if (ofSomebody.test(before)) return true;
  const previous = /(\p{L}[\p{L}.'’]*)\s+$/u.exec(before)?.[1];
  if (previous === undefined || !/^\p{Lu}/u.test(previous)) return false;
  if (titles.test(previous)) return true;
  if (/[.]$/.test(previous) || /^\p{Lu}{2,}$/u.test(previous)) return false;
  const ahead = before.trimEnd().slice(0, -previous.length).trimEnd();
  const isSentenceStart = ahead === '' || /[.!?…:,;()\u2010-\u2015\ufffc-]$/u.test(ahead);
  return !(isSentenceStart && openers.has(previous.toLowerCase()));
}

/** What may begin a sentence before a name. */
const openers = new Set(
  `
agree agreed as yes no sorry thanks thank and but so well like to ask what disagree hear with re
unlike because when if dear hi hello is does did has seconded spot perhaps maybe surely exactly oh
ah come comme merci non oui danke ja nein gracias wie como diolch fel according quite actually then
good fair nice great while though since also even ok okay contrary following echoing per see anyway
unless where how why who whether after before poor for cheers second seconding i both only totally
tell over give bless trust can could would should was were are do not never ta loved love loving
liked reading having apologies welcome absolutely indeed once still until than cc via hey look
listen wow ha haha lol aye yep yup nope nah morning steady hang hold aw nonsense rubbish
congratulations bravo precisely certainly definitely honestly seriously please somebody someone let
hats credit kudos respect correct true right wrong funny brilliant lovely excellent enough yet
`
    .trim()
    .split(/\s+/),
);

/** True at the beginning of a sentence whose neighbours begin with a capital: a word that does not is a name. */
export function beginsSmall({ before, after }: Around): boolean {
  if (/(?<!\p{L})(?:e\.g|i\.e|etc|vs|no|cf|approx|c)\.\s+$/iu.test(before)) return false;
  return (
    /(?:^|\p{L}[’'”")]?[.!?]\s+)$/u.test(before) &&
    /(?:^|[.!?]\s+)\p{Lu}\p{Ll}/u.test(`${before}\n${after}`) &&
    !/[.!?]\s+\p{Ll}/u.test(before)
  );
}

/** True for a name that is a word as well: small, it is the word, and it may begin any sentence. */
export function isCommonWord(name: string): boolean {
  return commonWords.has(name.normalize('NFKC').toLowerCase());
}

const commonWords = new Set(
  `
mark will may grace hope guest anonymous editor joy faith rose bill rob sue pat jack frank dawn april june reader resident admin me
`
    .trim()
    .split(/\s+/),
);
