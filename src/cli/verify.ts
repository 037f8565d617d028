import { parseArgs } from 'node:util';
import { verifyWords } from '../audit/verify-words.ts';
import { BrokenChain, sequenceEntries } from '../record/sequence.ts';
import { verifyChain } from '../record/verify.ts';
import type { Site } from '../site.ts';
import type { Io } from './io.ts';
import { openSite } from './open-site.ts';

/** Checks the record of this install. Exit 1 when something is wrong with it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const site = await openSite();
  try {
    await placeWaiting(site, io);
    const chain = await verifyChain(site);
    const verdict = { ...chain, faults: [...chain.faults, ...(await verifyWords(site.store.read))] };
    const whole = verdict.faults.length === 0;
    if (values.json) io.out(JSON.stringify({ whole, ...verdict }));
    else if (whole)
      io.out(`The record is whole: ${verdict.entries} entries, head ${verdict.head ?? 'none'}.`);
    else for (const fault of verdict.faults) io.out(fault.sentence);
    return whole ? 0 : 1;
  } finally {
    await site.store.close();
  }
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
