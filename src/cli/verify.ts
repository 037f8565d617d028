import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { verifyWords } from '../audit/verify-words.ts';
import { BrokenChain, sequenceEntries } from '../record/sequence.ts';
import { type Verdict, verifyChain, verifyExport } from '../record/verify.ts';
import type { Site } from '../site.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { openSite } from './open-site.ts';

/** Checks the record of this install, or a downloaded one offline. Exit 1 when something is wrong with it. */
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

async function verifyInstall(io: Io): Promise<Verdict> {
  const site = await openSite();
  try {
    await placeWaiting(site, io);
    const chain = await verifyChain(site);
    return { ...chain, faults: [...chain.faults, ...(await verifyWords(site.store.read))] };
  } finally {
    await site.store.close();
  }
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
