import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writersIn } from './writers-of-archive.ts';

test('responses that a page names together are one writer’s; two names never are, nor one that is alone in the copy', () => {
  const of = (number: number, author: string | null, sameWriter: number[]) => ({
    number,
    author,
    sameWriter,
  });
  const writers = writersIn(
    [
      ...[of(1, 'Half-Tide', [3]), of(2, 'Ropewalk', [3]), of(3, 'Half-Tide', [1, 6])],
      ...[of(4, null, [5]), of(5, null, [4]), of(6, 'Half-Tide', []), of(7, 'Quay', [99])],
    ],
    () => 'the one key',
  );
  assert.deepEqual(
    [...writers].sort(([one], [other]) => one - other).map(([number, key]) => `${number} ${key}`),
    ['1 the one key', '3 the one key', '6 the one key'],
  );
});
