import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Annotated, annotateThread, type Thread } from './annotate.ts';

type Marks = Pick<Annotated, 'number'> & Partial<Annotated>;
type Judged = { input: Thread; expected: { comments: Marks[] } };
type Kind = 'exact' | 'altered' | 'reference';
type Mark = { kind: Kind; line: string };

const marksOf = ({ quotes = [], references = [] }: Partial<Annotated>): Mark[] => [
  ...quotes.map((quote) => ({ kind: quote.verdict, line: JSON.stringify(quote) })),
  ...references.map((reference) => ({ kind: 'reference' as const, line: JSON.stringify(reference) })),
];

/** Holds what is marked in the judged threads against what was expected. */
function judge(files: readonly string[]) {
  const right: Mark[] = [];
  const missed: Mark[] = [];
  const wrong: Mark[] = [];
  for (const file of files) {
    const { input, expected } = JSON.parse(readFileSync(file, 'utf8')) as Judged;
    const wanted = new Map(expected.comments.map((comment) => [comment.number, marksOf(comment)]));
    for (const found of annotateThread(input)) {
      const left = wanted.get(found.number) ?? [];
      for (const mark of marksOf(found)) {
        const at = left.findIndex(({ line }) => line === mark.line);
        if (at < 0) wrong.push({ ...mark, line: `${file} ${found.number} ${mark.line}` });
        else right.push(...left.splice(at, 1));
      }
      missed.push(...left.map((mark) => ({ ...mark, line: `${file} ${found.number} ${mark.line}` })));
    }
  }
  return { right, missed, wrong };
}

const files = globSync('test/gold/annotate/*.json').sort();
const { right, missed, wrong } = judge(files);
const of = (marks: Mark[], ...kinds: Kind[]) => marks.filter(({ kind }) => kinds.includes(kind));
const share = (part: Mark[], rest: Mark[]) => part.length / (part.length + rest.length);

test('of the judged threads no quotation is called exact that is not, and hardly one is missed', () => {
  assert.ok(files.length >= 106, `only ${files.length} threads`);
  assert.deepEqual(of(wrong, 'exact', 'altered'), []);
  for (const kind of ['exact', 'altered'] as const)
    assert.ok(share(of(right, kind), of(missed, kind)) >= 0.98, JSON.stringify(of(missed, kind), null, 1));
});

test('of the judged threads hardly a reference is false, and few are missed', () => {
  const references = of(right, 'reference');
  assert.ok(
    share(references, of(wrong, 'reference')) >= 0.99,
    JSON.stringify(of(wrong, 'reference'), null, 1),
  );
  assert.ok(share(references, of(missed, 'reference')) > 0.93, JSON.stringify(missed, null, 1));
});
