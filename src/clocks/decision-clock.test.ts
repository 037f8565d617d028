import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englandAndWales } from './counted-hours.ts';
import { type DecisionFacts, type DecisionPeriods, decisionClock } from './decision-clock.ts';

const month: DecisionPeriods = { acknowledge: null, decide: { months: 1 } };
const impress: DecisionPeriods = { acknowledge: { days: 7 }, decide: { days: 21 } };
const hours: DecisionPeriods = { acknowledge: null, decide: { hours: 72 } };

function clock(facts: DecisionFacts, periods: DecisionPeriods) {
  const told = decisionClock(facts, { calendar: englandAndWales(), periods });
  return told.ok ? `${told.value.state} ${told.value.due}` : told.code;
}

test('a month ends with the day of the same date, or with the month that has none', () => {
  const due = (received: string) => clock({ received }, month);
  assert.equal(due('2026-03-12T07:00:00Z'), 'decide 2026-04-13T00:00:00+01:00');
  assert.equal(due('2026-01-31T23:59:59Z'), 'decide 2026-03-01T00:00:00+00:00');
  assert.equal(due('2028-01-31T12:00:00Z'), 'decide 2028-03-01T00:00:00+00:00', 'a leap day is the last');
  assert.equal(due('2026-12-31T23:30:00Z'), 'decide 2027-02-01T00:00:00+00:00');
  assert.equal(due('2026-06-30T23:30:00Z'), 'decide 2026-08-02T00:00:00+01:00', 'in London it was July');
});

test('days are whole calendar days, weekends and holidays among them', () => {
  const received = '2026-03-27T12:00:00+00:00';
  assert.equal(clock({ received }, impress), 'acknowledge 2026-04-04T00:00:00+01:00');
  const acknowledged = '2026-03-30T09:00:00+01:00';
  assert.equal(clock({ received, acknowledged }, impress), 'decide 2026-04-18T00:00:00+01:00');
});

test('hours elapse whatever the clocks show', () => {
  assert.equal(clock({ received: '2026-03-28T12:00:00Z' }, hours), 'decide 2026-03-31T13:00:00+01:00');
  assert.equal(clock({ received: '2026-10-24T12:00:00+01:00' }, hours), 'decide 2026-10-27T11:00:00+00:00');
});

test('what is decided has nothing due', () => {
  const facts = { received: '2026-03-12T07:00:00Z', decided: '2026-03-12T08:00:00Z' };
  assert.equal(clock(facts, month), 'decided null');
});

test('times without an offset and events in an order that cannot be are refused', () => {
  assert.equal(clock({ received: '2026-03-12T07:00:00' }, month), 'bad-time');
  assert.equal(clock({ received: 'noon' }, month), 'bad-time');
  const early = { received: '2026-03-12T07:00:00Z', decided: '2026-03-12T06:59:59Z' };
  assert.equal(clock(early, month), 'bad-order');
});
