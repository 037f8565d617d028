import { type NoteSigner, type NoteVerifier, openNote, signNote } from './signed-note.ts';
import type { Hash } from './tree.ts';

/** What a log says of itself: whose it is, how many entries it has, and the root over them (C2SP tlog-checkpoint). */
export type Checkpoint = { origin: string; size: number; root: Hash };

/** Writes and signs a checkpoint under the signer's name, which is the log's origin. */
export function signCheckpoint({ size, root }: Omit<Checkpoint, 'origin'>, signer: NoteSigner): string {
  return signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, signer);
}

/** Reads a checkpoint that a key has signed; null where it is none, or not signed by it. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint | null {
  const text = openNote(note, verifier);
  return text === null ? null : readCheckpoint(text);
}

/** Reads what a checkpoint says, whoever signed it: lines after the third are opaque, and none may be empty. */
export function readCheckpoint(text: string): Checkpoint | null {
  const body = text.split('\n\n', 1)[0] ?? '';
  const [origin = '', count = '', encoded = '', ...more] = body.replace(/\n$/, '').split('\n');
  const root = Buffer.from(encoded, 'base64');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(count)) return null;
  if (root.length !== 32 || root.toString('base64') !== encoded || more.includes('')) return null;
  return { origin, size: Number(count), root };
}
