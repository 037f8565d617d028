import { readCheckpoint } from '../../merkle/checkpoint.ts';
import { cosignaturesBy } from '../../merkle/cosignature.ts';
import { keyTypes, readNote, readSignatures, readVerifierKey } from '../../merkle/signed-note.ts';
import type { Hash } from '../../merkle/tree.ts';
import type { Fetched } from '../../outbound/outbound.ts';
import type { Trouble } from './witness.ts';

/** What a witness is sent: the size it knows, the proof from there on, and the checkpoint (C2SP tlog-witness). */
export function addCheckpointBody(from: number, proof: readonly Hash[], note: string): string {
  const lines = [`old ${from}`, ...proof.map((each) => each.toString('base64'))];
  return `${lines.join('\n')}\n\n${note}`;
}

/**
 * What came of it: a cosignature with the time in it, a conflict with the size that the witness knows if it says one, or
 * what is wrong.
 */
export type Answer =
  | { is: 'cosigned'; line: string; at: string }
  | { is: 'conflict'; size: number | null }
  | { is: 'trouble'; trouble: Trouble; why: string };

/** How far a witness’s clock may be ahead of ours, in milliseconds. */
const mostAhead = 600_000;

type Asked = { key: string; note: string; now: Date };

/** Reads a witness’s answer to `add-checkpoint` by its specification. */
export function readAnswer({ status, headers, body }: Fetched, asked: Asked): Answer {
  const text = new TextDecoder().decode(body);
  if (status === 200) return readCosignature(text, asked);
  if (status === 409) {
    const isSize = headers.get('content-type')?.startsWith('text/x.tlog.size');
    const [, size] = (isSize && /^(0|[1-9]\d{0,14})\n$/.exec(text)) || [];
    return { is: 'conflict', size: size === undefined ? null : Number(size) };
  }
  if (status === 404)
    return trouble('unknown-log', 'It does not know this record: its operator has to add it.');
  if (status === 403) return trouble('not-trusted', 'It does not trust the key that signs this record.');
  if (status === 422)
    return trouble(
      'no-continuation',
      'It says that the record is not a continuation of what it has seen before: entries may have been rewritten.',
    );
  return trouble('refused', `It answered with the status ${status}.`);
}

function readCosignature(text: string, { key, note, now }: Asked): Answer {
  const [witness, checkpoint] = [readVerifierKey(key, keyTypes.cosignature), readNote(note)];
  const signatures = readSignatures(text);
  if (witness === null || checkpoint === null || signatures === null)
    return trouble('bad-cosignature', 'Its answer is no list of signatures.');
  const cosignatures = cosignaturesBy(witness, { text: checkpoint.text, signatures });
  if (cosignatures === null)
    return trouble('bad-cosignature', 'Its cosignature does not hold for the checkpoint that it was sent.');
  const newest = cosignatures.at(-1);
  if (!newest) return trouble('bad-cosignature', 'No cosignature by its key is in its answer.');
  if (newest.seconds * 1000 > now.getTime() + mostAhead)
    return trouble('from-the-future', 'Its cosignature bears a time that has not come.');
  return { is: 'cosigned', line: newest.line, at: new Date(newest.seconds * 1000).toISOString() };
}

function trouble(code: Trouble, why: string): Answer {
  return { is: 'trouble', trouble: code, why };
}

/** How many entries a checkpoint is over, and its root in base64. */
export function treeOf(note: string): { size: number; root: string } {
  const says = readCheckpoint(note);
  if (says === null) throw new Error('The record’s own checkpoint cannot be read.');
  return { size: says.size, root: says.root.toString('base64') };
}
