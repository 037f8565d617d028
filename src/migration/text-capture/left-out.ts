import { readHeading } from './headings.ts';
import { type Line, lineAt } from './lines.ts';
import { readMeta } from './meta-lines.ts';
import { firstWords, isSentence } from './sentences.ts';
import { mayBeWords } from './thread-ends.ts';
import { phraseMatcher } from './wording/phrases.ts';

const isPhrase = phraseMatcher('noise', 'replyLinks', 'ends', 'closed', 'replyForm');
/** So many lines are looked for; a page that lost more says “more than”. */
const MOST = 200;

/**
 * A sentence about the lines of a page that hold sentences and stand nowhere in what was read from it;
 * nothing where there are none. What themes print themselves is not missed.
 */
export function noteOfLeftOut(lines: readonly Line[], kept: readonly string[]): string[] {
  const missed = missing(lines, kept.join('\n'));
  const first = firstWords(missed[0]?.text ?? '');
  if (missed.length === 0) return [];
  if (missed.length === 1) return [`A line that holds a sentence was left out: “${first}”.`];
  const count = missed.length > MOST ? `More than ${MOST}` : `${missed.length}`;
  return [`${count} lines that hold sentences were left out, beginning “${first}”.`];
}

function missing(lines: readonly Line[], words: string): Line[] {
  const missed: Line[] = [];
  let from = 0;
  for (let at = 0; at < lines.length && missed.length <= MOST; at += 1) {
    const line = lineAt(lines, at);
    if (!isSentence(line.text) || isKnown(lines, at)) continue;
    const ahead = words.indexOf(line.text, from);
    if (ahead >= 0) from = ahead;
    else if (!words.includes(line.text)) missed.push(line);
  }
  return missed;
}

function isKnown(lines: readonly Line[], at: number): boolean {
  const { text } = lineAt(lines, at);
  if (isPhrase(text) && !mayBeWords(text)) return true;
  return readMeta(text) !== null || readHeading(lines, at) !== null;
}
