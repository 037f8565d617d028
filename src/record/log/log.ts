import { keyedHash } from '../../lib/ids.ts';
import { signCheckpoint } from '../../merkle/checkpoint.ts';
import { writeLogProof } from '../../merkle/log-proof.ts';
import { type NoteSigner, verifierKey, verifierOf } from '../../merkle/signed-note.ts';
import { entryBundle, hasTile, nodesFromTiles, type Tile, tileWidth } from '../../merkle/tiles.ts';
import { inclusionProof, rootAt } from '../../merkle/tree.ts';
import type { Site } from '../../site.ts';
import { RecordError, readHead, refuseShortChain } from '../head-file.ts';
import { chainHead, lastPublicSeq } from '../queries.ts';
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
 * What the record says of itself now, signed (C2SP tlog-checkpoint). Throws a `RecordError` where entries at its end
 * are missing that the head file knows of: two checkpoints must never contradict each other.
 */
export async function recordCheckpoint(site: Site): Promise<string> {
  const db = site.store.read;
  const kept = readHead(site.config.dataFolder);
  const head = await chainHead(db);
  refuseShortChain(kept, head);
  return checkpointAt(site, head?.seq ?? 0);
}

async function checkpointAt(site: Site, size: number): Promise<string> {
  const root = await rootAt(size, nodesFromTiles(treeHashes(site.store.read)));
  return signCheckpoint({ size, root }, recordSigner(site));
}

/**
 * A checkpoint for what goes out beside other things: of the whole record, or up to its newest public entry, so that
 * what is given does not change where nothing public did. Null of an empty record, and where none may be signed.
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
    return size === 0 ? null : await checkpointAt(site, size);
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
 * What proves to anybody that entries are in the record (C2SP tlog-proof), under one checkpoint: for each number its
 * proof, or null where there is no such entry.
 */
export async function entryProofs(site: Site, numbers: readonly number[]): Promise<(string | null)[]> {
  const checkpoint = await recordCheckpoint(site);
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
