import { isGivenName } from './given-names.ts';

/** What a commenter may be called other than as signed; a part of the name is surer to mean them only in plain turns. */
export type ShortName = { name: string; isPart: boolean };

const bracketed = /\s*[([][^()[\]]*[)\]]?\s*$/u;
const titles =
  /^(?:mrs?|ms|miss|dr|rev|revd|prof|cllr|sir|lady|capt|sgt|père|herr|frau|señora?|madame|monsieur)$/iu;
const mostLetters = 100;

/** “Clerk” of Clerk (ret'd), “trawler's nephew” of the trawler's nephew, “Tess” of Tarrow Tess, “bookworm” of bookworm_59. */
export function shortNamesOf(author: string): ShortName[] {
  if (author.length > mostLetters) return [];
  const plain = author.replace(bracketed, '').trim();
  const bare = plain.replace(/^the\s+(?=\S+\s+\S)/iu, '');
  const wholes = [plain, bare].filter((name) => name !== author && name.length > 1);
  const parts = partsOf(bare).filter((name) => name !== author);
  return [
    ...[...new Set(wholes)].map((name) => ({ name, isPart: false })),
    ...[...new Set(parts)].map((name) => ({ name, isPart: true })),
  ];
}

function partsOf(name: string): string[] {
  const all = name.split(/[\s_.-]+/u).filter(Boolean);
  const words = titles.test(all[0] ?? '') ? all.slice(1) : all;
  const [first = '', ...rest] = words;
  const last = rest.at(-1) ?? '';
  if (isGivenName(first)) return all.length > 1 ? [first] : [];
  if (isGivenName(last) && !/['’]s$/iu.test(words.at(-2) ?? '')) return [last];
  if (/^\p{Lu}$/u.test(first) && rest.length === 1 && /^\p{Lu}\p{Ll}{3,}$/u.test(last)) return [last];
  const handle = /^(\p{L}{4,})[_-]?\d+$/u.exec(name)?.[1];
  return handle ? [handle] : [];
}
