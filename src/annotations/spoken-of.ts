import type { Around } from './reference.ts';
import { clauseStart } from './spoken-to.ts';

const saidOf =
  '(?:points?|comments?|posts?|repl(?:y|ies)|responses?|arguments?|views?|questions?|remarks?|claims?|suggestions?|ideas?|logic|answers?|take|opinions?|words|theor(?:y|ies)|figures?|numbers|sums?|maths|arithmetic|link|links|memory|account|version|quote|quotation|sources?|reasoning|complaint|proposal|advice|correction|assumption|assertion|objection|concern|worry|suspicion|last line|first line|second point|first point|last point|story|explanation|example|list|anecdote|sarcasm|joke|summary|timeline|beam|plan|rule|test|calculation|reading)';

/** “Name’s comment”: so plainly of the thread that it can be nobody in the news. */
export function isOfComment({ after }: Around): boolean {
  return /^['’]s?\s+(?:\p{Ll}+\s+){0,2}?(?:comments?|posts?|repl(?:y|ies)|responses?)(?!\p{L})/u.test(after);
}

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
    (!/(?<!\p{L})with\s+$/iu.test(before) || sidingWith.test(before)) &&
    !/(?<!\p{L})(?:met|spoke|went|work(?:ed|s)?|live[sd]?|play(?:ed|s)?|sat|drive|drove|along|together|meeting|talk(?:ed|ing)?|dinner|tea|do|done|up) with\s+$/iu.test(
      before,
    )
  );
}

/** “I’m with …”, “agree with …”, “With … on this”: not “I went to school with …”. */
const sidingWith =
  /(?:(?:^|[.!?…:;,\u2010-\u2015\ufffc(]\s*)(?:and |but |so |very much |totally |absolutely |entirely |completely |all )*|(?<!\p{L})(?:(?:i|we)[’']?(?:m|re)|am|are|is|i’m|dis)?(?:agree(?:d|s|ing)?|sympathi[sz]e|side|siding|sided|differ|am|are|(?:i|we)['’](?:m|re)|im)(?: \p{Ll}+){0,3} )with\s+$/iu;

const says =
  "(?:says?|said|asks?|asked|writes?|wrote|points out|pointed out|puts it|put it|notes?|noted|claims?|claimed|argues?|argued|suggests?|suggested|reckons?|mentions?|mentioned|thinks?|makes a|made a|raises?|raised|explains?|explained|quotes?|quoted|describes?|described|assumes?|forgets?|misses|missed|has a point|has it|has the|has got|is (?:quite |so |very |too |technically |certainly |clearly |obviously |of course |also |entirely |partially |dead |largely |exactly |basically |indeed |actually |absolutely |dead |probably |partly |half |completely |just |simply |not |perfectly |surely )?(?:right(?! (?:next|here|there|in|on|at|by|behind|outside|opposite|beside|above|below|under)(?!\\p{L}))|wrong|correct|mistaken|spot on|spot-on|on to|onto something|missing|confusing|being|forgetting|joking|kidding)|was (?:right|wrong|correct)|are (?:both |all |quite )*(?:right|wrong|correct|mistaken|spot on)|have (?:both |all |already )*(?:said|a point|it|shown)|isn[’']t (?:right|wrong)|got it|gets it|hits the|hit the|nails it|nailed it|knows|sums|beat me|dit|a raison|a tort|écrit|sagte?|schreibt|schrieb|meinte?|hat (?:völlig |ganz )?recht|irrt|dice|tiene (?:toda la |mucha )?razón|escribe|yn iawn|yn dweud)";

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
  /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:here|above|on|that|about|and|is|was|has|says|said|but|there|entirely|completely|in|when|too|as|i|for|zu)(?!\p{L}))/iu;
