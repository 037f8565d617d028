import { keyedHash } from '../../lib/ids.ts';
import { signCheckpoint } from '../../merkle/checkpoint.ts';
import { writeLogProof } from '../../merkle/log-proof.ts';
import { type NoteSigner, verifierKey, verifierOf } from '../../merkle/signed-note.ts';
import { entryBundle, hasTile, nodesFromTiles, type Tile, tileWidth } from '../../merkle/tiles.ts';
import { consistencyProof, type Hash, inclusionProof, rootAt } from '../../merkle/tree.ts';
import type { Site } from '../../site.ts';
import { RecordError, readHead, refuseShortChain } from '../head-file.ts';
import { chainHead, lastPublicSeq } from '../queries.ts';
import { cosignaturesOf, newestCosigned, smallestCosigned, type Tree } from './cosignatures.ts';
import { placedLeaves, treeHashes } from './subtrees.ts';

/**
 * Who signs for the record: under its address without the scheme, by a key that is made of the install's own secret, so
 * that a copy of the database alone can sign nothing.
 */
export function recordSigner({ config, secrets }: Site): NoteSigner {
  const seed = Buffer.from(keyedHash(secrets.receiptKey, 'record: checkpoints'), 'base64url');
  return { name: `${config.url.replace(/^https?:\/\//, '')}/record`, seed };
}

/** The key that checkpoints are checked by, as one line that other people's tools take. */
export function recordKey(site: Site): string {
  return verifierKey(verifierOf(recordSigner(site)));
}

/**
 * What the record says of itself now, signed (C2SP tlog-checkpoint), with the cosignatures that witnesses gave for just
 * this. Throws a `RecordError` where entries at its end are missing that the head file knows of: two checkpoints must
 * never contradict each other.
 */
export async function recordCheckpoint(site: Site): Promise<string> {
  const db = site.store.read;
  const kept = readHead(site.config.dataFolder);
  const head = await chainHead(db);
  refuseShortChain(kept, head);
  return checkpointAt(site, head?.seq ?? 0);
}

async function checkpointAt(site: Site, size: number): Promise<string> {
  const db = site.store.read;
  const root = await rootAt(size, nodesFromTiles(treeHashes(db)));
  const cosigned = await cosignaturesOf(db, { size, root: root.toString('base64') });
  return [signCheckpoint({ size, root }, recordSigner(site)), ...cosigned].join('');
}

/**
 * The newest checkpoint that a witness has cosigned, with all its cosignatures. Null where there is none, and where the
 * record is not what was cosigned: `hustings verify` tells of that. Throws a `RecordError` as `recordCheckpoint` does.
 */
export async function witnessedCheckpoint(site: Site): Promise<string | null> {
  const kept = readHead(site.config.dataFolder);
  const head = await chainHead(site.store.read);
  refuseShortChain(kept, head);
  return cosignedAt(site, await newestCosigned(site.store.read));
}

async function cosignedAt(site: Site, tree: Tree | null): Promise<string | null> {
  if (tree === null || tree.size > ((await chainHead(site.store.read))?.seq ?? 0)) return null;
  const note = await checkpointAt(site, tree.size);
  return note.split('\n')[2] === tree.root ? note : null;
}

/**
 * A checkpoint for what goes out beside other things: of the whole record, or for whoever sees what is public, so that
 * what is given does not change where nothing public did. For those it is the smallest that a witness has cosigned and
 * that has every public entry, else the one up to the newest public entry. Null of an empty record, and where none may
 * be signed.
 */
export async function checkpointToGive(
  site: Site,
  { upTo = 'now' }: { upTo?: 'now' | 'public' } = {},
): Promise<string | null> {
  try {
    const whole = await recordCheckpoint(site);
    if (whole.split('\n')[1] === '0') return null;
    if (upTo === 'now') return whole;
    const size = await lastPublicSeq(site.store.read);
    if (size === 0) return null;
    const cosigned = await cosignedAt(site, await smallestCosigned(site.store.read, size));
    return cosigned ?? (await checkpointAt(site, size));
  } catch (error) {
    if (error instanceof RecordError) return null; // the sequencer tells of it
    throw error;
  }
}

/** The bytes of a tile or of a bundle of entries (C2SP tlog-tiles); null where the record has none there. */
export async function tileBytes({ store }: Site, tile: Tile): Promise<Buffer | null> {
  const size = (await chainHead(store.read))?.seq ?? 0;
  if (!hasTile(size, tile)) return null;
  const { level, number, width } = tile;
  const from = { index: number * tileWidth, count: width };
  if (level !== 'entries') return Buffer.concat(await treeHashes(store.read)({ level, ...from }));
  const leaves = await placedLeaves(store.read, from);
  return entryBundle(leaves.map((leaf) => Buffer.from(leaf)));
}

/**
 * What proves to anybody that entries are in the record (C2SP tlog-proof), under one checkpoint, which is one that a
 * witness has cosigned where that has them all: for each number its proof, or null where there is no such entry.
 */
export async function entryProofs(site: Site, numbers: readonly number[]): Promise<(string | null)[]> {
  const witnessed = await witnessedCheckpoint(site);
  const covers = Number(witnessed?.split('\n')[1] ?? 0) >= Math.max(...numbers);
  const checkpoint = witnessed !== null && covers ? witnessed : await recordCheckpoint(site);
  const size = Number(checkpoint.split('\n')[1]);
  const find = nodesFromTiles(treeHashes(site.store.read));
  const proofs: (string | null)[] = [];
  for (const seq of numbers) {
    const isThere = Number.isSafeInteger(seq) && seq >= 1 && seq <= size;
    const index = seq - 1;
    proofs.push(
      isThere
        ? writeLogProof({ index, hashes: await inclusionProof({ index, size }, find), checkpoint })
        : null,
    );
  }
  return proofs;
}

/** What proves that the record of so many entries is the beginning of that of more (RFC 6962, 2.1.2). */
export function growthProof(site: Site, sizes: { from: number; to: number }): Promise<Hash[]> {
  return consistencyProof(sizes, nodesFromTiles(treeHashes(site.store.read)));
}
