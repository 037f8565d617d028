import type { Earlier, Reference, Referring } from './reference.ts';

/** References by the name of a commenter: “@Name” anywhere, a name alone only where it is plainly spoken to or of. */
export function findNamed(comment: Referring, lines: readonly string[]): Reference[] {
  const named = namesOf(comment);
  if (named.length === 0) return [];
  const anyName = named.map(({ pattern }) => pattern).join('|');
  const found: Reference[] = [];
  for (const [paragraph, text] of lines.entries())
    for (const { from, written } of mentions(text, anyName)) {
      const name = named.find(({ key }) => key === keyOf(written.replace(/^@\s?/, '')));
      if (!name || name.isOwn) continue;
      const place = { before: text.slice(0, from), after: text.slice(from + written.length) };
      if (written.startsWith('@') || isMeant(name, { ...place, written }))
        found.push({ text: written, to: name.number, paragraph, from });
    }
  return found;
}

function begins(before: string): boolean {
  return clauseStart.test(before);
}

type Named = {
  key: string;
  pattern: string;
  number: number;
  isOwn: boolean;
  /** The article has the name too, or it is a word of the language: then only the plainest turns count. */
  isDoubtful: boolean;
  isPlain: boolean;
};

/** Names of earlier commenters, the longest first, each with its nearest comment. */
function namesOf({ author, earlier, article }: Referring): Named[] {
  const own = keyOf(author);
  const nearest = new Map<string, Earlier>();
  for (const each of earlier) nearest.set(keyOf(each.author), each);
  nearest.set(own, { number: 0, author });
  return [...nearest]
    .filter(([key]) => key.length > 1)
    .sort(([one], [other]) => other.length - one.length)
    .map(([key, { number, author: name }]) => {
      const pattern = patternOf(name);
      return {
        ...{ key, pattern, number, isOwn: key === own },
        isDoubtful: new RegExp(`${start}(?:${pattern})${end}`, 'u').test(article),
        isPlain: /^\p{L}+$/u.test(name.normalize('NFKC')),
      };
    });
}

const start = '(?<![\\p{L}\\p{N}@._-])';
const end = "(?![\\p{L}\\p{N}]|[-_.@](?=[\\p{L}\\p{N}]))";

/** How a name is spelled by others: with or without spaces, hyphens, dots and underscores, in letters of any width. */
function patternOf(name: string): string {
  const parts = name.normalize('NFKC').split(/[\s\-‐‑_.]+/u).filter(Boolean);
  const joined = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[\\s\\-‐‑_.]*');
  return /\.$/u.test(name) ? `${joined}\\.?` : joined;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s\-‐‑_.]+/gu, '');
}

type Mention = { from: number; written: string };

function* mentions(text: string, anyName: string): Generator<Mention> {
  const wide = text.replace(/[\uff01-\uff5e]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );
  for (const match of wide.matchAll(new RegExp(`${start}@?(?:${anyName})${end}`, 'giu')))
    yield { from: match.index, written: text.slice(match.index, match.index + match[0].length) };
}

type Place = { before: string; after: string; written: string };

function isMeant(name: Named, { before, after, written }: Place): boolean {
  if (hasOtherName(before, after)) return false;
  const isSmall = !/^\p{Lu}/u.test(written.normalize('NFKC'));
  const isWord = commonWords.has(name.key);
  if (isAddressed({ before, after }, name)) return !(isSmall && isWord);
  if (name.isDoubtful) return false;
  if (isSpokenOf({ before, after })) return !(isSmall && isWord);
  if (isWord || (isSmall && name.isPlain) || isIntroduced(before)) return false;
  return !name.isPlain || !begins(before) || isDoing(after);
}

/** “A man called Jo” is somebody else. */
function isIntroduced(before: string): boolean {
  return /(?<!\p{L})(?:called|named|is|my|our|his|her|their|a|an|old|young|young|poor old)\s+$/iu.test(before);
}

/** At the beginning of a sentence any word is written like a name: what follows must be a verb, or no word. */
function isDoing(after: string): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1];
  return next === undefined || verbs.test(next);
}

const verbs =
  /(?:ed|[^s]s)$|^(?:is|was|has|had|would|can|could|should|will|did|does|may|might|must|never|also|only|just|really|already|and|or|but|with|in|at|on|about|nearly|always|wrote|said|made|put|meant|got|still|too|for|to|of|if|lied|hat|ist|a|est|exagère|tiene|es|yn)$/u;

/** Names that are words as well: small, they are the word. */
const commonWords = new Set([
  ...['mark', 'will', 'may', 'grace', 'hope', 'guest', 'anonymous', 'editor', 'joy', 'faith', 'rose', 'bill'],
  ...['rob', 'sue', 'pat', 'jack', 'frank', 'dawn', 'april', 'june', 'reader', 'resident', 'admin', 'me'],
]);

