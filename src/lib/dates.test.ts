import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay, dayText, momentOf, timeText } from './dates.ts';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };

test('a time is printed in the publication’s zone, a local time and a date as they stand', () => {
  assert.equal(timeText('2026-03-12T07:00:00.000Z', london), '12 March 2026, 07:00 GMT');
  assert.equal(timeText('2026-06-12T23:30:00Z', london), '13 June 2026, 00:30 BST');
  assert.equal(timeText('2011-03-03T16:05', london), '3 March 2011, 16:05');
  assert.equal(timeText('2011-03-03', { locale: 'en-GB', timeZone: 'Pacific/Auckland' }), '3 March 2011');
  assert.equal(dayText('2026-06-12T23:30:00Z', london), '13 June 2026');
});

test('a printed date falls on the same day wherever the publication is', () => {
  for (const timeZone of [
    'Pacific/Auckland',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Europe/London',
    'UTC',
  ])
    for (const dated of ['2011-03-03', '2011-03-03T00:10', '2011-03-03T23:50:00']) {
      const at = momentOf(dated, timeZone);
      assert.ok(at);
      assert.deepEqual(calendarDay(at, timeZone), ['2011', '03', '03'], `${dated} in ${timeZone}`);
    }
});

test('an offset that was printed is kept to, and what is no date is none', () => {
  assert.equal(
    momentOf('2026-03-12T07:00+02:00', 'Europe/London')?.toISOString(),
    '2026-03-12T05:00:00.000Z',
  );
  assert.equal(momentOf('2026-07-01T07:00', 'Europe/London')?.toISOString(), '2026-07-01T06:00:00.000Z');
  assert.equal(momentOf('yesterday', 'Europe/London'), null);
});
