// On what it was measured.
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { basename, join } from 'node:path';
import { node, pins, temporaryFolder } from './children.mjs';
import { generator } from './load.mjs';
import { median } from './statistics.mjs';

/** Sentences that say on what machine, when and by which command a table was measured. */
export function describeMachine(flags) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const given = Object.entries(flags)
    .filter(([, on]) => on)
    .map(([name, value]) => (value === true ? `--${name}` : `--${name} ${basename(value)}`));
  const command = ['npm run bench', ...(given.length > 0 ? ['--'] : []), ...given].join(' ');
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, ${memory} GiB of memory, ` +
      `${type()} ${release()}, Node ${version}; one write of 4 kB and its fsync take ${syncMilliseconds().toFixed(2)} ms on this disk.`,
    `${new Date().toISOString().slice(0, 10)}, by \`${command}\`, loaded with ${generator}; ` +
      (pins ? 'each server on core 0, what loads it on core 1.' : 'nothing pinned to a core.') +
      ` The load average of the machine was ${loadavg()[0].toFixed(1)} when it began.`,
  ];
}

/** What the disk asks of every durable write: without it, comments per second say little. */
function syncMilliseconds() {
  const file = openSync(join(temporaryFolder('sync'), 'file'), 'w');
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 100 }, () => {
    const since = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    return performance.now() - since;
  });
  closeSync(file);
  return median(times);
}
