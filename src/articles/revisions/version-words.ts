import { textOf } from '../../lib/clean-html.ts';
import { sha256Hex } from '../../lib/ids.ts';
import { plainWords } from '../../lib/plain-words.ts';
import type { Db } from '../../store/schema.ts';
import { articleHtml } from '../article-html.ts';
import { type RevisionWords, revisionWords } from './queries.ts';

/** What the address of a version is the hash of: title, standfirst and paragraphs as readers see them, a line each. */
export function versionWords({ title, standfirst, source, source_format }: RevisionWords): string {
  return plainWords([title, standfirst ?? '', textOf(articleHtml(source, source_format))]);
}

/** No version ever changes, and no two have the same salt: what was made of it once need not be made again. */
const known = new Map<string, string>();
const mostKnown = 20_000;

/** SHA-256 of a version's words, hexadecimal; null where there is no such version. */
export async function versionHash(db: Db, articleId: string, number: number): Promise<string | null> {
  const words = await revisionWords(db, articleId, number);
  if (!words) return null;
  const hash = known.get(words.salt) ?? sha256Hex(versionWords(words));
  if (known.size >= mostKnown) known.clear();
  known.set(words.salt, hash);
  return hash;
}

/** The newest version of an article with this hash; null where none has it. */
export async function findVersion(
  db: Db,
  { id, revisions }: { id: string; revisions: number },
  hash: string,
): Promise<number | null> {
  for (let number = revisions; number > 0; number -= 1)
    if ((await versionHash(db, id, number)) === hash) return number;
  return null;
}
