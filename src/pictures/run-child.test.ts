import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { runChild } from './run-child.ts';

const limits = { processorSeconds: 60, milliseconds: 300_000, kilobytes: 1_500_000 };

test('a picture that asks for too much time or memory is given up, and its process is gone', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hustings-child-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const input = join(folder, 'input');
  const background = { r: 165, g: 29, b: 23 };
  await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background } })
    .png({ progressive: true })
    .toFile(input);
  const output = mkdtempSync(join(folder, 'made-'));
  const task = {
    ...{ input, output, format: 'png' as const, limits: { pixels: 100_000_000, frames: 10 } },
    ...{ widths: [320, 640, 960, 1440, 1920], largest: { width: 2560, height: 5120 }, shared: 1200 },
  };
  assert.deepEqual(await runChild(task, { ...limits, processorSeconds: 1 }), { refused: 'too-slow' });
  assert.deepEqual(await runChild(task, { ...limits, milliseconds: 20 }), { refused: 'too-slow' });
  const starved = await runChild(task, { ...limits, kilobytes: 700_000 });
  assert.ok('refused' in starved && ['died', 'broken'].includes(starved.refused), JSON.stringify(starved));
  assert.deepEqual(readdirSync(output).length < 7, true);
});
