import { aroundOf, type Line, type Reference } from './reference.ts';

/** Numbers as words, from one: what stands at place n means n + 1. */
export const numberWords: readonly string[] = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** The number that is written, in figures or as a word. */
export function numberOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) : numberWords.indexOf(written.toLowerCase()) + 1;
}

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}#-])(?:[Nn]umber\\s(?:${numberWords.join('|')})|(?:(?:[Nn]umber|NUMBER)\\s|[Nn]os?\\.\\s?|N[oO]\\s)\\d{1,4})(?![\\p{L}\\p{N}-]|[.,:/]\\d)`,
  'gu',
);

/** “I’m with no. 2”, “number four has a point”: only where somebody is agreed with, answered or says something. */
export function* findNumbersAlone({ text, paragraph }: Line): Generator<Reference> {
  const houses = new Set<number>();
  for (const match of text.matchAll(pattern)) {
    const [written] = match;
    const to = numberOf(/[\p{L}\p{N}]+$/u.exec(written)?.[0] ?? '');
    const { before, after } = aroundOf(text, match.index, match.index + written.length);
    if (isSomewhere.test(after) || counted.test(before)) houses.add(to);
    if (houses.has(to)) continue;
    const isShort = /^nos?\./u.test(written) && beforeShort.test(before);
    if (isShort || (to !== downingStreet && isPerson(before, after)))
      yield { text: written, to, paragraph, from: match.index };
  }
}

const downingStreet = 10;

function isPerson(before: string, after: string): boolean {
  if (answered.test(before) || inBrackets.test(before)) return true;
  return inThread.test(after) || (startsSaying.test(before) && says.test(after));
}

const beforeShort = /(?<!\p{L})(?:with|see|as|to|and|in|re|comment|cf\.?|than|like|or)\s+$/iu;

/** What follows the number of a house, a bus, a thing in a list. */
const isSomewhere =
  /^(?:,?\s+(?!I\b)\p{Lu}\p{Ll}|\s+(?:on (?:the|our|his|her|their|my) (?:list|agenda|round|bus)|in (?:the|our|his|her|their|my)|buse?s?|road|street|of|next door|by the|at the|hooks?|seat|shirt|platform|lane)\b)/u;

/** “the number 5”, “lane number 2”, “at number 7”: a thing’s. */
const counted =
  /(?<!\p{L})(?:the|a|an|my|our|your|his|her|their|this|that|at|outside|from|in|near|is|was|[’']m|[’']s|am|lane|room|ward|bus|house|flat|plot|unit|stall|berth|gate|item|point|question|reason|rule|option|shirt|player|platform|level|class|page|table|route|policy|clause|section|paragraph)\s+$/iu;

const answered =
  /(?:(?<!\p{L})(?:agree[sd]?(?: \p{Ll}+)? with|agreeing with|i(?:[’']?m| am) with|side with|repl(?:y|ies|ying) to|respon(?:se|ding) to|answer(?:ing)? to|contrary to|as for|(?:well|nicely|beautifully) (?:said|put)|hear,? hear|thanks|thank you|spot on|quoting|to quote|(?:whoever|who) wrote|dog of|words of|point of|comment of|post of),?\s+|(?:^|[.!?]\s+)(?:@|to|re:?|dear|agreed|sorry|exactly|yes|no),?\s*)$/iu;
const inThread = /^\s+(?:in|on) this (?:thread|page)(?!\p{L})/u;
const inBrackets =
  /(?<!\p{L})(?:commenter|poster|comment|reader|reply|response|post|writer|somebody|someone|person) \($/iu;

const startsSaying =
  /(?:^|[.!?…:;,\u2010-\u2015\ufffc(]\s*|(?<!\p{L})(?:as|what|that|like|if|when|so|and|but|think|because|since|where|how|why|unlike|than|does|did|has)\s+)$/iu;
const says =
  /^(?:['’]s (?:point|comment|post|reply|right|wrong|got it|question|idea)|\s+(?:(?:also|rightly|already|really|clearly|quite|just|above|has|have)\s+)?(?:says?|said|asks|asked|writes|wrote|puts? it|has it|points? out|pointed out|(?:is|was) (?:\p{Ll}+ )?(?:right|wrong|correct|mistaken|spot on|on to something|missing the point)|has a point|makes a|made a|made (?:me|my)|reckons|claims|claimed|thinks|forgets|misses|missed|nails it|nailed it|hits the nail|hit the nail|sums it up|summed it up|deserves|should (?:stand|be read|read|be ashamed|apologi[sz]e|know)|mean|means|meant|explains?|explained|suggests?|suggested)(?!\p{L}))/u;
