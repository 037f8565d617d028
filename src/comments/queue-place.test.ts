import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { HoldReason } from './policy.ts';
import { complaintPlace, headStart, hoursBeforeDue, queuePlace } from './queue-place.ts';

const reasons = fc.uniqueArray(fc.constantFrom(...(Object.keys(headStart) as HoldReason[])));
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('of two responses held for the same reasons, the older stands first', () => {
  fc.assert(
    fc.property(time, time, reasons, (one, other, why) => {
      assert.equal(one < other, queuePlace(one, why) < queuePlace(other, why));
    }),
  );
});

test('a further reason never puts a response behind, but that it came in a flood without proof of work', () => {
  fc.assert(
    fc.property(time, reasons, reasons, (at, some, more) => {
      const further = more.filter((reason) => reason !== 'flood');
      const all = [...new Set([...some, ...further])];
      assert.ok(queuePlace(at, all) <= queuePlace(at, some));
      if (!some.includes('flood')) assert.ok(queuePlace(at, all) < queuePlace(at, [...all, 'flood']));
    }),
  );
});

test('many links count as two hours of waiting, the hidden field as four more', () => {
  const at = '2026-03-29T01:30:00.000Z';
  assert.equal(queuePlace(at, ['first']), at);
  assert.equal(queuePlace(at, ['first', 'links']), '2026-03-28T23:30:00.000Z');
  assert.equal(queuePlace(at, ['all', 'links', 'honeypot']), '2026-03-28T19:30:00.000Z');
});

test('a complaint counts as waiting from two days before it is due, and never from before it came', () => {
  const received = '2026-03-26T12:00:00.000Z';
  assert.equal(complaintPlace(received, '2026-04-02T12:00:00.000Z'), '2026-03-31T12:00:00.000Z');
  assert.equal(complaintPlace(received, '2026-03-26T13:00:00.000Z'), received);
  fc.assert(
    fc.property(time, time, (came, due) => {
      const place = complaintPlace(came, due);
      assert.ok(place >= came && place < complaintPlace(came, null));
      if (place > came) assert.equal(Date.parse(due) - Date.parse(place), hoursBeforeDue * 3_600_000);
    }),
  );
});
