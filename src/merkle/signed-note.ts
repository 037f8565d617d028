import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** Who signs notes (C2SP signed-note, Ed25519): a name without spaces or plus signs, and 32 bytes of secret. */
export type NoteSigner = { name: string; seed: Uint8Array };

/** Whose signature is looked for. */
export type NoteVerifier = { name: string; publicKey: Uint8Array };

const ed25519 = Buffer.from([1]);
/** What stands before the bare key in its usual wrapping (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** A name that a key may have. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\u0085]/u.test(name);
}

/** The text, which ends in a line break, with a blank line and the signature behind it. */
export function signNote(text: string, signer: NoteSigner): string {
  const key = privateKey(signer.seed);
  const id = keyId({ name: signer.name, publicKey: publicBytes(key) });
  const signature = sign(null, Buffer.from(text), key);
  return `${text}\n— ${signer.name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** Whose signature a signer makes. */
export function verifierOf({ name, seed }: NoteSigner): NoteVerifier {
  return { name, publicKey: publicBytes(privateKey(seed)) };
}

/** A verifier as one line: `name+id+key`, as other people's tools take it. */
export function verifierKey(verifier: NoteVerifier): string {
  const key = Buffer.concat([ed25519, verifier.publicKey]).toString('base64');
  return `${verifier.name}+${keyId(verifier).toString('hex')}+${key}`;
}

/** Reads such a line; null where it is none, or its id is not that of its key. */
export function readVerifierKey(line: string): NoteVerifier | null {
  const [, name = '', id = '', text = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{43,44}=?)$/.exec(line) ?? [];
  const bytes = Buffer.from(text, 'base64');
  if (!isKeyName(name) || bytes.length !== 33 || bytes[0] !== 1) return null;
  const verifier = { name, publicKey: bytes.subarray(1) };
  return keyId(verifier).toString('hex') === id ? verifier : null;
}

const mostSignatures = 16;

/**
 * The text of a note that a verifier's key has signed; null where it has not, or where one of its signatures is wrong.
 * Signatures of others are left alone.
 */
export function openNote(note: string, verifier: NoteVerifier): string | null {
  if (!note.endsWith('\n') || hasControls(note)) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const id = keyId(verifier);
  const key = createPublicKey({
    key: Buffer.concat([spki, verifier.publicKey]),
    format: 'der',
    type: 'spki',
  });
  let signed = false;
  for (const line of lines) {
    const [, name, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    if (name === undefined) return null;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.toString('base64') !== encoded) return null;
    if (name !== verifier.name || !bytes.subarray(0, 4).equals(id)) continue;
    if (!verify(null, Buffer.from(text), key, bytes.subarray(4))) return null;
    signed = true;
  }
  return signed ? text : null;
}

/** Control characters of ASCII other than the line break. */
function hasControls(note: string): boolean {
  for (const letter of note) if (letter < ' ' && letter !== '\n') return true;
  return false;
}

function keyId({ name, publicKey }: NoteVerifier): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), ed25519, publicKey]), 'buffer').subarray(
    0,
    4,
  );
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
}
