import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** Who signs notes (C2SP signed-note, Ed25519): a name without spaces or plus signs, and 32 bytes of secret. */
export type NoteSigner = { name: string; seed: Uint8Array };

/** Whose signature is looked for. */
export type NoteVerifier = { name: string; publicKey: Uint8Array };

/** What a key is for, as its id and its line say: to sign notes, or to cosign checkpoints at a time. */
export const keyTypes = { note: 1, cosignature: 4 } as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];
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
export function verifierKey(verifier: NoteVerifier, type: KeyType = keyTypes.note): string {
  const key = Buffer.concat([Buffer.from([type]), verifier.publicKey]).toString('base64');
  return `${verifier.name}+${keyId(verifier, type).toString('hex')}+${key}`;
}

/** Reads such a line; null where it is none, or of another type, or its id is not that of its key. */
export function readVerifierKey(line: string, type: KeyType = keyTypes.note): NoteVerifier | null {
  const [, name = '', id = '', text = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{43,44}=?)$/.exec(line) ?? [];
  const bytes = Buffer.from(text, 'base64');
  if (!isKeyName(name) || bytes.length !== 33 || bytes[0] !== type) return null;
  const verifier = { name, publicKey: bytes.subarray(1) };
  return keyId(verifier, type).toString('hex') === id ? verifier : null;
}

const mostSignatures = 16;

/** A line of signature: whose it says it is, and its bytes: four of the key's id, then the signature. */
export type SignatureLine = { line: string; name: string; bytes: Buffer };

/** A note as its text, line break included, and its lines of signature, whoever made them; null where it is none. */
export function readNote(note: string): { text: string; signatures: SignatureLine[] } | null {
  if (!note.endsWith('\n') || hasControls(note)) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const signatures = readSignatures(note.slice(end + 2));
  return signatures && { text: note.slice(0, end + 1), signatures };
}

/** Reads lines of signature, each with its line break; null where one is none, or there are too many. */
export function readSignatures(text: string): SignatureLine[] | null {
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length > mostSignatures || !text.endsWith('\n')) return null;
  const read: SignatureLine[] = [];
  for (const line of lines) {
    const [, name, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (name === undefined || bytes.toString('base64') !== encoded) return null;
    read.push({ line: `${line}\n`, name, bytes });
  }
  return read;
}

/**
 * The text of a note that a verifier's key has signed; null where it has not, or where one of its signatures is wrong.
 * Signatures of others are left alone.
 */
export function openNote(note: string, verifier: NoteVerifier): string | null {
  const read = readNote(note);
  if (read === null) return null;
  const mine = signaturesOf(verifier, read.signatures);
  const key = publicKeyOf(verifier);
  const good = mine.every(({ bytes }) => verify(null, Buffer.from(read.text), key, bytes.subarray(4)));
  return good && mine.length > 0 ? read.text : null;
}

/** Those of a key: by its name and its id. */
export function signaturesOf(
  verifier: NoteVerifier,
  signatures: readonly SignatureLine[],
  type: KeyType = keyTypes.note,
): SignatureLine[] {
  const id = keyId(verifier, type);
  return signatures.filter(({ name, bytes }) => name === verifier.name && bytes.subarray(0, 4).equals(id));
}

/** A verifier's key as the runtime takes it. */
export function publicKeyOf({ publicKey }: NoteVerifier): KeyObject {
  return createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' });
}

/** Control characters of ASCII other than the line break. */
function hasControls(note: string): boolean {
  for (const letter of note) if (letter < ' ' && letter !== '\n') return true;
  return false;
}

function keyId({ name, publicKey }: NoteVerifier, type: KeyType = keyTypes.note): Buffer {
  const whole = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), publicKey]);
  return hash('sha256', whole, 'buffer').subarray(0, 4);
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
}
