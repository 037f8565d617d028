import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { annotateThread, type Annotated, type Thread } from './annotate.ts';

type Expected = Omit<Annotated, 'quotes' | 'references'> & Partial<Annotated>;
type Judged = { input: Thread; expected: { comments: Expected[] } };

const files = globSync('test/gold/annotate/*.json').sort();
const line = (each: unknown) => JSON.stringify(each);

/** What was expected and not found, and found and not expected, each with its thread and comment. */
function judge() {
  const right = { exact: 0, altered: 0, references: 0 };
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const file of files) {
    const { input, expected } = JSON.parse(readFileSync(file, 'utf8')) as Judged;
    const wanted = new Map(expected.comments.map((each) => [each.number, each]));
    for (const found of annotateThread(input)) {
      const name = `${file.replace(/^.*\//, '')} ${found.number}`;
      const { quotes = [], references = [] } = wanted.get(found.number) ?? {};
      const left = [...quotes.map(line), ...references.map(line)];
      for (const each of [...found.quotes, ...found.references]) {
        const at = left.indexOf(line(each));
        if (at < 0) wrong.push(`${name} ${line(each)}`);
        else {
          left.splice(at, 1);
          right['verdict' in each ? each.verdict : 'references'] += 1;
        }
      }
      for (const each of left) missed.push(`${name} ${each}`);
    }
  }
  return { right, missed, wrong };
}

test('gold', () => {
  const { right, missed, wrong } = judge();
  console.log(JSON.stringify(right));
  for (const each of missed) console.log('MISSED', each);
  for (const each of wrong) console.log('WRONG', each);
  assert.ok(files.length >= 40);
});
