import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { granted } from '../../test/support/publish.ts';
import { bankHolidays } from './bank-holidays.ts';
import { afterCountedHours, englandAndWales } from './counted-hours.ts';
import { type NoticeFacts, noticeClock } from './uk-s5.ts';

const calendar = englandAndWales();
const clock = (facts: NoticeFacts) => granted(noticeClock(facts, { calendar }));
const received = '2026-03-06T17:00:00+00:00'; // a Friday
const due48 = '2026-03-10T17:00:00+00:00';
const notified = '2026-03-09T12:00:00+00:00'; // a Monday
const limit = '2026-03-15T00:00:00+00:00'; // ends Saturday the 14th, the fifth day
const unanswered = '2026-03-18T00:00:00+00:00'; // Sunday counts for nothing, then Monday and Tuesday

describe('where a notice under section 5 stands', () => {
  const table: [string, NoticeFacts, [string, string | null, string]][] = [
    ['incomplete', { received, invalid: true }, ['invalid', null, due48]],
    ['incomplete, whatever else', { received, invalid: true, repeat: true }, ['invalid', null, due48]],
    ['the third for the same words', { received, repeat: true }, ['remove-repeat', null, due48]],
    ['no way to the poster', { received, noContact: true }, ['remove-no-contact', null, due48]],
    ['complete', { received }, ['notify', null, due48]],
    ['the poster was told', { received, notified }, ['awaiting-reply', limit, unanswered]],
    [
      'the poster agreed',
      { received, notified, reply: { at: '2026-03-10T09:00:00Z', kind: 'agreed' } },
      ['remove', null, '2026-03-12T09:00:00+00:00'],
    ],
    [
      'the poster stands by it',
      { received, notified, reply: { at: '2026-03-12T18:30:00Z', kind: 'stands' } },
      ['keep', null, '2026-03-16T18:30:00+00:00'],
    ],
    [
      'the reply lacks what is asked for',
      { received, notified, reply: { at: '2026-03-13T10:00:00Z', kind: 'defective' } },
      ['remove', null, '2026-03-17T10:00:00+00:00'],
    ],
    [
      'in the last second',
      { received, notified, reply: { at: '2026-03-14T23:59:59Z', kind: 'stands' } },
      ['keep', null, unanswered],
    ],
    [
      'one second later, which counts as none',
      { received, notified, reply: { at: '2026-03-15T00:00:00Z', kind: 'stands' } },
      ['remove', null, unanswered],
    ],
  ];
  for (const [what, facts, [state, replyBy, due]] of table)
    test(what, () => assert.deepEqual(clock(facts), { state, replyBy, due }));

  test('times with another offset are the same moments', () => {
    assert.deepEqual(clock({ received: '2026-03-06T12:00:00-05:00' }), clock({ received }));
    assert.deepEqual(clock({ received: '2026-03-07T04:00:00+11:00' }), clock({ received }));
  });

  test('what is no time, or cannot be in that order, is refused with a sentence', () => {
    for (const [facts, code, field] of [
      [{ received: '2026-03-06T17:00:00' }, 'bad-time', 'received'],
      [{ received: '2026-02-30T17:00:00Z' }, 'bad-time', 'received'],
      [{ received: 'Friday' }, 'bad-time', 'received'],
      [{ received, notified: '2026-03-06T16:59:59Z' }, 'bad-order', 'notified'],
      [{ received, notified, reply: { at: '2026-03-08T00:00:00Z', kind: 'agreed' } }, 'bad-order', 'reply'],
      [{ received, reply: { at: '2026-03-10T00:00:00Z', kind: 'agreed' } }, 'no-notification', 'notified'],
    ] as [NoticeFacts, string, string][]) {
      const answer = noticeClock(facts, { calendar });
      assert.deepEqual(answer.ok ? null : [answer.code, answer.field], [code, field], JSON.stringify(facts));
    }
  });
});

