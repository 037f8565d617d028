// The moderators' queue where much waits, beside the bare rows of one page from the same database in the same run.
import { finish, node, start, temporaryFolder, undoLater } from './children.mjs';
import { environment } from './hustings.mjs';
import { median, quantile } from './statistics.mjs';
import { figure, table } from './table.mjs';

/** Answers a table for each engine. */
export async function measureQueue(filler, { plan, tell }) {
  const parts = [await measureOn(filler, { engine: 'SQLite', plan, tell })];
  tell('starting PostgreSQL');
  // Only now: its package ends the process at a signal, before anything else is tidied up.
  const { startPostgres } = await import('../scripts/postgres.mjs');
  const { url, stop } = await startPostgres({ durable: true });
  const stopNow = undoLater(stop);
  parts.push(await measureOn(filler, { engine: 'PostgreSQL', databaseUrl: url, plan, tell }));
  await stopNow();
  return parts.join('\n\n');
}

async function measureOn(filler, { engine, databaseUrl, plan, tell }) {
  const { held, decided, times } = plan.queue;
  tell(`the queue on ${engine}: ${held.toLocaleString('en-GB')} held`);
  const env = environment({ folder: temporaryFolder('queue'), databaseUrl });
  const args = ['--disable-warning=ExperimentalWarning', filler.queue, ...[held, decided, times].map(String)];
  const child = start(node, args, { env, stderr: 'inherit' });
  const { filled, pages, floor } = JSON.parse(await finish(child, { seconds: 1_800 }));
  const bare = median(floor);
  const row = (name, values) => [
    name,
    ...[median(values), quantile(values, 0.95), Math.max(...values)].map(figure),
    figure(median(values) / bare),
  ];
  return [
    `${engine}, ${held.toLocaleString('en-GB')} held and ${decided.toLocaleString('en-GB')} decided under 200 articles, 100 reported; ${times} times in turn; filled in ${filled.toFixed(0)} s:`,
    table(
      ['Page', 'median (ms)', 'p95 (ms)', 'slowest (ms)', 'by the floor'],
      [...pages.map(({ name, times }) => row(name, times)), row('floor: the bare rows of one page', floor)],
      { texts: 1 },
    ),
  ].join('\n\n');
}
