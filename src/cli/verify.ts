import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { verifyPublication } from '../audit/verify-publication.ts';
import { readHead } from '../record/head-file.ts';
import { chainHead } from '../record/queries.ts';
import { BrokenChain, sequenceEntries } from '../record/sequence.ts';
import { type Tell, type Verdict, verifyChain, verifyExport } from '../record/verify.ts';
import type { Site } from '../site.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { openSite } from './open-site.ts';

/** Checks the record of this install and what readers see by it, or a downloaded record offline. Exit 1 when something is wrong with it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('One record at a time.');
  const verdict = file === undefined ? await verifyInstall(io) : await verifyFile(file);
  const whole = verdict.faults.length === 0;
  if (values.json) io.out(JSON.stringify({ whole, ...verdict }));
  else if (whole) io.out(`The record is whole: ${verdict.entries} entries, head ${verdict.head ?? 'none'}.`);
  else for (const fault of verdict.faults) io.out(fault.sentence);
  return whole ? 0 : 1;
}

/**
 * The head file is read before anything is placed, which would write it. Where it is missing nothing is placed, so
 * that a second look finds what the first has found.
 */
async function verifyInstall(io: Io): Promise<Verdict> {
  const site = await openSite();
  const progress = progressOn(io);
  try {
    const kept = readHead(site.config.dataFolder);
    const missing = kept === null && (await chainHead(site.store.read)) !== null;
    if (!missing) await placeWaiting(site, io);
    const { tell } = progress;
    const chain = await verifyChain(site, { kept, tell });
    return { ...chain, faults: [...chain.faults, ...(await verifyPublication(site.store.read, tell))] };
  } finally {
    progress.end();
    await site.store.close();
  }
}

/** On a terminal, one line that is written again and again, and taken away at the end. */
function progressOn(io: Io): { tell: Tell; end(): void } {
  const lineUp = '\u001b[1A\u001b[2K';
  let shown = '';
  const show = (text: string) => {
    if (!io.isTerminal || text === shown) return;
    io.err(`${shown === '' ? '' : lineUp}${text}`);
    shown = text;
  };
  return {
    tell: (done, what) => {
      if (done % 100 === 0) show(`Checking: ${done.toLocaleString('en-GB')} ${what}…`);
    },
    end: () => {
      if (shown !== '') io.err(`${lineUp}\u001b[1A`);
    },
  };
}

async function verifyFile(file: string): Promise<Verdict> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    throw new CommandError(`${file} cannot be read (${found.code}): check its name.`);
  if (!found.isFile()) throw new CommandError(`${file} is no file: name a record that was downloaded.`);
  return verifyExport(
    createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
  );
}

/** A server that was killed may have left entries that were committed and not yet placed. */
async function placeWaiting(site: Site, io: Io): Promise<void> {
  try {
    await sequenceEntries(site);
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    io.err(error.message);
  }
}
