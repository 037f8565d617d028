import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localMoment, localTextOf } from './local-times.ts';

test('a local time is the moment at which clocks show it', () => {
  assert.deepEqual(localMoment('2026-03-12T06:30', 'Europe/London'), {
    kind: 'once',
    at: '2026-03-12T06:30:00.000Z',
  });
  assert.deepEqual(localMoment('2026-07-12T06:30', 'America/St_Johns'), {
    kind: 'once',
    at: '2026-07-12T09:00:00.000Z',
  });
});

test('a time that the zone skips names the nearest minutes that come', () => {
  for (const time of ['01:00', '01:30', '01:59'])
    assert.deepEqual(localMoment(`2026-03-29T${time}`, 'Europe/London'), {
      kind: 'skipped',
      before: '2026-03-29T00:59',
      after: '2026-03-29T02:00',
    });
  assert.deepEqual(localMoment('2011-12-30T12:00', 'Pacific/Apia'), {
    kind: 'skipped',
    before: '2011-12-29T23:59',
    after: '2011-12-31T00:00',
  });
});

test('a time that comes twice is the first', () => {
  assert.deepEqual(localMoment('2026-10-25T01:30', 'Europe/London'), {
    kind: 'twice',
    at: '2026-10-25T00:30:00.000Z',
    second: '2026-10-25T01:30:00.000Z',
  });
  assert.deepEqual(localMoment('2026-04-05T01:45', 'Australia/Lord_Howe'), {
    kind: 'twice',
    at: '2026-04-04T14:45:00.000Z',
    second: '2026-04-04T15:15:00.000Z',
  });
});

test('what is no time has no moment', () => {
  for (const typed of [
    '',
    'tomorrow',
    '2026-02-30T06:30',
    '2026-03-12T25:00',
    '2026-03-12',
    '2026-03-12T06:30Z',
  ])
    assert.deepEqual(localMoment(typed, 'Europe/London'), { kind: 'none' }, typed);
  assert.equal(localMoment('2026-03-12T06:30:00', 'Europe/London').kind, 'once', 'some browsers add seconds');
});

const zones = [
  ...['Europe/London', 'Europe/Dublin', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe', 'Pacific/Apia'],
  ...['Pacific/Chatham', 'Antarctica/Troll', 'Atlantic/Azores', 'UTC'],
];
const localTime = fc
  .date({ min: new Date('2000-01-01T00:00Z'), max: new Date('2045-01-01T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

test('in every zone and on every day, what was typed is what clocks show, or it is skipped', () => {
  fc.assert(
    fc.property(localTime, fc.constantFrom(...zones), (typed, zone) => {
      const moment = localMoment(typed, zone);
      if (moment.kind === 'skipped') {
        assert.ok(moment.before < typed && typed < moment.after);
        assert.equal(localMoment(moment.before, zone).kind !== 'skipped', true);
        assert.equal(localMoment(moment.after, zone).kind !== 'skipped', true);
        return;
      }
      assert.ok(moment.kind !== 'none');
      assert.equal(localTextOf(moment.at, zone), typed);
      if (moment.kind === 'twice') {
        assert.equal(localTextOf(moment.second, zone), typed);
        assert.ok(moment.at < moment.second);
      }
    }),
    { numRuns: 2000 },
  );
});

test('and every minute around a change of clocks is either shown or skipped, none shifted', () => {
  const days = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04'];
  for (const zone of zones)
    for (const day of days)
      for (let minute = 0; minute < 300; minute += 1) {
        const typed = `${day}T0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        const moment = localMoment(typed, zone);
        assert.notEqual(moment.kind, 'none');
        if (moment.kind === 'skipped') assert.ok(moment.before < typed && typed < moment.after);
        else if (moment.kind !== 'none') assert.equal(localTextOf(moment.at, zone), typed);
      }
});
