// What the record costs: an entry as a share of a response that is held, and verifying many entries beside a bare SHA-256
// pass over the same bytes.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finish, node, start, temporaryFolder } from './children.mjs';
import { command, environment } from './hustings.mjs';
import { figure, table } from './table.mjs';

/** Answers two tables. */
export async function measureRecord(filler, { plan, tell }) {
  const run = (folder, args) =>
    finish(
      start(node, ['--disable-warning=ExperimentalWarning', filler.record, ...args], {
        env: environment({ folder }),
        stderr: 'inherit',
      }),
      { seconds: 600 },
    );
  tell('entries beside responses');
  const { alone, twice } = JSON.parse(await run(temporaryFolder('append'), ['append']));
  const share = figure(((twice.p50 - alone.p50) / alone.p50) * 100);
  tell(`a record of ${plan.entries.toLocaleString('en-GB')} entries`);
  const folder = temporaryFolder('record');
  const file = join(folder, 'record.ndjson');
  await run(folder, ['fill', String(plan.entries), file]);
  const bare = await bareSeconds(file);
  const rows = [];
  for (const [name, args] of [
    ['this install: chain, private parts, and what readers see', ['verify']],
    ['the downloaded file', ['verify', file]],
  ]) {
    tell(`verifying ${name}`);
    rows.push([name, ...(await verified({ args, folder, bare }))]);
  }
  const megabytes = figure(statSync(file).size / 1e6);
  return [
    table(
      ['A response that is held, SQLite', 'p50 (ms)', 'p95 (ms)'],
      [
        ['with its entry', figure(alone.p50), figure(alone.p95)],
        ['with a second one', figure(twice.p50), figure(twice.p95)],
        ['one entry is so many % of it', share, ''],
      ],
      { texts: 1 },
    ),
    table(
      [
        `Verifying ${plan.entries.toLocaleString('en-GB')} entries, SQLite`,
        ...['seconds', 'times a bare pass', 'most memory (MB)'],
      ],
      [[`SHA-256 over the file of ${megabytes} MB, alone`, figure(bare), '1', ''], ...rows],
      { texts: 1 },
    ),
  ].join('\n\n');
}

async function bareSeconds(file) {
  const from = performance.now();
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece);
  hash.digest('hex');
  return (performance.now() - from) / 1_000;
}

async function verified({ args, folder, bare }) {
  const from = performance.now();
  const child = command(args, { folder });
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, peakOf(child.pid));
  }, 50);
  const said = await finish(child, { seconds: 900 });
  clearInterval(watch);
  const seconds = (performance.now() - from) / 1_000;
  if (!said.startsWith('The record is whole')) throw new Error(said);
  return [figure(seconds), figure(seconds / bare), figure(most / 1_000)];
}

/** The most memory that a process had, in kB of 1,024 bytes; 0 where it is gone. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1.024;
  } catch {
    return 0;
  }
}
