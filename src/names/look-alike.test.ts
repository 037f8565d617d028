import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { looksOf, looksSame } from './look-alike.ts';

type Pair = { a: string; b: string; expected: 'same' | 'different'; why: string };
const pairs = JSON.parse(readFileSync('test/gold/names/pairs.json', 'utf8')) as Pair[];
const answer = (one: string, other: string) => (looksSame(one, other) ? 'same' : 'different');

test('of the judged pairs no look-alike is let through, and no plainly different name refused', () => {
  assert.ok(pairs.length >= 200);
  const wrong = pairs.filter(({ a, b, expected }) => answer(a, b) !== expected || answer(b, a) !== expected);
  assert.deepEqual(wrong, []);
});

test('every name is taken for itself, however it is spaced, and whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      assert.ok(looksSame(name, name));
      assert.ok(looksSame(` ${name} `, name));
      assert.equal(looksOf(name).length, 3);
    }),
  );
});

test('plain names that differ in a letter that looks like no other are not taken for one another', () => {
  const letters = [...'bdfghkpqtvxyz'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 2 }), fc.nat(), (name, at) => {
      const other = name.with(at % name.length, 'e');
      assert.equal(answer(name.join(''), other.join('')), 'different');
    }),
  );
});

test('over a Latin, Greek or Cyrillic letter or a digit every mark is an accent, of whatever writing', () => {
  const marks = [
    0x732, 0x7a6, 0xf35, 0x135f, 0x1b6b, 0x2cef, 0x2de0, 0x302a, 0xa8e0, 0x101fd, 0x1d165, 0x1e000,
  ];
  for (const mark of [...marks, 0x1e130, 0x1e8d0]) {
    const over = String.fromCodePoint(mark);
    assert.ok(looksSame(`Mi${over}ke`, 'Mike'), mark.toString(16));
    assert.ok(looksSame(`Mike-${over}`, 'Mike'), mark.toString(16));
    assert.ok(looksSame(`Пё${over}тр 7${over}`, 'Петр 7'), mark.toString(16));
  }
  assert.ok(!looksSame('किरण', 'करण'), 'vowel signs of their own writing are letters');
});

test('signs between and around words do not count; pictures, and signs that are letters, do', () => {
  for (const name of [
    'TH+Resident',
    '=TH Resident=',
    'TH | Resident',
    'TH|Resident',
    'TH Resident ✓',
    '✔TH Resident',
  ])
    assert.ok(looksSame(name, 'TH Resident'), name);
  assert.ok(looksSame('miĸe', 'Mike'));
  assert.ok(looksSame('| Ian |', '|an'));
  assert.ok(!looksSame('Mike 🌹', 'Mike'));
  assert.ok(!looksSame('C++ Coder', 'C# Coder'));
  assert.ok(looksSame('+ +', '++'), 'and where nothing else is there they are the name');
  assert.ok(!looksSame('+', '='));
});
