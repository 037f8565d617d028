import { textOf } from '../../lib/clean-html.ts';
import { sha256Hex } from '../../lib/ids.ts';
import { plainWords } from '../../lib/plain-words.ts';
import type { Db } from '../../store/schema.ts';
import { articleHtml } from '../article-html.ts';
import { type RevisionWords, revisionWords, withheldOf } from './queries.ts';

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

/** The address of a version's very words; null where there is no such version, or its words are withheld. */
export async function versionPath(
  db: Db,
  { id, path }: { id: string; path: string },
  number: number,
): Promise<string | null> {
  const hash = await versionHash(db, id, number);
  if (hash === null || (await withheldOf(db, id)).has(number)) return null;
  return `${path}versions/${hash}/`;
}

type Hashes = { revisions: number; hashes: Promise<string[]> };

/** Hashes of articles' versions, by the article: whoever asks for any hash has them made once, and not for each asking. */
const byArticle = new WeakMap<Db, Map<string, Hashes>>();

/** The newest version of an article with this hash; null where none has it. */
export async function findVersion(
  db: Db,
  { id, revisions }: { id: string; revisions: number },
  hash: string,
): Promise<number | null> {
  const all = byArticle.get(db) ?? new Map<string, Hashes>();
  byArticle.set(db, all);
  const kept = all.get(id);
  const found = kept && kept.revisions >= revisions ? kept : hashesOf(db, { id, revisions, kept });
  all.delete(id);
  all.set(id, found);
  if (found !== kept) dropOldest(all);
  try {
    return (await found.hashes).lastIndexOf(hash) + 1 || null;
  } catch (error) {
    if (all.get(id) === found) all.delete(id);
    throw error;
  }
}

type Wanted = { id: string; revisions: number; kept: Hashes | undefined };

function hashesOf(db: Db, { id, revisions, kept }: Wanted): Hashes {
  const make = async () => {
    const hashes = [...((await kept?.hashes) ?? [])];
    for (let number = hashes.length + 1; number <= revisions; number += 1)
      hashes.push((await versionHash(db, id, number)) ?? '');
    return hashes;
  };
  return { revisions, hashes: make() };
}

function dropOldest(all: Map<string, Hashes>): void {
  let count = [...all.values()].reduce((sum, each) => sum + each.revisions, 0);
  for (const [id, { revisions }] of all) {
    if (count <= mostKnown || all.size === 1) return;
    all.delete(id);
    count -= revisions;
  }
}
