import type { Around } from './reference.ts';

/** Turns of speech by which readers speak to or of one another, in the languages that threads are written in. */

/** What comes before the first word of a sentence or clause. */
const clauseStart = /(?:^|[.!?…]['’”)]?\s+|[\u2013\u2014]\s*|[(:;]\s*|\n)$/u;
const saidOf =
  '(?:points?|comments?|posts?|repl(?:y|ies)|responses?|arguments?|views?|questions?|remarks?|claims?|suggestions?|ideas?|logic|answers?|take|opinions?|words|theor(?:y|ies)|figures?|numbers|sums?|maths|arithmetic|link|links|memory|account|version|quote|quotation|sources?|reasoning|complaint|proposal|advice|correction|assumption|assertion|objection|concern|worry|suspicion|last line|first line|second point|first point|last point|story|explanation|example|list|anecdote|sarcasm|joke|summary|timeline|beam|plan|rule|test|calculation|reading)';

const greeting =
  '(?:sorry|thanks|thank you|many thanks|no|yes|oh|well|hi|hello|dear|ok|okay|but|and|so|come on|cheers|merci|danke|gracias|diolch|non|oui|nein|ja|ah|hey|exactly|quite|sure|fair enough|nice one|agreed|really|actually|right|true|well said|well done|hear,? hear|good point|bravo|da iawn|lol at)';
const greeted = new RegExp(
  `(?:^|[.!?…:;,\\u2010-\\u2015\\ufffc]\\s*|\\s(?=well said|well done|thanks|sorry|hear,? hear))${greeting},?\\s+$`,
  'iu',
);

/** True at the beginning of a sentence or clause. */
export function begins({ before }: Around): boolean {
  return clauseStart.test(before);
}

/** “Name’s comment”: so plainly of the thread that it can be nobody in the news. */
export function isOfComment({ after }: Around): boolean {
  return /^['’]s?\s+(?:\p{Ll}+\s+){0,2}?(?:comments?|posts?|repl(?:y|ies)|responses?)(?!\p{L})/u.test(after);
}

/** “Name, that …”, “Thanks Name.”, “…, Name.”: spoken to. */
export function isSpokenTo(around: Around): boolean {
  const { before, after } = around;
  const isGreeted = greeted.test(before);
  if (
    (begins(around) || isGreeted) &&
    (addressed.test(after) || /^\s*(?:!|:|[\u2013\u2014]|\s-\s|…|\.{3})/u.test(after))
  )
    return true;
  if (isGreeted && /^\s*(?:[.,!?:;\u2013\u2014-]|for\b|love\b|\p{L}*$|$)/u.test(after)) return true;
  return /,\s+$/.test(before) && /^\s*(?:[.!?…]|$)/u.test(after) && !/,\s*\p{Lu}[^.!?]*,\s+$/u.test(before);
}

const addressed =
  /^\s*,\s*(?!who\b|the\b|an?\b|of\b|chair\b|leader\b|mayor\b)(?:\p{Ll}|\d|I\b|[“"‘'\ufffc])/u;

/** True when what is spoken to somebody turns to “you”, or asks: then it is no mention of somebody in the news. */
export function isToYou(around: Around): boolean {
  const sentence = /^[^.!?…]*[.!?…]?/u.exec(around.after)?.[0] ?? '';
  const isTurned =
    (begins(around) || greeted.test(around.before)) && /^\s*[,!:\u2013\u2014…]/u.test(around.after);
  return isTurned && you.test(sentence);
}

const you = /(?<!\p{L})(?:you|your|yours|you[’']\p{L}+|ye|yew|tu|vous|du|sie|ti|chi)(?!\p{L})|\?$/iu;

const agreement =
  '(?:agree(?:d|s|ing)?|disagree(?:d|s|ing)?|sympathi[sz]e|side|siding|(?:i.m|am|is|are|all|’m) with|with|d.accord|stimme|einverstanden|einig|de acuerdo|cytuno)';
const agreeing = new RegExp(
  `(?<!\\p{L})${agreement}(?:\\s+(?:entirely|completely|totally|fully|wholly|partly|strongly|very much|here|more|on this|on that|voll|ganz|totalement|totalmente|yn llwyr))*(?:\\s+(?:with|avec|mit|con|â|gyda))?\\s+$`,
  'iu',
);

/** “I agree entirely with …”, and not “I met with …”. */
function isAgreement({ before }: Around): boolean {
  return (
    agreeing.test(before) &&
    !/(?<!\p{L})(?:met|spoke|went|work(?:ed|s)?|live[sd]?|play(?:ed|s)?|sat|drive|drove|along|together|meeting|talk(?:ed|ing)?|dinner|tea|do|done|up) with\s+$/iu.test(
      before,
    )
  );
}

const says =
  "(?:says?|said|asks?|asked|writes?|wrote|points out|pointed out|puts it|put it|notes?|noted|claims?|claimed|argues?|argued|suggests?|suggested|reckons?|mentions?|mentioned|thinks?|makes a|made a|raises?|raised|explains?|explained|quotes?|quoted|describes?|described|assumes?|forgets?|misses|missed|has a point|has it|has the|has got|is (?:quite |absolutely |dead |probably |partly |half |completely |just |simply |not |perfectly |surely )?(?:right|wrong|correct|mistaken|spot on|spot-on|on to|onto something|missing|confusing|being|forgetting|joking|kidding)|was (?:right|wrong|correct)|isn[’']t (?:right|wrong)|got it|gets it|hits the|hit the|nails it|nailed it|knows|sums|beat me|dit|a raison|a tort|écrit|sagt|schreibt|hat (?:völlig |ganz )?recht|irrt|dice|tiene (?:toda la |mucha )?razón|escribe|yn iawn|yn dweud)";

/** “agree with Name”, “as Name says”, “Name’s point”, “in reply to Name”: spoken of as the writer of a comment. */
export function isSpokenOf(around: Around): boolean {
  const { before, after } = around;
  return (
    (isAgreement(around) && agreedOn.test(after)) ||
    saidByName.test(after) ||
    (beforeSaying.test(before) && saying.test(after)) ||
    (beforeAnswered.test(before) && answered.test(after)) ||
    (/(?<!\p{L})(?:does|did|do|would|has|is|could|can|will)\s+$/iu.test(before) && meaning.test(after))
  );
}

const agreedOn =
  /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:here|above|on|that|about|and|is|was|has|says|said|but|there|entirely|completely|in|when|too|as|i|for)(?!\p{L}))/iu;
const saidByName = new RegExp(
  `^['’](?:s?\\s+(?:(?:first|second|last|main|other|earlier|original|own|very|good|whole|excellent)\\s+){0,2}${saidOf}|s\\s+(?:right|wrong|correct|got|spot|missed|forgotten|being))(?!\\p{L})`,
  'iu',
);
const beforeSaying = new RegExp(
  `(?<!\\p{L})(?:as|what|like|unlike|when|if|where|that|than|because|since|but|and|think|thinks|sure|though|while|comme|wie|como|fel|believe|suspect|hope|afraid|say)\\s+$|${clauseStart.source}`,
  'iu',
);
const saying = new RegExp(
  `^\\s+(?:(?:also|rightly|already|really|clearly|quite|above|just|never|still|only)\\s+)?${says}(?!\\p{L})`,
  'iu',
);
const beforeAnswered =
  /(?<!\p{L})(?:repl(?:y|ying)|answer(?:ing)?|respon(?:se|ding)|contrary|according|addressed|listen|question|point|in answer|second|seconding|echo(?:ing)?|ask(?:ing)?|support|quote|quoting|per|re:?|réponse|antwort an|respuesta|ateb i)\s*(?:to|of|from|for|à|a)?\s+$/iu;
const answered =
  /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:above|here|on|about|is|and|said|says|i|who|how|what|why|where|whether|the|if)(?!\p{L}))/iu;
const meaning =
  /^\s+(?:mean|think|know|have|suggest|propose|say|want|really|expect|remember|imagine|believe|suppose)(?!\p{L})/iu;

/** “A man called Jo” is somebody else. */
export function isIntroduced({ before }: Around): boolean {
  return /(?<!\p{L})(?:called|named|is|my|our|his|her|their|a|an|old|young|poor old)\s+$/iu.test(before);
}

/** At the beginning of a sentence any word is written like a name: what follows must be a verb, or no word. */
export function isDoing({ after }: Around): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1];
  return next === undefined || verbs.test(next);
}

const verbs =
  /(?:ed|[^s]s)$|^(?:is|was|has|had|would|can|could|should|will|did|does|may|might|must|never|also|only|just|really|already|and|or|but|with|in|at|on|about|nearly|always|wrote|said|made|put|meant|got|still|too|for|to|of|if|lied|hat|ist|a|est|exagère|tiene|es|yn)$/u;

const titles = /^(?:mr|mrs|ms|dr|st|cllr|rev|prof|sgt|capt|col|sir|lord|lady)\.?$/i;

/** A capital word beside it makes it part of another name, as a title does. */
export function hasOtherName({ before, after }: Around): boolean {
  if (/^(?:['’]s)?\s+(?!I\b|I['’])\p{Lu}/u.test(after)) return true;
  const previous = /(\p{L}[\p{L}.'’]*)\s+$/u.exec(before)?.[1];
  if (previous === undefined || !/^\p{Lu}/u.test(previous)) return false;
  if (titles.test(previous)) return true;
  if (/[.]$/.test(previous) || /^\p{Lu}{2,}$/u.test(previous)) return false;
  const ahead = before.trimEnd().slice(0, -previous.length).trimEnd();
  const isSentenceStart = ahead === '' || /[.!?…:,;()\u2010-\u2015\ufffc-]$/u.test(ahead);
  return !(isSentenceStart && openers.has(previous.toLowerCase()));
}

const openers = new Set([
  ...[
    'agree',
    'agreed',
    'as',
    'yes',
    'no',
    'sorry',
    'thanks',
    'thank',
    'and',
    'but',
    'so',
    'well',
    'like',
    'to',
  ],
  ...[
    'ask',
    'what',
    'disagree',
    'hear',
    'with',
    're',
    'unlike',
    'because',
    'when',
    'if',
    'dear',
    'hi',
    'hello',
  ],
  ...[
    'is',
    'does',
    'did',
    'has',
    'seconded',
    'spot',
    'perhaps',
    'maybe',
    'surely',
    'exactly',
    'oh',
    'ah',
    'come',
  ],
  ...[
    'comme',
    'merci',
    'non',
    'oui',
    'danke',
    'ja',
    'nein',
    'gracias',
    'wie',
    'como',
    'diolch',
    'fel',
    'according',
  ],
  ...[
    'quite',
    'actually',
    'then',
    'good',
    'fair',
    'nice',
    'great',
    'while',
    'though',
    'since',
    'also',
    'even',
    'ok',
    'okay',
  ],
  ...[
    'contrary',
    'following',
    'echoing',
    'per',
    'see',
    'anyway',
    'unless',
    'where',
    'how',
    'why',
    'who',
    'whether',
    'after',
    'before',
    'poor',
    'for',
    'cheers',
    'second',
    'seconding',
    'i',
    'both',
    'only',
    'totally',
  ],
]);
