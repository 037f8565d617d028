import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dayFinder, dayOf, isDay, lastDays, lastMonths, wellBefore } from './days.ts';

const zones = ['Europe/London', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'Africa/Cairo', 'UTC'];
const moment = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('a day is one of the calendar and of four figures, two and two; nothing else is, and nothing throws', () => {
  for (const text of ['2026-03-12', '2028-02-29', '1900-01-01', '2999-12-31'])
    assert.equal(isDay(text), true, text);
  const none = ['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-3-12', '3000-01-01', '0026-03-12', 'x'];
  for (const text of none) assert.equal(isDay(text), false, text);
  fc.assert(fc.property(moment, (at) => assert.equal(isDay(at.slice(0, 10)), true)));
});

test('days follow one another without gap or double, whatever the clocks do, and end with today', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 400 }), fc.constantFrom(...zones), (now, count, zone) => {
      const days = lastDays(new Date(now), count, zone);
      assert.equal(days.length, count);
      assert.equal(days.at(-1), dayOf(now, zone));
      for (const [index, day] of days.entries())
        if (index > 0) assert.equal(Date.parse(day) - Date.parse(days[index - 1] ?? ''), 86_400_000);
    }),
  );
});

test('what belongs to a day is never before its wide look', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
      assert.ok(at > wellBefore(dayOf(at, zone)));
    }),
  );
});

test('the day on which the clocks change is one day', () => {
  const zone = 'Europe/London';
  assert.equal(dayOf('2026-03-28T23:59:59.000Z', zone), '2026-03-28');
  assert.equal(dayOf('2026-03-29T00:00:00.000Z', zone), '2026-03-29');
  assert.equal(dayOf('2026-03-29T22:59:59.000Z', zone), '2026-03-29');
  assert.equal(dayOf('2026-03-29T23:00:00.000Z', zone), '2026-03-30');
});

test('many times find the same days as each by itself', () => {
  fc.assert(
    fc.property(fc.array(moment), fc.constantFrom(...zones), (times, zone) => {
      const find = dayFinder(zone);
      for (const at of [...times, ...times]) assert.equal(find(at), dayOf(at, zone));
    }),
  );
});

test('months follow one another and end with this one', () => {
  assert.deepEqual(lastMonths(new Date('2026-02-28T23:30:00Z'), 3, 'Europe/Paris'), [
    ...['2026-01', '2026-02', '2026-03'],
  ]);
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...zones), (now, count, zone) => {
      const months = lastMonths(new Date(now), count, zone);
      assert.equal(new Set(months).size, count);
      assert.deepEqual([...months].sort(), months);
      assert.equal(months.at(-1), dayOf(now, zone).slice(0, 7));
    }),
  );
});
