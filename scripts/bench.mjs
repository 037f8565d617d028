// Measures this software on this machine and says which of its aims are met. See docs/benchmarks.md.
//   npm run bench -- [--quick] [--postgres] [--peers] [--pictures] [--editor] [--marks] [--queue] [--record] [--live] [--pages] [--dry-run] [--against FOLDER] [--write]
// Everything listens on 127.0.0.1 alone; only processes that were started here are ended; temporary folders go.
import { rm } from 'node:fs/promises';
import { measureAgainst } from '../bench/against.mjs';
import { checkAims } from '../bench/aims.mjs';
import { cleanUp, root, undoLater } from '../bench/children.mjs';
import { measureComments } from '../bench/comments.mjs';
import { writePart } from '../bench/document.mjs';
import { measureDryRun } from '../bench/dry-run.mjs';
import { measureEditor } from '../bench/editor.mjs';
import { buildFiller, fill, fillDemo } from '../bench/fill.mjs';
import { readFlags } from '../bench/flags.mjs';
import { measureLive } from '../bench/live.mjs';
import { describeMachine } from '../bench/machine.mjs';
import { measureMarks } from '../bench/marks.mjs';
import { measurePages } from '../bench/pages.mjs';
import { measurePeers } from '../bench/peers.mjs';
import { measurePictures } from '../bench/pictures.mjs';
import { planFor, threads } from '../bench/plan.mjs';
import { measureQueue } from '../bench/queue.mjs';
import { measureRecord } from '../bench/record.mjs';
import { pagesReport, report } from '../bench/report.mjs';
import { measureStarts } from '../bench/starts.mjs';

process.chdir(root);
const flags = readFlags(process.argv.slice(2));
const plan = planFor(flags);
const tell = (text) => process.stderr.write(`bench: ${text}\n`);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(signal, () => void tidy().finally(() => process.exit(code)));

let filler = null;
try {
  process.exitCode = await measure();
} finally {
  await tidy();
}

async function tidy() {
  await cleanUp();
  if (filler) await rm(filler.outdir, { recursive: true, force: true });
}

async function measure() {
  filler = await buildFiller();
  const machine = describeMachine(flags);
  if (flags.pictures) return measureReaders(machine);
  if (flags.editor) return measureWriting(machine);
  if (flags.marks) return measureMarking(machine);
  if (flags.queue) return measureDeciding(machine);
  if (flags.record) return measureLedger(machine);
  if (flags.against) return measurePosting(machine);
  if (flags.pages) return measureReading(machine);
  if (flags['dry-run']) return measureTrying(machine);
  if (flags.live) return measureWaiting(machine);
  tell('filling data folders');
  const short = await fill(filler, { counts: threads.short });
  const long = await fill(filler, { counts: [threads.long] });
  const demo = await fillDemo();

  const pages = [await measurePages(short, { plan, tell }), await measurePages(long, { plan, tell })];
  const starts = [
    ...(await measureStarts(demo, { data: 'the demo', plan, tell })),
    ...(await measureStarts(long, { data: '100,000 responses', plan, tell })),
  ];
  // The peers' pages are read beside ours before anything is added to them.
  const peers = flags.peers ? await measurePeers(short, { plan, tell }) : null;
  const [fewest] = threads.short;
  const comments = [await measureComments(short, { engine: 'SQLite', count: fewest, plan, tell })];
  if (flags.postgres) comments.push(await onPostgres(fewest));

  const memories = pages.map(({ memory }) => memory);
  const [warm, anew] = [pages.flatMap((page) => page.warm), pages.flatMap((page) => page.anew)];
  const aims = checkAims({ warm, anew, starts, memories });
  const fills = `The folder with ${threads.long.toLocaleString('en-GB')} responses was filled in ${long.seconds.toFixed(0)} s.`;
  show(report({ machine, aims, pages, starts, comments, fills }), { keepAs: 'own' });
  if (peers)
    show([...machine, peers.markdown].join('\n\n'), { keepAs: peers.isWorthKeeping ? 'peers' : null });
  const isSound =
    comments.every(({ isWhole }) => isWhole) && [...warm, ...anew].every(({ bad }) => bad === 0);
  return isSound ? 0 : 1;
}

/** Readers while pictures are made: asked for by name, since it takes minutes. */
async function measureReaders(machine) {
  tell('filling a data folder');
  const data = await fill(filler, { counts: [100] });
  const { markdown, isSound } = await measurePictures(data, { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'pictures' });
  return isSound ? 0 : 1;
}

/** The form of a long article: asked for by name. */
async function measureWriting(machine) {
  tell('filling a data folder');
  const markdown = await measureEditor(await fill(filler, { counts: [6] }), { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'editor' });
  return 0;
}

/** Quotations and references: asked for by name. */
async function measureMarking(machine) {
  const { markdown, isMet } = await measureMarks(filler, { tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'marks' });
  return isMet ? 0 : 1;
}

/** The moderators' queue: asked for by name. */
async function measureDeciding(machine) {
  const markdown = await measureQueue(filler, { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'queue' });
  return 0;
}

/** The record: asked for by name. */
async function measureLedger(machine) {
  const markdown = await measureRecord(filler, { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'record' });
  return 0;
}

/** What filters would have held: asked for by name. */
async function measureTrying(machine) {
  const { markdown, isMet } = await measureDryRun(filler, { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'dry-run' });
  return isMet ? 0 : 1;
}

/** Readers who wait for responses: asked for by name. */
async function measureWaiting(machine) {
  tell('filling a data folder');
  const markdown = await measureLive(await fill(filler, { counts: [6, 7] }), { plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'live' });
  return 0;
}

/** Pages of short threads, and the front page: asked for by name, where a whole run takes too long. */
async function measureReading(machine) {
  tell('filling a data folder');
  const measured = await measurePages(await fill(filler, { counts: threads.short }), { plan, tell });
  show([...machine, pagesReport(measured)].join('\n\n'), { keepAs: 'pages' });
  return measured.warm.every(({ bad }) => bad === 0) ? 0 : 1;
}

/** Posting, beside another edition of this software: asked for by its folder. */
async function measurePosting(machine) {
  const markdown = await measureAgainst(filler, { other: flags.against, plan, tell });
  show([...machine, markdown].join('\n\n'), { keepAs: 'against' });
  return 0;
}

async function onPostgres(count) {
  tell('starting PostgreSQL');
  // Only now: its package ends the process at a signal, before anything else is tidied up.
  const { startPostgres } = await import('./postgres.mjs');
  const { url, stop } = await startPostgres({ durable: true });
  const stopNow = undoLater(stop);
  const data = await fill(filler, { counts: [count], databaseUrl: url });
  const measured = await measureComments(data, { engine: 'PostgreSQL', count, plan, tell });
  await stopNow();
  return measured;
}

function show(markdown, { keepAs }) {
  process.stdout.write(`${markdown}\n\n`);
  if (!flags.write || keepAs === null) return;
  writePart(keepAs, markdown);
  tell(`docs/benchmarks.md has the new figures (${keepAs})`);
}
