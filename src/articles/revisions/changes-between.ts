import { cleanHtml } from '../../lib/clean-html.ts';
import { markdownToHtml } from '../../lib/markdown.ts';
import { blocksOf } from '../../lib/text-blocks.ts';
import type { Store } from '../../store/store.ts';
import { type ChangedBlock, compareBlocks, type VersionBlock } from './compare.ts';
import type { Changes } from './history-view.ts';
import { Kept } from './kept.ts';
import { type RevisionWords, revisionWords } from './queries.ts';

type Memory = { comparisons: Kept<ChangedBlock[]>; texts: Kept<VersionBlock[]> };
const memories = new WeakMap<Store, Memory>();

/** Versions never change: what was compared once is kept for as long as the store is open. */
function memoryOf(store: Store): Memory {
  const memory = memories.get(store) ?? { comparisons: new Kept(100), texts: new Kept(20) };
  memories.set(store, memory);
  return memory;
}

/** What changed between two versions of an article; null where one of them is not there. */
export async function changesBetween(
  store: Store,
  articleId: string,
  { from, to }: { from: number; to: number },
): Promise<Changes | null> {
  const { comparisons, texts } = memoryOf(store);
  const before = await revisionWords(store.read, articleId, from);
  const after = await revisionWords(store.read, articleId, to);
  if (!before || !after) return null;
  const blocksOfVersion = (version: RevisionWords) =>
    texts.get(`${articleId} ${version.number}`, () => blocksIn(version));
  const blocks = comparisons.get(`${articleId} ${from} ${to}`, () =>
    compareBlocks(blocksOfVersion(before), blocksOfVersion(after)),
  );
  return { from, to, blocks, cut: false };
}

/** The words as readers saw them. */
function blocksIn({ title, standfirst, source, source_format }: RevisionWords): VersionBlock[] {
  const html = source_format === 'html' ? cleanHtml(source, 'article') : markdownToHtml(source, 'article');
  const head: VersionBlock[] = [{ kind: 'title', text: title }];
  if (standfirst) head.push({ kind: 'standfirst', text: standfirst });
  return [...head, ...blocksOf(html)];
}

/** The changes with so many characters of words at most, for a list. */
export function shortened(changes: Changes, most: number): Changes {
  let room = most;
  const blocks = changes.blocks.filter((block) => {
    const fits = room > 0;
    room -= 'unchanged' in block ? 0 : block.parts.reduce((sum, { text }) => sum + text.length, 0);
    return fits;
  });
  const last = blocks.at(-1);
  if (room >= 0 || !last || 'unchanged' in last) return changes;
  const parts = begun(last.parts, most - lengthOf(blocks.slice(0, -1)));
  return { ...changes, blocks: [...blocks.slice(0, -1), { ...last, parts }], cut: true };
}

function lengthOf(blocks: ChangedBlock[]): number {
  return blocks
    .flatMap((block) => ('parts' in block ? block.parts : []))
    .reduce((sum, { text }) => sum + text.length, 0);
}

/** The parts that fit, the last of them cut short at a word’s end. */
function begun<P extends { text: string }>(parts: P[], most: number): P[] {
  let room = most;
  return parts.flatMap((part) => {
    if (room <= 0) return [];
    const fits = part.text.length <= room;
    const text = fits ? part.text : `${part.text.slice(0, room).replace(/(?<=\s)\S*$/u, '')}…`;
    room -= part.text.length;
    return [{ ...part, text }];
  });
}
