import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keepRecent } from './keep-recent.ts';

test('kept answers are those that the function gives', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 5 }), (texts, most) => {
      const backwards = (text: string) => [...text].reverse().join('');
      const keep = keepRecent(most, backwards);
      assert.deepEqual(texts.map(keep), texts.map(backwards));
    }),
  );
});

test('asks once for a text that is asked for again, and lets go of the one not asked for longest', () => {
  const asked: string[] = [];
  const keep = keepRecent(2, (text: string) => {
    asked.push(text);
    return text.length === 1 ? undefined : text;
  });
  for (const text of ['a', 'bb', 'a', 'cc', 'a', 'bb']) keep(text);
  assert.deepEqual(asked, ['a', 'bb', 'cc', 'bb']);
});
