import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { verifyPublication } from '../audit/verify-publication.ts';
import { type Checkpoint, openCheckpoint, readCheckpoint } from '../merkle/checkpoint.ts';
import { cosignaturesBy } from '../merkle/cosignature.ts';
import { keyTypes, readNote, readVerifierKey } from '../merkle/signed-note.ts';
import { BrokenChain, readHead } from '../record/head-file.ts';
import { newestCosigned } from '../record/log/cosignatures.ts';
import { recordKey } from '../record/log/log.ts';
import { chainHead } from '../record/queries.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { type Tell, type Verdict, verifyChain, verifyExport } from '../record/verify.ts';
import type { Site } from '../site.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { openSite } from './open-site.ts';

/** Checks the record of this install and what readers see by it, or a downloaded record offline. Exit 1 when something is wrong with it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ json: { type: 'boolean' }, against: { type: 'string' }, key: { type: 'string' } },
      witness: { type: 'string', multiple: true },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('One record at a time.');
  const { against: checkpoint, key, witness: witnesses = [] } = values;
  if (witnesses.length > 0 && checkpoint === undefined)
    throw new UsageError('--witness says who has cosigned the checkpoint: name it by --against.');
  const asked = { checkpoint, key, witnesses };
  const verdict = file === undefined ? await verifyInstall(io, asked) : await verifyFile(file, io, asked);
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
async function verifyInstall(io: Io, asked: Asked): Promise<Verdict> {
  const site = await openSite();
  const progress = progressOn(io);
  try {
    const given = readAgainst(io, { ...asked, key: asked.key ?? recordKey(site) });
    const against = asked.checkpoint === undefined ? await cosignedHere(site) : given;
    const kept = readHead(site.config.dataFolder);
    const missing = kept === null && (await chainHead(site.store.read)) !== null;
    if (!missing) await placeWaiting(site, io);
    const { tell } = progress;
    const chain = await verifyChain(site, { kept, tell, ...against });
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

type Asked = { checkpoint: string | undefined; key: string | undefined; witnesses: string[] };

/** What witnesses cosigned last, as it is kept here: whoever rewrites the record has to think of that as well. */
async function cosignedHere({ config, store }: Site): Promise<{ against?: Checkpoint }> {
  const newest = await newestCosigned(store.read);
  if (newest === null) return {};
  const { size, root } = newest;
  return { against: { origin: config.url, size, root: Buffer.from(root, 'base64') } };
}

/** The checkpoint that the record is to be held against, its signature checked where there is a key. */
function readAgainst(io: Io, { checkpoint: file, key, witnesses }: Asked): { against?: Checkpoint } {
  if (file === undefined) return {};
  const verifier = key === undefined ? null : readVerifierKey(key.trim());
  if (key !== undefined && verifier === null)
    throw new CommandError('--key is no key of a record: give the line that /record/key shows.');
  const note = readText(file);
  const says = readCheckpoint(note);
  if (says === null) throw new CommandError(`${file} is no checkpoint: give what /record/checkpoint showed.`);
  if (verifier === null)
    io.err('The checkpoint’s signature is not checked: give the record’s key with --key.');
  else if (openCheckpoint(note, { ...verifier, name: says.origin }) === null)
    throw new CommandError(
      `${file} is not signed by this record’s key: it was changed, or is of another install, or the key is another one.`,
    );
  for (const line of witnesses) tellCosigned(io, { file, note, line });
  return { against: says };
}

/** Says when a witness cosigned the checkpoint; one that has not is a refusal. */
function tellCosigned(io: Io, { file, note, line }: { file: string; note: string; line: string }): void {
  const witness = readVerifierKey(line.trim(), keyTypes.cosignature);
  if (witness === null)
    throw new CommandError(`--witness ${line} is no key of a witness: give it as name+id+key, for Ed25519.`);
  const read = readNote(note);
  const last = read && cosignaturesBy(witness, read)?.at(-1);
  if (!last) throw new CommandError(`${file} is not cosigned by ${witness.name}.`);
  io.err(`Cosigned by ${witness.name} at ${new Date(last.seconds * 1000).toISOString()}.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}): check its name.`,
    );
  }
}

async function verifyFile(file: string, io: Io, asked: Asked): Promise<Verdict> {
  const against = readAgainst(io, asked);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    throw new CommandError(`${file} cannot be read (${found.code}): check its name.`);
  if (!found.isFile()) throw new CommandError(`${file} is no file: name a record that was downloaded.`);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const { tell, end } = progressOn(io);
  try {
    return await verifyExport(lines, { ...against, tell });
  } finally {
    end();
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
