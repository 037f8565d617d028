import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';
import { welsh } from './welsh.ts';
import type { Wording } from './wording.ts';

/** Every language that captures are read in. */
export const LANGUAGES: readonly Wording[] = [english, french, german, spanish, welsh];

type Phrases = {
  [Key in keyof Wording]: Wording[Key] extends readonly string[] ? Key : never;
}[keyof Wording];

/** The phrases of one kind in all languages, longest first, without repetitions. */
export function everyPhrase(kind: Phrases): string[] {
  const all = new Set(LANGUAGES.flatMap((wording) => wording[kind]));
  return [...all].sort((one, two) => two.length - one.length);
}

/** The phrases of one kind as the alternatives of a regular expression, longest first. */
export function alternatives(kind: Phrases): string {
  return everyPhrase(kind).map(escaped).join('|');
}

/** A text with the characters that mean something in a regular expression escaped. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** A line as phrases are written: lower case, straight apostrophes, no marks or arrows around it. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/^[\s←→«»‹›↓↑•|*#–—-]+/u, '')
    .replace(/[\s←→«»‹›↓↑•|*.:!?…–—-]+$/u, '');
}

/** Whether a line is one of the phrases of a kind, or begins with one that ends in `…`. */
export function phraseMatcher(...kinds: Phrases[]): (text: string) => boolean {
  const phrases = kinds.flatMap(everyPhrase);
  const whole = new Set(phrases.filter((phrase) => !phrase.includes('…')).map(plain));
  const beginnings = phrases.filter((phrase) => phrase.endsWith('…')).map((phrase) => phrase.slice(0, -1));
  return (text) => {
    if (text.length > 300) return false;
    const line = plain(text);
    return whole.has(line) || beginnings.some((beginning) => line.startsWith(beginning));
  };
}
