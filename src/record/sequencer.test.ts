import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { pino } from 'pino';
import { publishSample } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { headPath } from './head-file.ts';
import { startSequencer } from './sequencer.ts';

/** A sequencer at work on a record, whose head file may say what it should not, with the clock of its pauses in hand. */
async function begun(t: TestContext, head: string | null) {
  const site = await openTestSite('sqlite');
  await publishSample(site);
  const file = headPath(site.config.dataFolder);
  if (head !== null) writeFileSync(file, head);
  const told: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => told.push(line) });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const sequencer = startSequencer({ ...site, log });
  const until = async (isSo: () => Promise<boolean> | boolean) => {
    while (!(await isSo())) await new Promise(setImmediate);
  };
  const waiting = async () => {
    const rows = await site.store.read
      .selectFrom('record_entries')
      .select('id')
      .where('seq', 'is', null)
      .execute();
    return rows.length;
  };
  const settled = async () => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  };
  /** Lets time pass, in which nothing is tried. */
  const quiet = async (milliseconds: number) => {
    const before = told.length;
    t.mock.timers.tick(milliseconds);
    await settled();
    assert.equal(told.length, before);
  };
  /** Lets time pass, until so many tries have failed. */
  const tick = async (milliseconds: number, faults: number) => {
    t.mock.timers.tick(milliseconds);
    await until(() => told.length === faults);
    await settled();
  };
  return { site, file, sequencer, quiet, tick, until, waiting, pass: (ms: number) => t.mock.timers.tick(ms) };
}

test('an entry gets its place at once, however lately the file with the checkpoint was written', async (t) => {
  const { site, sequencer, waiting, pass } = await begun(t, null);
  for (let turn = 1; turn <= 3; turn += 1) {
    assert.ok((await waiting()) > 0);
    for (let tick = 1; tick <= 20; tick += 1) {
      pass(25);
      for (let each = 0; each < 50; each += 1) await new Promise(setImmediate);
    }
    assert.equal(await waiting(), 0, `turn ${turn}: half a second is enough`);
    await publishSample(site);
  }
  await sequencer.stop();
});

test('what changes while it works is looked at once more', async (t) => {
  const site = await openTestSite('sqlite');
  await publishSample(site);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let change: () => void = () => undefined;
  let looks = 0;
  let during: (() => void) | null = null;
  const now = () => {
    looks += 1; // the file is not due: each look at the record asks for the time, once
    during?.();
    during = null;
    return site.clock.now();
  };
  const onChange = (heard: () => void) => {
    change = heard;
    return () => undefined;
  };
  const sequencer = startSequencer({ ...site, clock: { now }, store: { ...site.store, onChange } });
  const rest = async () => {
    for (let tick = 1; tick <= 20; tick += 1) {
      t.mock.timers.tick(25);
      for (let each = 0; each < 50; each += 1) await new Promise(setImmediate);
    }
  };
  await rest();
  await publishSample(site);
  change();
  await rest();
  const before = looks;
  during = change;
  change();
  await rest();
  assert.equal(looks - before, 2);
  await sequencer.stop();
});

test('after a fault the record’s entries get their place by themselves, tried after longer and longer pauses', async (t) => {
  const { file, sequencer, quiet, tick, until, waiting, pass } = await begun(t, 'damaged');
  await tick(25, 1);
  await quiet(999);
  await tick(1, 2);
  await quiet(1_999);
  await tick(1, 3);
  rmSync(file);
  assert.ok((await waiting()) > 0);
  pass(4_000);
  await until(async () => (await waiting()) === 0);
  await sequencer.stop();
});

test('nothing is tried again at once on a chain whose end was cut off, whatever is written meanwhile', async (t) => {
  const cut = JSON.stringify({ seq: 99, hash: '0'.repeat(64) });
  const { site, file, sequencer, quiet, tick, until, waiting, pass } = await begun(t, cut);
  await tick(25, 1);
  await publishSample(site, { title: 'Another' });
  await quiet(59_999);
  await tick(1, 2);
  rmSync(file);
  pass(60_000);
  await until(async () => (await waiting()) === 0);
  await sequencer.stop();
});