const saidByName = new RegExp(
  `^['’](?:s?\\s+(?:(?:first|second|last|main|other|earlier|original|own|very|good|whole|excellent)\\s+){0,2}${saidOf}|s\\s+(?:right|wrong|correct|got|spot|missed|forgotten|being))(?!\\p{L})`,
  'iu',
);
const beforeSaying = new RegExp(
  `(?<!\\p{L})(?:as|what|like|unlike|when|if|where|that|than|because|since|but|and|think|thinks|sure|though|while|comme|wie|como|fel|believe|suspect|hope|afraid|say|so)\\s+$|,\\s+$|${clauseStart.source}`,
  'iu',
);
const saying = new RegExp(
  `^\\s+(?:(?:also|rightly|already|really|clearly|quite|above|just|never|still|only|schon|ja|richtig|and others)\\s+)?${says}(?!\\p{L})`,
  'iu',
);
const beforeAnswered =
  /(?<!\p{L})(?:repl(?:y|ying)|respect|offence|disrespect|over|hats off|hat off|credit|kudos|apologies|compliments|congratulations|congrats|sorry|thank you|message|question|word|answer(?:ing)?|respon(?:se|ding)|contrary|according|addressed|listen|question|point|in answer|second|seconding|echo(?:ing)?|ask(?:ing)?|support|quote|quoting|per|re:?|réponse|antwort an|respuesta|ateb i)\s*(?:to|of|from|for|à|a)?\s+$/iu;
const answered =
  /^(?:\s*$|\s*[.,;:!?)\u2013\u2014]|\s+(?:above|here|on|about|for|but|is|and|said|says|i|who|how|what|why|where|whether|the|if)(?!\p{L}))/iu;
const meaning =
  /^\s+(?:mean|think|know|have|get|find|hear|read|see|suggest|propose|say|want|really|expect|remember|imagine|believe|suppose)(?!\p{L})/iu;

/** “As for Name”, “like Name, I …”, “as mentioned by Name”, “so does Name”: set beside somebody of the thread. */
export function isSetBeside({ before, after }: Around): boolean {
  return (
    (saidBefore.test(before) && answered.test(after)) ||
    (/(?:^|[.!?…]\s+)(?:un)?like\s+$/iu.test(before) && /^,?\s+(?:I|i|we|my)(?!\p{L})/u.test(after)) ||
    (/(?<!\p{L})thanks to\s+$/iu.test(before) && /^ for (?:the|that|this)(?!\p{L})/u.test(after)) ||
    (/(?<!\p{L})(?:so|nor|neither) (?:does|do|did|has)\s+$/iu.test(before) &&
      /^\s*(?:[.,;!)]|$)/u.test(after))
  );
}

const saidBefore =
  /(?<!\p{L})(?:as for|\+1 to|(?:said|mentioned|pointed out|quoted|raised|suggested) by|comme (?:le )?(?:dit|disait|écrit)|como (?:dice|dijo|escribe))\s+$/iu;

/** “Name said …” may tell what somebody in the news told others; “as Name said” does not. */
export function isTold({ before, after }: Around): boolean {
  return (
    clauseStart.test(before) &&
    /^\s+(?:\p{Ll}+ )?(?:says?|said|asks?|asked|writes?|wrote|claims?|claimed|thinks?|knows|argue[sd]|suggest(?:s|ed)|explain(?:s|ed)|repl(?:ies|ied))(?!\p{L})/u.test(
      after,
    )
  );
}

/** “Ask Name”, “hats off to Name”: of anybody who is known. */
export function isKnownToAll({ before }: Around): boolean {
  return /(?<!\p{L})(?:ask(?:ing)?|listen to|support|second|hats? off to|credit to|congratulations to|congrats to|thank you to|addressed to|message to|message for|word to)\s+$/iu.test(
    before,
  );
}

/** “Name has explained it”, “Name should look again”, “Name for mayor!”: what somebody in a thread does. */
export function isOfTheThread({ before, after }: Around): boolean {
  return beforeSaying.test(before) && acting.test(after);
}

const acting =
  /^\s+(?:(?:also|rightly|already|really|clearly|quite|just|never|still|only|finally|obviously|at least)\s+)?(?:wins|won|deserves|speaks|spoke|understands|knows|sees|needs to|ought to|has (?:(?:just|finally|already|never|clearly|obviously|rightly)\s+)?(?:made|explained|answered|said|put|got|hit|nailed|told|summed|shown|pointed)|made (?:me|my|us)|makes (?:me|my|sense)|(?:may|might|could|can|can[’']t|should|would|must|will|won[’']t) (?:have|be|not|say|want|like|bring|know|read|look|try|check|think|need|find|tell|explain|remember|stand|come|take|answer|well)|for (?:\p{Ll}+ )?(?:mayor|chair|chairman|president|pm|prime minister|king|queen|council|councillor|leader|pope|judge|mp|editor|the win))(?!\p{L})/iu;
