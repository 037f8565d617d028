import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listener, listenLocally } from '../../outbound/fixtures.ts';

/**
 * A witness as C2SP tlog-witness and tlog-cosignature describe it, written from these texts and RFC 6962 alone: it
 * shares nothing with what it is asked by. `now` is its clock; `mischief` answers in its place.
 */
export class WitnessServer {
  readonly name: string;
  readonly asked: string[] = [];
  mischief: ((request: Request, honest: () => Response) => Response) | null = null;
  now: () => Date;
  #seen: { size: number; root: Buffer } = { size: 0, root: sha256() };
  readonly #keys = generateKeyPairSync('ed25519');
  #log: { origin: string; key: KeyObject } | null = null;
  #listener: Listener | null = null;

  constructor(name: string, now: () => Date) {
    this.name = name;
    this.now = now;
  }

  async listen(): Promise<this> {
    this.#listener = await listenLocally((request, response) => void this.#hear(request, response));
    return this;
  }

  get place(): string {
    return this.#listener?.place ?? '';
  }

  get size(): number {
    return this.#seen.size;
  }

  /** The address and the key, as a log is told them. */
  get line(): string {
    return `${this.name} http://${this.place}/w/ ${this.key}`;
  }

  get key(): string {
    const material = Buffer.concat([Buffer.from([4]), this.#publicBytes()]);
    return `${this.name}+${this.#id().toString('hex')}+${material.toString('base64')}`;
  }

  /** Learns of a log, by the line that its operator publishes. */
  trust(logKey: string): void {
    const [, origin = '', material = ''] = /^(.*)\+[0-9a-f]{8}\+(.*)$/.exec(logKey.trim()) ?? [];
    const x = Buffer.from(material, 'base64').subarray(1).toString('base64url');
    this.#log = { origin, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
  }

  /** Signs a checkpoint’s text at a time, in seconds. */
  cosign(text: string, seconds: number): string {
    const signature = sign(
      null,
      Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`),
      this.#keys.privateKey,
    );
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds));
    return `— ${this.name} ${Buffer.concat([this.#id(), time, signature]).toString('base64')}\n`;
  }

  async #hear(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString();
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', body };
    this.asked.push(body.split('\n', 1)[0] ?? '');
    const honest = () => this.#answer(request);
    const { status, type = 'text/plain', text } = this.mischief?.(request, honest) ?? honest();
    outgoing.writeHead(status, { 'content-type': type }).end(text);
  }

  #answer({ method, path, body }: Request): Response {
    if (method !== 'POST' || path !== '/w/add-checkpoint') return { status: 404, text: '' };
    const [, head = '', note = ''] = /^(.*?)\n\n(.*)$/s.exec(body) ?? [];
    const [old = '', ...lines] = head.split('\n');
    const [, from] = /^old (0|[1-9][0-9]*)$/.exec(old) ?? [];
    const end = note.lastIndexOf('\n\n') + 1;
    const [text, signatures] = [note.slice(0, end), note.slice(end + 1)];
    const [origin, count, root = ''] = text.split('\n');
    if (from === undefined || lines.length > 63) return { status: 400, text: '' };
    if (this.#log === null || origin !== this.#log.origin) return { status: 404, text: '' };
    const { key } = this.#log;
    const signed = signatures.split('\n').some((line) => {
      const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4);
      return line.startsWith(`— ${origin} `) && verify(null, Buffer.from(text), key, bytes);
    });
    if (!signed) return { status: 403, text: '' };
    const grown = { size: Number(count), root: Buffer.from(root, 'base64') };
    if (Number(from) > grown.size) return { status: 400, text: '' };
    if (Number(from) !== this.#seen.size) return this.#conflict();
    const proof = lines.map((line) => Buffer.from(line, 'base64'));
    if (grown.size === this.#seen.size) {
      if (!grown.root.equals(this.#seen.root)) return { status: 409, text: '' };
    } else if (!grows(this.#seen, grown, proof)) return { status: 422, text: '' };
    this.#seen = grown;
    return { status: 200, text: this.cosign(text, Math.floor(this.now().getTime() / 1000)) };
  }

  #conflict(): Response {
    return { status: 409, type: 'text/x.tlog.size', text: `${this.#seen.size}\n` };
  }

  #publicBytes(): Buffer {
    return Buffer.from(this.#keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  }

  #id(): Buffer {
    return sha256(Buffer.from(`${this.name}\n`), Buffer.from([4]), this.#publicBytes()).subarray(0, 4);
  }
}

export type Request = { method: string; path: string; body: string };
export type Response = { status: number; type?: string; text: string };
type Tree = { size: number; root: Buffer };

function sha256(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

const nodeOver = (left: Buffer, right: Buffer) => sha256(Buffer.from([1]), left, right);

/** Whether a proof shows that one tree is the beginning of another, by going the way of RFC 6962, 2.1.2 that made it. */
function grows(old: Tree, grown: Tree, proof: readonly Buffer[]): boolean {
  if (old.size === 0) return proof.length === 0;
  const rest = [...proof];
  const next = () => {
    const hash = rest.shift();
    if (!hash) throw new Error('The proof is too short.');
    return hash;
  };
  const over = (m: number, n: number, whole: boolean): { before: Buffer; after: Buffer } => {
    if (m === n) {
      const hash = whole ? old.root : next();
      return { before: hash, after: hash };
    }
    let k = 1;
    while (k * 2 < n) k *= 2;
    const { before, after } = m <= k ? over(m, k, whole) : over(m - k, n - k, false);
    const beside = next();
    if (m <= k) return { before, after: nodeOver(after, beside) };
    return { before: nodeOver(beside, before), after: nodeOver(beside, after) };
  };
  try {
    const { before, after } = over(old.size, grown.size, true);
    return rest.length === 0 && before.equals(old.root) && after.equals(grown.root);
  } catch {
    return false;
  }
}
