import { isIncluded } from './check-proof.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import type { NoteVerifier } from './signed-note.ts';
import { type Hash, leafHash } from './tree.ts';

const version = 'c2sp.org/tlog-proof@v1';
const mostHashes = 64;

/** A proof that stands for itself: the place of an entry, the way to the root, and the signed checkpoint (C2SP tlog-proof). */
export type LogProof = { index: number; hashes: Hash[]; checkpoint: string };

/** Writes a proof: place, hashes from the bottom, a blank line and the checkpoint. */
export function writeLogProof({ index, hashes, checkpoint }: LogProof): string {
  const lines = [version, `index ${index}`, ...hashes.map((each) => each.toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a proof; null where it is none. Lines of extra data are let go: nothing vouches for them. */
export function readLogProof(text: string): LogProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first, ...rest] = text.slice(0, end).split('\n');
  if (rest[0]?.startsWith('extra ')) rest.shift();
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(rest[0] ?? '') ?? [];
  const lines = rest.slice(1);
  if (first !== version || digits === undefined || lines.length > mostHashes) return null;
  const hashes = lines.map((line) => Buffer.from(line, 'base64'));
  if (hashes.some((each, at) => each.length !== 32 || each.toString('base64') !== lines[at])) return null;
  return { index: Number(digits), hashes, checkpoint: text.slice(end + 2) };
}

/** The checkpoint under which a proof shows that an entry is in a log; null where it does not. */
export function provenBy(proof: LogProof, entry: Uint8Array, verifier: NoteVerifier): Checkpoint | null {
  const checkpoint = openCheckpoint(proof.checkpoint, verifier);
  if (checkpoint === null || checkpoint.origin !== verifier.name) return null;
  const { size, root } = checkpoint;
  return isIncluded({ leaf: leafHash(entry), index: proof.index, size, root }, proof.hashes)
    ? checkpoint
    : null;
}
