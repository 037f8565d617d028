import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areNear, nearLookOf } from './near-look.ts';

const near = (one: string, other: string) => areNear(nearLookOf(one), nearLookOf(other));

test('names that a reader would not tell apart at a glance are near', () => {
  for (const [one, other] of [
    ['TH Resident', 'th-residents'],
    ['Ropewalk', 'Ropwalk'],
    ['Lamplighter', 'Lamplichter'],
    ['Mike', 'Міке'],
    ['Bob', 'BOB'],
  ] as const)
    assert.ok(near(one, other) && near(other, one), `${one} ${other}`);
});

test('short names, and those two letters apart, are not', () => {
  for (const [one, other] of [
    ['Bob', 'Rob'],
    ['Al', 'Sal'],
    ['Ropewalk', 'Ropewalker'],
    ['Turncock', 'Tarncook'],
  ] as const)
    assert.ok(!near(one, other) && !near(other, one), `${one} ${other}`);
});

test('any longer look is near to itself with a letter put in, left out or changed, and with two changed not', () => {
  const letters = fc.array(fc.constantFrom(...'bdghk'), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(letters, fc.nat(), (look, chance) => {
      const at = chance % look.length;
      const text = look.join('');
      assert.ok(areNear(text, text));
      assert.ok(areNear(text, look.toSpliced(at, 0, 'x').join('')));
      assert.ok(areNear(text, look.with(at, 'x').join('')));
      assert.ok(
        !areNear(
          text,
          look
            .with(at, 'x')
            .with((at + 1) % look.length, 'y')
            .join(''),
        ),
      );
      assert.ok(!areNear(text, `xy${text}`));
    }),
  );
});
