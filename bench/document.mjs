// Puts what was measured into docs/benchmarks.md, between its marks; the words around them stay as they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './children.mjs';

const path = join(root, 'docs/benchmarks.md');

/** Replaces the part of the document that has this name. Throws where its marks are missing. */
export function writePart(name, markdown) {
  const text = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- measured: ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has lost its marks ${begin} and ${end}.`);
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`);
}
