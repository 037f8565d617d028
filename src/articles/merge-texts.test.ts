import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml, textOf } from '../lib/clean-html.ts';
import { mergedText, mergeTexts, type Side } from './merge-texts.ts';

const html = (paragraphs: string[]) =>
  cleanHtml(paragraphs.map((text) => `<p>${text}</p>`).join(''), 'article');
const wordsOf = (text: string): string[] => text.match(/\w+/g) ?? [];

const paragraph = fc.array(fc.constantFrom('toll', 'bridge', 'board', 'river'), {
  minLength: 1,
  maxLength: 3,
});
const base = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const edits = fc.array(fc.tuple(fc.nat(6), fc.constantFrom('insert', 'extend', 'drop')), { maxLength: 4 });

/** What somebody makes of a text, each new word a word of theirs alone. */
function edited(
  paragraphs: string[][],
  made: [number, string][],
  name: string,
): { text: string[]; added: string[] } {
  const text = paragraphs.map((words) => words.join(' '));
  const added = made.flatMap(([at, kind], index) => {
    const place = at % (text.length + 1);
    const word = `${name}${index}`;
    if (kind === 'drop') {
      text.splice(place, 1);
      return [];
    }
    if (kind === 'insert' || text[place] === undefined) text.splice(place, 0, word);
    else text[place] = `${text[place]} ${word}`;
    return [word];
  });
  const all = wordsOf(text.join(' '));
  return { text, added: added.filter((word) => all.includes(word)) };
}

test('a merge that keeps both sides loses no word that either wrote', () => {
  fc.assert(
    fc.property(base, edits, edits, fc.boolean(), (paragraphs, first, second, hasBase) => {
      const [mine, theirs] = [edited(paragraphs, first, 'mine'), edited(paragraphs, second, 'theirs')];
      const start = hasBase ? html(paragraphs.map((words) => words.join(' '))) : null;
      const texts = mergeTexts(start, html(mine.text), html(theirs.text));
      const merged = wordsOf(textOf(mergedText(texts, [])));
      for (const word of [...mine.added, ...theirs.added]) assert.ok(merged.includes(word), word);
      const shown = texts.stretches.flatMap((each) =>
        each.kind === 'same' ? each.blocks : [...each.mine, ...each.theirs],
      );
      for (const word of [...mine.added, ...theirs.added]) assert.ok(shown.join(' ').includes(word), word);
    }),
    { numRuns: 500 },
  );
});

test('what only one of two changed stands as changed, and the merge is the same whoever comes first', () => {
  fc.assert(
    fc.property(base, edits, (paragraphs, made) => {
      const start = html(paragraphs.map((words) => words.join(' ')));
      const changed = html(edited(paragraphs, made, 'mine').text);
      for (const [mine, theirs] of [
        [changed, start],
        [start, changed],
        [changed, changed],
      ] as const) {
        const texts = mergeTexts(start, mine, theirs);
        assert.ok(texts.stretches.every(({ kind }) => kind === 'same'));
        assert.equal(mergedText(texts, []), changed);
      }
    }),
  );
});

test('footnotes go with the words that refer to them, and are numbered anew', () => {
  const note = (body: string, notes: string) =>
    cleanHtml(`${body}<section class="notes">${notes}</section>`, 'article');
  const start = html(['One', 'Two', 'Three']);
  const mine = note(
    '<p>One</p><p>Two</p><p>Three<a class="fn" href="#note-1">1</a></p>',
    '<p id="note-1">Mine</p><p id="note-2">Nobody’s</p>',
  );
  const theirs = note(
    '<p>One<a class="fn" href="#note-1">1</a></p><p>Two</p><p>Three by them</p>',
    '<p id="note-1">Theirs</p>',
  );
  const texts = mergeTexts(start, mine, theirs);
  const text = (side: Side) => textOf(mergedText(texts, [side])).split(/\n+/);
  assert.deepEqual(text('mine'), ['One[1]', 'Two', 'Three[2]', '[1] Theirs', '[2] Mine', 'Nobody’s']);
  assert.deepEqual(text('theirs'), ['One[1]', 'Two', 'Three by them', '[1] Theirs', 'Nobody’s']);
  assert.deepEqual(text('both'), [
    'One[1]',
    'Two',
    'Three by them',
    'Three[2]',
    '[1] Theirs',
    '[2] Mine',
    'Nobody’s',
  ]);
});
