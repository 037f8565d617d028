import { verify } from 'node:crypto';
import { keyTypes, type NoteVerifier, publicKeyOf, type SignatureLine, signaturesOf } from './signed-note.ts';

/** That a witness saw a checkpoint, and when, in seconds since 1970 (C2SP tlog-cosignature, Ed25519). */
export type Cosignature = { line: string; seconds: number };

const idLength = 4;
const timeLength = 8;
const signatureLength = 64;

/**
 * A witness’s cosignatures of a checkpoint among lines of signature, the newest last; `text` is the note’s, line break
 * included. Null where one that bears its name and its key’s id does not hold for this text.
 */
export function cosignaturesBy(
  witness: NoteVerifier,
  { text, signatures }: { text: string; signatures: readonly SignatureLine[] },
): Cosignature[] | null {
  const key = publicKeyOf(witness);
  const read: Cosignature[] = [];
  for (const { line, bytes } of signaturesOf(witness, signatures, keyTypes.cosignature)) {
    if (bytes.length !== idLength + timeLength + signatureLength) return null;
    const seconds = bytes.readBigUInt64BE(idLength);
    const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
    if (seconds > Number.MAX_SAFE_INTEGER) return null;
    if (!verify(null, message, key, bytes.subarray(idLength + timeLength))) return null;
    read.push({ line, seconds: Number(seconds) });
  }
  return read.sort((a, b) => a.seconds - b.seconds);
}
