const TIES = new Set([
  ...['on', 'at', 'the', 'le', 'à', 'am', 'um', 'el', 'en', 'ar', 'den', 'uhr'],
  ...['@', ',', '-', '–', '—', '|', '•', '·'],
]);
const EDGE_MARKS = /^[\s,|•·—–-]+|[\s,|•·—–-]+$/gu;

/** The words beside a date that was cut out of a line, without those that tied it to them (“on”, “am”, `|`). */
export function withoutTies(text: string, side: 'start' | 'end'): string {
  let words = text.split(' ').filter((word) => word !== '');
  while (words.length > 0 && isTie(side === 'end' ? words.at(-1) : words[0])) {
    words = side === 'end' ? words.slice(0, -1) : words.slice(1);
  }
  return words.join(' ').replace(EDGE_MARKS, '');
}

function isTie(word: string | undefined): boolean {
  return word !== undefined && TIES.has(word.toLowerCase());
}
