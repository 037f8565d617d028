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
