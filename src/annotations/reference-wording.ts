/** Words by which readers point at an earlier comment, in the languages that threads are written in. Patterns, lower case. */
export type ReferenceWording = {
  /** “comment”, “reply”: what stands before a number. */
  nouns: string;
  /** The same in the plural, before several numbers. */
  plurals: string;
  /** “the first …”: from the first to the twelfth. */
  ordinals: readonly string[];
  /** “the last …”, “the previous …”: the comment just before. */
  previous: string;
  /** The article before an ordinal. */
  the: string;
  /** What agrees, sees or answers: then the noun may end its clause. */
  cues: string;
};

export const english: ReferenceWording = {
  nouns: 'comment|response|reply|post|remark|message',
  plurals: 'comments|responses|replies|posts|remarks',
  ordinals: [
    ...['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th', 'sixth|6th', 'seventh|7th'],
    ...['eighth|8th', 'ninth|9th', 'tenth|10th', 'eleventh|11th', 'twelfth|12th'],
  ],
  previous: 'last|previous|preceding',
  the: 'the',
  cues: 'whoever wrote|who wrote|agree with|agrees with|agreed with|disagree with|agreeing with|see|re|re:|to|with|as in|like|per|read|reread|support|echo|second|liked|than|contra',
};

const french: ReferenceWording = {
  nouns: 'commentaire|réponse|message',
  plurals: 'commentaires|réponses|messages',
  ordinals: ['premi(?:er|ère)', 'deuxième|second|seconde', 'troisième', 'quatrième', 'cinquième', 'sixième'],
  previous: 'dernier|dernière|précédent|précédente',
  the: 'le|la|au|du',
  cues: 'd.accord avec|comme|voir|avec',
};

const german: ReferenceWording = {
  nouns: 'kommentar|antwort|beitrag',
  plurals: 'kommentare|kommentaren|antworten|beiträge|beiträgen',
  ordinals: ['erste[nr]?', 'zweite[nr]?', 'dritte[nr]?', 'vierte[nr]?', 'fünfte[nr]?', 'sechste[nr]?'],
  previous: 'letzte[nr]?|vorige[nr]?|vorherige[nr]?',
  the: 'der|die|dem|den|im|zum|vom',
  cues: 'wie|siehe|mit|stimme',
};

const spanish: ReferenceWording = {
  nouns: 'comentario|respuesta|mensaje',
  plurals: 'comentarios|respuestas|mensajes',
  ordinals: ['primer[oa]?', 'segund[oa]', 'tercer[oa]?', 'cuart[oa]', 'quint[oa]', 'sext[oa]'],
  previous: 'últim[oa]|anterior',
  the: 'el|la|al|del',
  cues: 'de acuerdo con|como|ver|véase|con',
};

const welsh: ReferenceWording = {
  nouns: 'sylw|ymateb|ateb|neges',
  plurals: 'sylwadau|ymatebion|atebion',
  ordinals: ['cyntaf', 'ail', 'trydydd|trydedd', 'pedwerydd|pedwaredd', 'pumed', 'chweched'],
  previous: 'olaf|blaenorol|diwethaf',
  the: 'y|yr',
  cues: 'cytuno â|cytuno gyda|gweler|fel|gyda|â',
};

/** All of them: a thread may be written in several. */
export const referenceWordings: readonly ReferenceWording[] = [english, french, german, spanish, welsh];

/** Something made once of each language’s words, such as a pattern. */
export function ofEachWording<T>(make: (wording: ReferenceWording) => T): (wording: ReferenceWording) => T {
  const made = new Map(referenceWordings.map((wording) => [wording, make(wording)]));
  return (wording) => made.get(wording) ?? make(wording);
}
