import type { Around } from './reference.ts';

/** Turns of speech by which readers speak to one another, in the languages that threads are written in. */

/** What comes before the first word of a sentence or clause. */
export const clauseStart = /(?:^|[.!?…]['’”)]?\s+|[\u2013\u2014]\s*|[(:;]\s*|\n)$/u;

const thanks =
  '(?:thanks|thank you|many thanks|cheers|ta|merci|danke|gracias|diolch)(?: again| so much| very much| a lot| kindly)?';
const replies =
  "sorry(?: again| about that)?|apologies|my apologies|no|yes|yep|yup|nope|nah|aye|oh|oh dear|well|hi|hello|hello again|hey|dear|ok|okay|but|and|and yes|so|come on|come off it|give over|steady on|hang on|hold on|calm down|cheer up|get well|non|oui|nein|ja|ah|aw+|ooh|ouch|wow|er+m?|um+|ha|haha|lol|exactly(?: so)?|quite(?: so| right)?|sure|fair enough|fair play|fair point|point taken|nice one|nicely put|well put|beautifully put|agreed|really|actually|seriously|but seriously|honestly|right|too right|true|very true|well said|well done|good on you|good for you|good luck|bless you|bravo|congratulations|congrats|respect|nonsense|rubbish|tosh|piffle|absolutely|totally|indeed|precisely|certainly|definitely|of course|hear,? hear|good point|great point|good spot|good question|spot on|bang on|not so fast|with respect|with all due respect|speak for yourself|never mind|don[’']t worry|you[’']re right|you are right|you[’']re wrong|i agree|i disagree|i[’']m sorry|welcome|morning|evening|good morning|good evening|look|listen|ditto|for (?:goodness|heaven[’']?s?|pity[’']?s?) sake|get a grip|you tell (?:them|[’']em|him|her)|grow up|wake up|give it (?:a rest|up)|get (?:over it|real)|be (?:serious|honest|fair)|look it up|(?:do )?keep up|(?:bad|hard) luck|no offence|no thanks|not (?:really|at all|quite|true)|nor me|me too|same here|love it|lovely|brilliant|perfect|amen|how true|da iawn|lol at|da|bien dit|genau|stimmt|claro";
const greeting = `(?:${thanks}|${replies})`;
const greeted = new RegExp(
  `(?:^|[.!?…:;,\\u2010-\\u2015\\ufffc]\\s*|\\s(?=well said|well done|thank|sorry|hear,? hear|you tell |get a grip|for goodness|for heaven|for pity))(?:(?:and|but|oh|so|yes|no|well|ah),? )?${greeting},?\\s+$`,
  'iu',
);
const thanked = new RegExp(`(?<!\\p{L})${thanks},?\\s+$`, 'iu');

/** True at the beginning of a sentence or clause. */
export function begins({ before }: Around): boolean {
  return clauseStart.test(before);
}

/** “Name, that …”, “Name: …”: the first word is spoken to. */
export function isCalledFirst(around: Around): boolean {
  return begins(around) && (addressed.test(around.after) || turned.test(around.after));
}

/** “Thanks Name.”, “And Name, …”, “…, Name.”: spoken to. */
export function isSpokenTo(around: Around): boolean {
  const { before, after } = around;
  const isGreeted = greeted.test(before);
  if (isGreeted && (addressed.test(after) || turned.test(after))) return true;
  if (isGreeted && greetedBefore.test(after)) return true;
  if (thanked.test(before) && thankedFor.test(after)) return true;
  return (
    isAtEnd(around) || isBetween(around) || (answers.test(before) && /^\s*[,:\u2013\u2014]/u.test(after))
  );
}

const greetedBefore = /^\s*(?:,(?!\s*\d)|[.!?:;\u2013\u2014-]|for\b|love\b|\p{L}*$|$)/u;
const thankedFor =
  /^(?:\s*$|\s*[.,;:!?)\u2013\u2014-]|\s+(?:for|that|and|but|i|you|it|from|again|very|so)(?!\p{L}))/iu;
const addressed =
  /^\s*,\s*(?!who\b|which\b|an?\b|of\b|aged\b|whose\b|once\b|formerly\b|(?:the|my|our|his|her|their|your)\b(?! (?:\p{Ll}+ ){0,2}\p{Ll}+ (?:is|are|was|were|will|has|have|had|says?|said)\b)|chair\b|leader\b|mayor\b)(?:\p{Ll}|\d(?!\d?,)|I\b|[“"‘'\ufffc])/u;
const turned = /^\s*(?:!|:|[\u2013\u2014]|\s-\s|…|\.{3})/u;
const answers = /(?:^|[.!?…]\s+|\ufffc\s*)(?:(?:and|but|also|so) )?(?:to|dear|re:?|@|for)\s+$/iu;

/** “…, Name.”: the name at the end is spoken to, unless it tells who somebody is, or ends a list. */
export function isAtEnd({ before, after }: Around): boolean {
  return (
    /[\p{L}\p{N}\ufffc)’'”"],\s+$/u.test(before) &&
    /^\s*(?:[.!?…;]|$)/u.test(after) &&
    !/,\s*\p{Lu}[^.!?]*,\s+$/u.test(before) &&
    !toldWho.test(before)
  );
}

/** “You, Name, are …”, “exactly, Name, and it …”: between two commas, where what follows is a clause. */
function isBetween({ before, after }: Around): boolean {
  return (
    /\p{Ll},\s+$/u.test(before) &&
    (/(?:^|\P{L})you,\s+$/iu.test(before) ? /^,/ : betweenClauses).test(after) &&
    !toldWho.test(before) &&
    !/,\s*\p{Lu}[^.!?]*,\s+$/u.test(before)
  );
}

const betweenClauses =
  /^,\s+(?:(?:and|but|so) )?(?:you|I|it|that|we|there|they|this|what|why|how)(?:['’]\p{Ll}+)?\s/u;

/** Nouns that somebody’s name may stand beside. */
export const people =
  'wife|husband|sister|brother|son|daughter|mother|father|mum|dad|aunt|uncle|niece|nephew|cousin|gran|nan|partner|friend|mate|neighbour|boss|colleague|deputy|leader|chair|chairman|chairwoman|mayor|rector|vicar|warden|officer|manager|director|head|councillor|captain|keeper|owner|agent|dog|cat|hero|heroine|lad|girl|boy|man|woman|lady';
const toldWho = new RegExp(
  `(?<!\\p{L})(?:my|our|your|his|her|their|its|the|an?|[’']s)\\s+(?:\\p{L}+\\s+){0,2}(?:${people}),\\s+$|(?<!\\p{L})(?:called|named|namely|especially|including|particularly),\\s+$`,
  'iu',
);

/** “Name you have …”, “Name I’m sorry”, “Name that’s hard”: no comma, but what follows has a subject of its own. */
export function isSpokenToBare(around: Around): boolean {
  return (begins(around) || greeted.test(around.before)) && ownSubject.test(around.after);
}

const ownSubject =
  /^\s+(?:(?:I|i|you|we|nobody|somebody|everybody|everyone)(?:['’]\p{Ll}+)?\s|it(?:['’]s| is| was| isn['’]t)\s|(?:that|there|this)(?:['’]s| is| was)\s|(?:what|why|how|where|when)(?:['’]s| is| are| was| about| do| did| does)\s|please\s|thanks\b|thank you\b|welcome\s*[!.,]|sorry\b|come (?:and|on|back|to|off)\s|don['’]t\s|yes\b|no[,.!]|(?:my|your) )/u;

/** True when what is spoken to somebody turns to “you”, or asks: then it is no mention of somebody in the news. */
export function isToYou(around: Around): boolean {
  const sentence = /^[^.!?…]*[.!?…]?/u.exec(around.after)?.[0] ?? '';
  const isTurned =
    (begins(around) || greeted.test(around.before)) && /^\s*[,!:\u2013\u2014…]/u.test(around.after);
  return isTurned && you.test(sentence);
}

const you = /(?<!\p{L})(?:you|your|yours|you[’']\p{L}+|ye|yew|tu|vous|du|sie|ti|chi)(?!\p{L})|\?$/iu;
