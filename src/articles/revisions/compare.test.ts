import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CleanHtml } from '../../lib/clean-html.ts';
import { blocksOf } from '../../lib/text-blocks.ts';
import { type ChangedBlock, compareBlocks, type VersionBlock } from './compare.ts';

const blocks = (html: string) => blocksOf(html as CleanHtml);
const compare = (before: string, after: string) => compareBlocks(blocks(before), blocks(after));
const shown = (changed: ChangedBlock[]) =>
  changed.map((block) =>
    'unchanged' in block
      ? block.unchanged
      : block.parts.map(({ did, text }) => (did === 'kept' ? text : `{${did} ${text.trim()}}`)).join(''),
  );

describe('two versions of a text compared', () => {
  test('show the word that was taken out and the word that was put in', () => {
    const before = '<p>First.</p><p>The bridge had stuck fourteen times since September.</p><p>Last.</p>';
    const after = '<p>First.</p><p>The bridge had stuck eleven times since September.</p><p>Last.</p>';
    assert.deepEqual(shown(compare(before, after)), [
      1,
      'The bridge had stuck {out fourteen}{in eleven}times since September. ',
      1,
    ]);
  });

  test('show a whole paragraph that went, and one that came', () => {
    assert.deepEqual(shown(compare('<p>One.</p><p>Two.</p>', '<p>One.</p>')), [1, '{out Two.}']);
    assert.deepEqual(shown(compare('<p>One.</p>', '<p>One.</p><p>Two.</p>')), [1, '{in Two.}']);
  });

  test('show where a link leads, and that a line became a heading', () => {
    const linked = compare(
      '<p>See <a href="https://a.example/x">the accounts</a>.</p>',
      '<p>See <a href="https://b.example/y">the accounts</a>.</p>',
    );
    assert.match(shown(linked).join(), /\{out https:\/\/a\.example\/x\}\{in https:\/\/b\.example\/y\}/);
    const [headed] = compare('<p>The law</p>', '<h2>The law</h2>');
    assert.deepEqual(headed && 'kind' in headed && headed.kind, 'heading');
  });

  test('show items, quotations, rows and captions as what they are', () => {
    const html =
      '<ul><li>One<ul><li>Two</li></ul></li></ul><blockquote><p>Said.</p></blockquote><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><figure><figcaption>Seen</figcaption></figure><hr>';
    assert.deepEqual(
      blocks(html).map(({ kind, text }) => `${kind} ${text}`),
      ['item One', 'item Two', 'quote Said.', 'row a | b', 'caption Seen', 'rule * * *'],
    );
  });

  test('give back the older text without what was put in, and the newer without what was taken out', () => {
    const text = fc
      .array(fc.constantFrom('toll', 'bridge', 'board', 'the', ',', '1931', 'Ŵren', '橋', '\u{1F6A2}'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((words) => words.join(' '));
    const kind = fc.constantFrom<VersionBlock['kind']>('paragraph', 'heading', 'item', 'title');
    const version = fc.array(fc.record({ kind, text }), { maxLength: 8 });
    fc.assert(
      fc.property(version, version, (before, after) => {
        const changed = compareBlocks(before, after);
        assert.equal(wordsIn(changed, 'in', before), textFrom(before));
        assert.equal(wordsIn(changed, 'out', after), textFrom(after));
      }),
      { numRuns: 1000 },
    );
  });

  test('take a bounded time, however long and unlike they are', () => {
    const long = (seed: number) =>
      Array.from({ length: 400 }, (_, block) => ({
        kind: 'paragraph' as const,
        text: Array.from({ length: 90 }, (_, at) => `w${(block * 31 + at * seed) % 997}`).join(' '),
      }));
    const begun = performance.now();
    const changed = compareBlocks(long(7), long(11));
    assert.ok(performance.now() - begun < 5_000);
    assert.equal(wordsIn(changed, 'in', []), textFrom(long(7)));
  });
});

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** All words but those of one kind; runs without a change are filled in from the version they stand in. */
function wordsIn(changed: ChangedBlock[], left: 'in' | 'out', version: VersionBlock[]): string {
  let said = '';
  for (const block of changed) {
    if ('unchanged' in block) {
      const from = blocksIn(version, said.length);
      said += textFrom(version.slice(from, from + block.unchanged));
    } else said += squeeze(block.parts.map(({ did, text }) => (did === left ? '' : text)).join(''));
  }
  return said;
}

/** How many blocks of a version so many letters are; one that changed may have been told in two. */
function blocksIn(version: VersionBlock[], letters: number): number {
  let at = 0;
  while (textFrom(version.slice(0, at)).length < letters && at < version.length) at += 1;
  return at;
}

function textFrom(blocks: VersionBlock[]): string {
  return squeeze(blocks.map(({ text }) => text).join(''));
}
