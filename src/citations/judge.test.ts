import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judge, type Sight, type Standing } from './judge.ts';

const start: Standing = {
  state: 'new',
  changed: null,
  fineStreak: 0,
  failStreak: 0,
  doubtStreak: 0,
  failSince: null,
};
const hour = 3_600_000;

/** Looks one after another, each when it is due: how the page stands after each, and how long until the next. */
function after(sights: Sight[]) {
  let now = new Date('2026-03-12T07:00:00.000Z');
  let standing = start;
  return sights.map((sight) => {
    const { dueAt, ...next } = judge(standing, sight, now);
    standing = next;
    const rest = (Date.parse(dueAt) - now.getTime()) / hour;
    now = new Date(dueAt);
    return { state: next.state, changed: next.changed, rest };
  });
}
const states = (sights: Sight[]) => after(sights).map(({ state }) => state);

test('a page that stays as it was is looked at more and more seldom', () => {
  assert.deepEqual(
    after(['there', 'there', 'there', 'there', 'there']).map(({ rest }) => rest / 24),
    [1, 7, 30, 90, 90],
  );
});

test('a page is called dead after three looks over two days that find it gone, and never for one bad hour', () => {
  assert.deepEqual(states(['gone', 'gone', 'gone', 'gone']), ['failing', 'failing', 'failing', 'dead']);
  assert.deepEqual(states(['there', 'gone', 'there', 'gone']), ['fine', 'failing', 'fine', 'failing']);
  assert.deepEqual(states(['gone', 'gone', 'gone', 'gone', 'there']).at(-1), 'fine');
});

test('a host that brings nothing is given two weeks; one that does not let us in is not called dead', () => {
  const looks = states(Array.from({ length: 6 }, () => 'trouble'));
  assert.deepEqual(looks.slice(0, 5), Array(5).fill('failing'));
  assert.equal(looks[5], 'dead');
  assert.ok(states(Array.from({ length: 50 }, () => 'barred')).every((state) => state === 'barred'));
});

test('a page has changed when two looks in a row say so', () => {
  assert.deepEqual(
    after(['there', 'changed-words', 'changed-words']).map(({ state, changed }) => [state, changed]),
    [
      ['fine', null],
      ['fine', null],
      ['changed', 'words'],
    ],
  );
  assert.deepEqual(states(['there', 'changed-title', 'there', 'changed-title']).at(-1), 'fine');
  for (const failed of ['gone', 'trouble'] as const) {
    assert.deepEqual(
      states(['there', failed, 'changed-words']).at(-1),
      'failing',
      'one look did not find it',
    );
    assert.deepEqual(states(['there', 'changed-words', failed, 'changed-words']).at(-1), 'failing');
    assert.deepEqual(states(['there', failed, 'changed-words', 'changed-words']).at(-1), 'changed');
  }
});

test('a page that was found meanwhile, whatever it said, is not dead by looks that did not find it before', () => {
  assert.deepEqual(states(['gone', 'gone', 'gone', 'changed-words', 'gone']).at(-1), 'failing');
});

test('what was not our turn says nothing, and the next look is never now, nor later than ninety days', () => {
  const sight = fc.constantFrom<Sight>(
    'there',
    'changed-title',
    'changed-words',
    'gone',
    'trouble',
    'barred',
    'refused',
  );
  fc.assert(
    fc.property(fc.array(sight, { maxLength: 30 }), (sights) => {
      for (const { rest } of after(sights)) assert.ok(rest >= 1 && rest <= 90 * 24);
      const known = { ...start, state: 'dead' as const, failStreak: 4 };
      assert.equal(judge(known, 'later', new Date(0)).failStreak, 4);
    }),
  );
});