describe('forty-eight counted hours', () => {
  const after = (from: string, other = calendar) =>
    afterCountedHours(Temporal.Instant.from(from), 48, other).toString({ timeZoneName: 'never' });
  for (const [what, from, to] of [
    ['over a weekend', '2026-03-06T17:00:00Z', '2026-03-10T17:00:00+00:00'],
    ['from a Saturday', '2026-03-07T10:00:00Z', '2026-03-11T00:00:00+00:00'],
    ['from the last second of a Sunday', '2026-03-08T23:59:59Z', '2026-03-11T00:00:00+00:00'],
    ['from the first of a Monday', '2026-03-09T00:00:00Z', '2026-03-11T00:00:00+00:00'],
    ['over Easter', '2026-04-02T14:00:00Z', '2026-04-08T15:00:00+01:00'],
    ['from Good Friday', '2026-04-03T09:00:00+01:00', '2026-04-09T00:00:00+01:00'],
    ['over Christmas with Boxing Day on a Saturday', '2026-12-24T09:00:00Z', '2026-12-30T09:00:00+00:00'],
    ['over Christmas on a Saturday, two days in lieu', '2027-12-24T09:00:00Z', '2027-12-30T09:00:00+00:00'],
    ['over Christmas on a Sunday', '2022-12-23T09:00:00Z', '2022-12-29T09:00:00+00:00'],
    ['over New Year on a Saturday', '2021-12-31T12:00:00Z', '2022-01-05T12:00:00+00:00'],
    ['as the clocks go forward', '2026-03-27T12:00:00Z', '2026-03-31T12:00:00+01:00'],
    ['as the clocks go back', '2026-10-23T12:00:00+01:00', '2026-10-27T12:00:00+00:00'],
    ['over a leap day', '2028-02-28T08:00:00Z', '2028-03-01T08:00:00+00:00'],
    ['over the coronation', '2023-05-05T12:00:00+01:00', '2023-05-10T12:00:00+01:00'],
    ['over the funeral of a queen', '2022-09-16T12:00:00+01:00', '2022-09-21T12:00:00+01:00'],
  ] as const)
    test(what, () => assert.equal(after(from), to));

  test('a day that was proclaimed since, or taken back, is a setting', () => {
    const changed = englandAndWales({ holidays: ['2026-03-09'], workingDays: ['2026-05-04'] });
    assert.equal(after('2026-03-06T17:00:00Z', changed), '2026-03-11T17:00:00+00:00');
    assert.equal(after('2026-05-01T12:00:00+01:00', changed), '2026-05-05T12:00:00+01:00');
  });

  test('never end before 48 hours, never on a day that counts for nothing but at its first moment, and keep their order', () => {
    const moment = fc.integer({ min: Date.parse('2015-01-01'), max: Date.parse('2045-01-01') });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 10 * 86_400_000 }), (start, more) => {
        const from = Temporal.Instant.fromEpochMilliseconds(start);
        const to = afterCountedHours(from, 48, calendar);
        const later = afterCountedHours(from.add({ milliseconds: more }), 48, calendar);
        assert.ok(to.epochMilliseconds - start >= 48 * 3_600_000);
        assert.ok(later.epochMilliseconds >= to.epochMilliseconds);
        const just = to.subtract({ milliseconds: 1 }).toPlainDate();
        assert.ok(just.dayOfWeek <= 5, just.toString());
        assert.ok(!bankHolidays(just.year).some(({ day }) => day === just.toString()), just.toString());
      }),
      { numRuns: 300 },
    );
  });
});

describe('the poster’s five days', () => {
  for (const [what, at, to] of [
    ['end at the midnight of the fifth day after', '2026-03-09T12:00:00Z', '2026-03-15T00:00:00+00:00'],
    ['leave no day out as the clocks go forward', '2026-03-27T10:00:00Z', '2026-04-02T00:00:00+01:00'],
    ['nor as they go back', '2026-10-23T23:30:00+01:00', '2026-10-29T00:00:00+00:00'],
    ['nor at Christmas', '2026-12-24T09:00:00Z', '2026-12-30T00:00:00+00:00'],
    ['are of London: just before its midnight', '2026-06-01T22:59:59Z', '2026-06-07T00:00:00+01:00'],
    ['and just after', '2026-06-01T23:00:00Z', '2026-06-08T00:00:00+01:00'],
  ] as const)
    test(what, () => assert.equal(clock({ received: at, notified: at }).replyBy, to));
});

describe('bank holidays of other parts', () => {
  for (const [place, year, days] of [
    ['scotland', 2022, '01-01 01-02 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-25 12-26 12-27'],
    ['scotland', 2023, '01-01 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 11-30 12-02 12-25 12-26'],
    ['northern-ireland', 2024, '01-01 03-17 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northern-ireland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28'],
    ['none', 2026, '04-03 12-25'],
  ] as const)
    test(`of ${place} in ${year}`, () => {
      const found = new Set(bankHolidays(year, place).map(({ day }) => day.slice(5)));
      for (const day of days.split(' ')) {
        const isWeekend = new Date(`${year}-${day}T00:00:00Z`).getUTCDay() % 6 === 0;
        assert.ok(found.has(day) || isWeekend, day);
      }
      const working = [...found].filter((day) => new Date(`${year}-${day}T00:00:00Z`).getUTCDay() % 6 !== 0);
      assert.deepEqual(
        working.filter((day) => !days.split(' ').includes(day)),
        [],
      );
    });

  test('change what the hours count, and a limit that was told stands whatever the days are now', () => {
    const scotland = { ...calendar, place: 'scotland' as const };
    const from = Temporal.Instant.from('2026-04-02T14:00:00Z'); // Easter Monday counts there
    const due = afterCountedHours(from, 48, scotland).toString({ timeZoneName: 'never' });
    assert.equal(due, '2026-04-07T15:00:00+01:00');
    const facts = { received, notified, replyBy: '2026-03-20T00:00:00+00:00' };
    const answer = noticeClock(facts, { calendar, periods: { countedHours: 48, replyDays: 2 } });
    assert.equal(answer.ok && answer.value.replyBy, '2026-03-20T00:00:00+00:00');
  });
});

describe('bank holidays of England and Wales', () => {
  for (const [year, days] of [
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28'],
  ] as const)
    test(`of ${year}`, () =>
      assert.equal(
        bankHolidays(year)
          .map(({ day }) => day.slice(5))
          .join(' '),
        days,
      ));
});
