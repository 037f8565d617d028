import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countTicks, middleAndTail, timeTicks } from './chart-scale.ts';

test('lines of a chart are few, evenly apart, and reach its greatest value', () => {
  const check = (ticks: number[], most: number) => {
    assert.equal(ticks[0], 0);
    const [, step = 0] = ticks;
    assert.ok(step > 0 && Number.isInteger(step));
    for (const [index, tick] of ticks.entries()) assert.equal(tick, index * step);
    const last = ticks.at(-1) ?? 0;
    assert.ok(last >= most && (ticks.length === 2 || last - step < most));
    assert.ok(ticks.length >= 2 && ticks.length <= 6, `${ticks.length} lines for ${most}`);
  };
  fc.assert(fc.property(fc.nat(10_000_000), (most) => check(countTicks(most), most)));
  fc.assert(fc.property(fc.nat(1_000_000_000_000), (most) => check(timeTicks(most), most)));
  assert.deepEqual(countTicks(0), [0, 1]);
  assert.deepEqual(countTicks(7), [0, 2, 4, 6, 8]);
  assert.deepEqual(
    timeTicks(7 * 3_600_000),
    [0, 2, 4, 6, 8].map((hours) => hours * 3_600_000),
  );
});

test('the middle and the tail are values that were there, and as many are below as they say', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (values) => {
      const found = middleAndTail(values);
      assert.ok(found);
      const within = (most: number) => values.filter((value) => value <= most).length / values.length;
      assert.ok(values.includes(found.median) && values.includes(found.tail));
      assert.ok(found.median <= found.tail);
      assert.ok(within(found.median) >= 0.5 && within(found.tail) >= 0.9);
      assert.ok(within(found.median - 1) < 0.5 && within(found.tail - 1) < 0.9);
    }),
  );
  assert.equal(middleAndTail([]), null);
});
