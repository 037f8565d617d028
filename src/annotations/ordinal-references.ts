import { numberOf, numberWords } from './numbers-alone.ts';
import { aroundOf, type Line, type Reference } from './reference.ts';
import { ofEachWording, type ReferenceWording } from './reference-wording.ts';

type Counting = { wording: ReferenceWording; number: number };

/** What follows the noun where the comment is somebody else’s, made elsewhere. */
const elsewhere =
  /^\s*(?:,?\s*(?:of|off|from|by|to|he|she|they|we|I|that|which|who|made(?! (?:me|my|us))|in|at|box|section|today|yesterday|received|post|piece|I['’]ve|you['’]ll|we['’]ll|office|de|du|des|der|von|vom|del|gan|o|(?:the|an?|my|our|your|his|her|their|this|that) (?:\p{Ll}+ ){1,3}(?:made|said|gave|wrote|sent|posted|got|heard))(?!\p{L})|['’]s?\s+(?!point)|[-\u2010])/iu;
/** What comes before it where it is only given, awaited or counted. */
const given =
  /(?<!\p{L}|\bas )(?:gave|give|given|made|make|issued|await(?:ing)?|wait(?:ing)? for|sent|got|received|was|is|be|been|his|her|my|their|our|wrote|today|for|on|since|in|until|before|after|with|than|became)\s+$/iu;

/** What is agreed with, before a comma, is a comment: “agree with the first comment, we …”. */
const agreedWith = /(?<!\p{L})(?:dis)?agree[sd]? (?:\p{Ll}+ )?with\s+$/iu;

/** “the first response”, “the previous commenter”, “the comment above mine”, in one of the languages. */
export function* findOrdinals(line: Line, counting: Counting): Generator<Reference> {
  yield* byPlace(line, counting);
  if (counting.wording.the !== 'the') return;
  yield* byWord(line);
  yield* begun(line, counting.number);
  yield* near(line, counting.number);
}

const placesIn = ofEachWording(({ the, nouns, ordinals, previous, cues }) => {
  const all = [...ordinals, previous].map((name) => `(${name})`).join('|');
  const noun = `(?:${nouns}|commenter|poster)`;
  const start = `(?<![\\p{L}\\p{N}])(?:${the})\\s+`;
  return {
    patterns: [
      new RegExp(`${start}(?:very\\s+)?(?:${all})\\s+${noun}(?![\\p{L}\\p{N}-])`, 'giu'),
      new RegExp(`${start}${noun}\\s+(?:${all})(?![\\p{L}\\p{N}-])`, 'giu'),
    ],
    cue: new RegExp(`(?<![\\p{L}])(?:${cues})\\s*$`, 'iu'),
  };
});

function* byPlace({ text, paragraph }: Line, { wording, number }: Counting): Generator<Reference> {
  const { patterns, cue } = placesIn(wording);
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const { before, after } = aroundOf(text, match.index, match.index + match[0].length);
      if (isTitle(match[0]) || (/post$/i.test(match[0]) && /^ on (?!here|this (?:thread|page))/.test(after)))
        continue;
      const isAgreedWith = agreedWith.test(before) && /^\s*,/u.test(after);
      const isOfOthers =
        (elsewhere.test(after) && !isAgreedWith) ||
        (given.test(before) &&
          !cue.test(before) &&
          !(/comment$/iu.test(match[0]) && /(?<!\p{L})in\s+$/iu.test(before)));
      if (isOfOthers) continue;
      const index = match.slice(1).findIndex((group) => group !== undefined);
      yield {
        text: match[0],
        to: index < wording.ordinals.length ? index + 1 : number - 1,
        paragraph,
        from: match.index,
      };
    }
}

/** “the Last Post” is the name of something. */
function isTitle(written: string): boolean {
  return /^(?:[Tt]he|a) (?:\p{Lu}\p{Ll}+ )*\p{Lu}\p{Ll}+$/u.test(written);
}

