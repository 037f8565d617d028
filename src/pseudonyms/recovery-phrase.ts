import type { Random } from '../lib/ids.ts';

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aiou';
const words = 6;

/**
 * A phrase that brings names to another device: 96 bits of chance as six words that can be said aloud (proquints,
 * arXiv:0901.4016: sixteen bits are consonant, vowel, consonant, vowel, consonant). No list of words, no language.
 */
export function newPhrase(random: Random): string {
  const bytes = Buffer.from(random.bytes(words * 2));
  return Array.from({ length: words }, (_, index) => wordOf(bytes.readUInt16BE(index * 2))).join(' ');
}

function wordOf(bits: number): string {
  const consonant = (shift: number) => consonants[(bits >> shift) & 15] ?? '';
  const vowel = (shift: number) => vowels[(bits >> shift) & 3] ?? '';
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`;
}

/** A phrase as it is kept, whatever the case and whatever stands between its words; null where it is none. */
export function readPhrase(text: string): string | null {
  const letters = text
    .slice(0, 1000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
  const word = `[${consonants}][${vowels}][${consonants}][${vowels}][${consonants}]`;
  if (!new RegExp(`^(?:${word}){${words}}$`).test(letters)) return null;
  return (letters.match(/.{5}/g) ?? []).join(' ');
}