const titles = /^(?:mr|mrs|ms|dr|st|cllr|rev|prof|sgt|capt|col|sir|lord|lady)\.?$/i;

/** A capital word beside it makes it part of another name, as a title does. */
function hasOtherName(before: string, after: string): boolean {
  if (/^(?:['’]s)?\s+(?!I\b|I['’])\p{Lu}/u.test(after)) return true;
  const previous = /(\p{L}[\p{L}.'’]*)\s+$/u.exec(before)?.[1];
  if (previous === undefined || !/^\p{Lu}/u.test(previous)) return false;
  if (titles.test(previous)) return true;
  if (/[.]$/.test(previous) || /^\p{Lu}{2,}$/u.test(previous)) return false;
  const ahead = before.trimEnd().slice(0, -previous.length).trimEnd();
  const isSentenceStart = ahead === '' || /[.!?…:,;()\u2010-\u2015\u0000-]$/u.test(ahead);
  return !(isSentenceStart && openers.has(previous.toLowerCase()));
}

const openers = new Set([
  ...['agree', 'agreed', 'as', 'yes', 'no', 'sorry', 'thanks', 'thank', 'and', 'but', 'so', 'well', 'like', 'to'],
  ...['ask', 'what', 'disagree', 'hear', 'with', 're', 'unlike', 'because', 'when', 'if', 'dear', 'hi', 'hello'],
  ...['is', 'does', 'did', 'has', 'seconded', 'spot', 'perhaps', 'maybe', 'surely', 'exactly', 'oh', 'ah', 'come'],
  ...['comme', 'merci', 'non', 'oui', 'danke', 'ja', 'nein', 'gracias', 'wie', 'como', 'diolch', 'fel', 'according'],
  ...['quite', 'actually', 'then', 'good', 'fair', 'nice', 'great', 'while', 'though', 'since', 'also', 'even', 'ok', 'okay'],
  ...['contrary', 'following', 'echoing', 'per', 'see', 'anyway', 'unless', 'where', 'how', 'why', 'who', 'whether', 'after', 'before', 'poor', 'for', 'cheers', 'second', 'seconding', 'i', 'both', 'only', 'totally'],
]);

const agreement =
  '(?:agree(?:d|s|ing)?|disagree(?:d|s|ing)?|sympathi[sz]e|side|siding|(?:i.m|am|is|are|all|’m) with|with|d.accord|stimme|einverstanden|einig|de acuerdo|cytuno)';
const agreeing = new RegExp(
  `(?<!\\p{L})${agreement}(?:\\s+(?:entirely|completely|totally|fully|wholly|partly|strongly|very much|here|more|on this|on that|voll|ganz|totalement|totalmente|yn llwyr))*(?:\\s+(?:with|avec|mit|con|â|gyda))?\\s+$`,
  'iu',
);

function isAgreement(before: string): boolean {
  return agreeing.test(before) && !/(?<!\p{L})(?:met|spoke|went|work(?:ed|s)?|live[sd]?|play(?:ed|s)?|sat|drive|drove|along|together|meeting|talk(?:ed|ing)?|dinner|tea|do|done|up) with\s+$/iu.test(before);
}

type Around = { before: string; after: string };

const clauseStart = /(?:^|[.!?…]['’”)]?\s+|[\u2013\u2014]\s*|[(:;]\s*|\n)$/u;
const saidOf =
  "(?:points?|comments?|posts?|repl(?:y|ies)|responses?|arguments?|views?|questions?|remarks?|claims?|suggestions?|ideas?|logic|answers?|take|opinions?|words|theor(?:y|ies)|figures?|numbers|sums?|maths|arithmetic|link|links|memory|account|version|quote|quotation|sources?|reasoning|complaint|proposal|advice|correction|assumption|assertion|objection|concern|worry|suspicion|last line|first line|second point|first point|last point|story|explanation|example|list|anecdote|sarcasm|joke|summary|timeline|beam|plan|rule|test|calculation|reading)";

const greeting =
  '(?:sorry|thanks|thank you|many thanks|no|yes|oh|well|hi|hello|dear|ok|okay|but|and|so|come on|cheers|merci|danke|gracias|diolch|non|oui|nein|ja|ah|hey|exactly|quite|sure|fair enough|nice one|agreed|really|actually|right|true|well said|well done|hear,? hear|good point|bravo|da iawn|lol at)';
const greeted = new RegExp(`(?:^|[.!?…:;,\\u2010-\\u2015\\u0000]\\s*|\\s(?=well said|well done|thanks|sorry|hear,? hear))${greeting},?\\s+$`, 'iu');

/** Spoken to, or so plainly of the comment that it can be nobody in the news. */
function isAddressed({ before, after }: Around, { isDoubtful }: Named): boolean {
  const sentence = /^[^.!?…]*[.!?…]?/u.exec(after)?.[0] ?? '';
  const isToYou = /(?<!\p{L})(?:you|your|yours|you[’']\p{L}+|ye|yew|tu|vous|du|sie|ti|chi)(?!\p{L})|\?$/iu.test(sentence);
  if (/^['’]s?\s+(?:\p{Ll}+\s+){0,2}?(?:comments?|posts?|repl(?:y|ies)|responses?)(?!\p{L})/u.test(after)) return true;
  if (begins(before) || greeted.test(before)) {
    if (/^\s*,\s*(?!who\b|the\b|an?\b|of\b|chair\b|leader\b|mayor\b)(?:\p{Ll}|\d|I\b|[“"‘'\u0000])/u.test(after))
      return !isDoubtful || isToYou;
    if (/^\s*(?:!|:|[\u2013\u2014]|\s-\s|…|\.{3})/u.test(after)) return !isDoubtful || isToYou;
  }
  if (greeted.test(before) && /^\s*(?:[.,!?:;\u2013\u2014-]|for\b|love\b|\p{L}*$|$)/u.test(after)) return !isDoubtful;
  return !isDoubtful && /,\s+$/.test(before) && /^\s*(?:[.!?…]|$)/u.test(after) && !/,\s*\p{Lu}[^.!?]*,\s+$/u.test(before);
}

const says =
  '(?:says?|said|asks?|asked|writes?|wrote|points out|pointed out|puts it|put it|notes?|noted|claims?|claimed|argues?|argued|suggests?|suggested|reckons?|mentions?|mentioned|thinks?|makes a|made a|raises?|raised|explains?|explained|quotes?|quoted|describes?|described|assumes?|forgets?|misses|missed|has a point|has it|has the|has got|is (?:quite |absolutely |dead |probably |partly |half |completely |just |simply |not |perfectly |surely )?(?:right|wrong|correct|mistaken|spot on|spot-on|on to|onto something|missing|confusing|being|forgetting|joking|kidding)|was (?:right|wrong|correct)|isn[’\']t (?:right|wrong)|got it|gets it|hits the|hit the|nails it|nailed it|knows|sums|beat me|dit|a raison|a tort|écrit|sagt|schreibt|hat (?:völlig |ganz )?recht|irrt|dice|tiene (?:toda la |mucha )?razón|escribe|yn iawn|yn dweud)';

/** Spoken of as the writer of a comment. */
function isSpokenOf({ before, after }: Around): boolean {
  const follows = /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:here|above|on|that|about|and|is|was|has|says|said|but|there|entirely|completely|in|when|too|as|i|for)(?!\p{L}))/iu;
  if (isAgreement(before) && follows.test(after)) return true;
  if (new RegExp(`^['’]s?\\s+(?:(?:first|second|last|main|other|earlier|original|own|very|good|whole|excellent)\\s+){0,2}${saidOf}(?!\\p{L})`, 'iu').test(after)) return true;
  if (new RegExp(`(?<!\\p{L})(?:as|what|like|unlike|when|if|where|that|than|because|since|but|and|think|thinks|sure|though|while|comme|wie|como|fel|believe|suspect|hope|afraid|say)\\s+$|${clauseStart.source}`, 'iu').test(before) && new RegExp(`^\\s+(?:(?:also|rightly|already|really|clearly|quite|above|just|never|still|only)\\s+)?${says}(?!\\p{L})`, 'iu').test(after)) return true;
  if (/(?<!\p{L})(?:repl(?:y|ying)|answer(?:ing)?|respon(?:se|ding)|contrary|according|addressed|listen|question|point|in answer|second|seconding|echo(?:ing)?|ask(?:ing)?|support|quote|quoting|per|re:?|réponse|antwort an|respuesta|ateb i)\s*(?:to|of|from|for|à|a)?\s+$/iu.test(before) && /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:above|here|on|about|is|and|said|says|i|who|how|what|why|where|whether|the|if)(?!\p{L}))/iu.test(after)) return true;
  if (/^['’]s\s+(?:right|wrong|correct|got|spot|missed|forgotten|being)(?!\p{L})/iu.test(after)) return true;
  return /(?<!\p{L})(?:does|did|do|would|has|is|could|can|will)\s+$/iu.test(before) && /^\s+(?:mean|think|know|have|suggest|propose|say|want|really|expect|remember|imagine|believe|suppose)(?!\p{L})/iu.test(after);
}