/** What follows what a comment is said to say, or where it is only named. */
const saying =
  "(?:\\s+(?:here|above|still|also|rightly|really|quite|clearly|just|already|on here))*(?:\\s*(?:$|[.,;:!?)\\u2013\\u2014\\ufffc])|['’]s point|\\s+(?:says?|said|has|had|is|was|asks|asked|puts?|makes|made (?:me|my|us|the point)|gets?|got|hits?|nails|nailed|misses|missed|sums|deserves|should|bothers|bothered|and|about)(?!\\p{L}))";
const wordPattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:comment|response|reply|post|commenter|poster)\\s(?:number\\s)?(${numberWords.join('|')})(?=${saying})`,
  'giu',
);
const notTheNumber =
  /(?<!\p{L})(?:an?|no|the|any|every|only|each|i|you|we|they|can|will|please|could|would|(?<!(?:^|[.!?]\s+))to)\s+$/iu;

/** “comment two has it”: not “a comment one hears”, nor “to post one”. */
function* byWord({ text, paragraph }: Line): Generator<Reference> {
  for (const match of text.matchAll(wordPattern)) {
    const [written, word = ''] = match;
    const { before, after } = aroundOf(text, match.index, match.index + written.length);
    if (notTheNumber.test(before)) continue;
    if (/^one$/i.test(word) && /^\s+(?!says?|said|has|is|was)/iu.test(after)) continue;
    yield { text: written, to: numberOf(word), paragraph, from: match.index };
  }
}

const begunPattern = new RegExp(
  `(?<=^|[.!?…]['’”)]?\\s+|\\ufffc\\s+)(First|Second|Third|Fourth|Fifth|Last|Previous)\\s(?:comment|commenter|poster)(?=${saying})`,
  'gu',
);
const places = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

/** “First commenter has a point.”: at the beginning of a sentence the article may be left out. */
function* begun({ text, paragraph }: Line, number: number): Generator<Reference> {
  for (const match of text.matchAll(begunPattern)) {
    const [written, place = ''] = match;
    const { after } = aroundOf(text, match.index, match.index + written.length);
    if (/^\s+(?:here|on here|above)?\s*[.,;:!?)\u2013\u2014]/u.test(after)) continue;
    const at = places.indexOf(place);
    yield { text: written, to: at < 0 ? number - 1 : at + 1, paragraph, from: match.index };
  }
}

const nearPattern =
  /(?<![\p{L}\p{N}])the (?:(?:comment|response|reply|post|remark|message|commenter|poster)(?: (?:directly|just|right|immediately))? (?:(?:above|before) (?:this one|this|mine|me)|above)|(?:person|one|lady|gentleman|chap|fellow|man|woman|reader) (?:above|before) me)(?! the| my| our| that)(?![\p{L}])/giu;

/** “the comment above”, “the poster before me”. */
function* near({ text, paragraph }: Line, number: number): Generator<Reference> {
  for (const match of text.matchAll(nearPattern)) {
    const [written] = match;
    const { before, after } = aroundOf(text, match.index, match.index + written.length);
    const isOfComment = /^the (?:com|res|rep|pos|rem|mes)/iu.test(written);
    if (isOfComment || (beforePerson.test(before) && afterPerson.test(after)))
      yield { text: written, to: number - 1, paragraph, from: match.index };
  }
}

/** Somebody above me may live upstairs: only who is answered, or said something. */
const beforePerson =
  /(?:^|[.!?…:;,\u2013\u2014(]\s*|(?<!\p{L})(?:to|with|like|as|what|and|but|than|@)\s+)$/iu;
const afterPerson =
  /^\s*(?:$|[:.,!?)\u2013\u2014]|\s(?:says?|said|has a point|has it|is (?:right|wrong|correct)|asks|asked|wrote|writes|puts? it)(?!\p{L}))/u;
