import { findNumbersAlone } from './numbers-alone.ts';
import { findOrdinals } from './ordinal-references.ts';
import { aroundOf, type Line, type Reference, type Referring } from './reference.ts';
import { ofEachWording, type ReferenceWording, referenceWordings } from './reference-wording.ts';

type Found = Reference[];

/** References by number (“#3”, “comments 2 and 5”) and by ordinal (“the first response”). */
export function findNumbered(comment: Referring, lines: readonly string[]): Found {
  const found: Found = [];
  for (const [paragraph, text] of lines.entries()) {
    const line = { text, paragraph };
    const candidates = [
      ...hashes(line),
      ...above(line),
      ...possessive(line),
      ...referenceWordings.flatMap((wording) => [
        ...counted(line, wording),
        ...several(line, wording),
        ...findOrdinals(line, { wording, number: comment.number }),
      ]),
      ...findNumbersAlone(line),
    ];
    for (const each of candidates) if (comment.earlier.has(each.to)) found.push(each);
  }
  return found.filter(
    (each, index) =>
      found.findIndex((other) => other.paragraph === each.paragraph && overlaps(other, each)) === index,
  );
}

function overlaps(one: Reference, other: Reference): boolean {
  return one.from < other.from + other.text.length && other.from < one.from + one.text.length;
}

const functionWords =
  'to|at|re|re:|see|that|read|re-read|reread|reading|answer|answers|answering|ignore|second|seconding|meant|think|with|as|in|by|of|and|or|from|per|than|like|both|what|agree|@|on|for|but|also|yes|no|so|thanks|sorry|well|contra|unlike|about|says?|said|you|after|since|before|than|because|loved?|liked?|quoting|if|when|while|where|as (?:is|are|does|was)|why|how|does|did|has|à|avec|comme|voir|et|zu|mit|siehe|und|wie|a|con|y|ver|gyda|â|ac|gweler|stimme|dywedodd|point|like';
const beforeHash = new RegExp(
  `(?:^|(?<!\\bref)[.,;:!?()\\[\\]\\u2010-\\u2015\\ufffc]|(?:^|[.!?…]\\s+)(?:is|was)|\\b(?:${functionWords}))\\s*$`,
  'iu',
);
const afterHash =
  /^(?!\/)(?!\s*(?:of|in|at|for|on the|on our|place|spot|rule|reason|priority|choice|fan|enemy|issue|problem|seed|hit|draw|cause|killer|complaint|worry|danger)(?!\p{L}))/iu;

function* hashes({ text, paragraph }: Line): Generator<Reference> {
  for (const match of text.matchAll(/(?<![\p{L}\p{N}&#/@.])[#@](\d{1,5})(?![\p{L}\p{N}#]|[.,]\d|-\d)/gu)) {
    const [written, digits = ''] = match;
    const from = match.index;
    if (!beforeHash.test(aroundOf(text, from, from).before)) continue;
    if (!afterHash.test(aroundOf(text, from, from + written.length).after)) continue;
    yield { text: written, to: Number(digits), paragraph, from };
  }
}

const beforeAbove = /(?:^|[(,;:.]\s*|\b(?:see|as|as for|since|in|re|with|to|at|cf\.?|per|from)\s+)$/iu;

function* above({ text, paragraph }: Line): Generator<Reference> {
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}£$€.,])(?:no\. ?)?(\d{1,4}) above\b(?! (?:zero|average|the|par|sea|ground|board))/giu,
  )) {
    if (!beforeAbove.test(aroundOf(text, match.index, match.index).before)) continue;
    yield { text: match[0], to: Number(match[1]), paragraph, from: match.index };
  }
}

/** “20’s point”. */
function* possessive({ text, paragraph }: Line): Generator<Reference> {
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}£$€.,#])(\d{1,4})['’]s (?=(?:point|comment|post|reply|response|argument|question|view)s?(?!\p{L}))/giu,
  ))
    yield { text: match[1] ?? '', to: Number(match[1]), paragraph, from: match.index };
}

const joiner = '(?:\\s*(?:no\\.?|nr\\.?|number|num\\.?|n°|nº|rhif)?\\s*#?\\s*)';
/** What follows a number that is no comment's: part of another number, or a measure. */
const notCounted =
  /^\s*(?:%|[.,:/-]\d)|^\p{L}|^\s+(?:minutes?|hours?|days?|weeks?|months?|years?|times|of|miles|people|words|per|feet|foot|inches|metres|on the|in the|at the|by the|outside|near)\b/iu;

const countedIn = ofEachWording(
  ({ nouns }) =>
    new RegExp(`(?<![\\p{L}\\p{N}-])(?:${nouns}|commenter|poster)${joiner}(\\d{1,5})(?![\\p{N}])`, 'giu'),
);

function* counted({ text, paragraph }: Line, wording: ReferenceWording): Generator<Reference> {
  for (const match of text.matchAll(countedIn(wording))) {
    const [written, digits] = match;
    const after = aroundOf(text, match.index, match.index + written.length).after;
    if (notCounted.test(after)) continue;
    yield { text: written, to: Number(digits), paragraph, from: match.index };
  }
}

const severalIn = ofEachWording(({ plurals }) => {
  const number = '#?\\d{1,5}';
  return new RegExp(
    `(?<![\\p{L}\\p{N}-])((?:${plurals})\\s+(?:nos?\\.?\\s*)?${number})((?:\\s*(?:,|&|and|or|et|und|y|o|a|ac)\\s*${number})+)(?![\\p{L}\\p{N}]|[.,]\\d)`,
    'giu',
  );
});

/** “comments 2, 3 and 5”: the noun with the first number, and each further number by itself. */
function* several({ text, paragraph }: Line, wording: ReferenceWording): Generator<Reference> {
  for (const match of text.matchAll(severalIn(wording))) {
    const [, first = '', rest = ''] = match;
    yield { text: first, to: lastNumber(first), paragraph, from: match.index };
    for (const each of rest.matchAll(/#?\d+/g))
      yield {
        text: each[0],
        to: lastNumber(each[0]),
        paragraph,
        from: match.index + first.length + each.index,
      };
  }
}

function lastNumber(text: string): number {
  return Number(/\d+$/.exec(text)?.[0]);
}
