import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf, maySuspend } from './suspension.ts';

const now = new Date('2028-02-28T12:00:00.000Z');

test('a suspension ends after whole days, or with the last moment of a day that is still to come', () => {
  assert.equal(endOf('1', '', now), '2028-02-29T12:00:00.000Z');
  assert.equal(endOf('30', '', now), '2028-03-29T12:00:00.000Z');
  assert.equal(endOf('date', '2028-02-29', now), '2028-03-01T00:00:00.000Z');
  assert.equal(endOf('date', '2028-02-28', now), '2028-02-29T00:00:00.000Z', 'today ends tonight');
  assert.equal(endOf('until-ended', '', now), null);
  for (const wrong of ['2028-02-27', '2027-02-29', '2028-13-01', '28.2.2028', '', '2048-01-01', '2028-02-30'])
    assert.equal(endOf('date', wrong, now), 'wrong', wrong);
});

test('a moderator suspends for up to 30 days, owners and editors for longer, an author nobody', () => {
  const in30 = endOf('30', '', now) as string;
  assert.equal(maySuspend('moderator', in30, now), true);
  assert.equal(maySuspend('moderator', endOf('date', '2028-03-30', now) as string, now), false);
  assert.equal(maySuspend('moderator', null, now), false);
  assert.equal(maySuspend('editor', null, now), true);
  assert.equal(maySuspend('author', in30, now), false);
});
