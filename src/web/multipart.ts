import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Form } from './body.ts';

/** A file as it came, in a folder of its own that `dispose` throws away. */
export type SentFile = { path: string; folder: string; bytes: number; name: string; sha256: string };

/** A form with at most one file: every field is there even where the file, or how it was sent, was refused. */
export type SentForm = {
  form: Form;
  file: SentFile | null;
  refusal: Refusal | null;
  dispose(): Promise<void>;
};

/**
 * `bytes` is the largest file; what is more is read on and dropped, up to `read` bytes in all. What broke off, and
 * how, goes to `log`.
 */
export type FileLimits = { folder: string; bytes: number; read: number; log: Site['log'] };

const mostFields = 50;
const largestField = 20_000;

/** Whether a request is a form with files (multipart/form-data, RFC 7578). */
export function isMultipart(c: Context): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
}

/**
 * Reads a form with a file as it comes, the file into a new folder below `limits.folder`, never into memory. What is
 * too large is read on and dropped, up to a bound; more fields or files than are taken are a fault of the form.
 * Refusals: `too-large`, `cut-off`.
 */
export async function readMultipart(c: Context, limits: FileLimits): Promise<SentForm> {
  await mkdir(limits.folder, { recursive: true });
  const folder = await mkdtemp(join(limits.folder, 'sent-'));
  const sent: SentForm = {
    form: { fields: new Map(), fault: null },
    file: null,
    refusal: null,
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
  const length = Number(c.req.header('content-length') ?? 0);
  if (limits.bytes > 0 && length > limits.read) return { ...sent, refusal: tooLarge(limits) };
  try {
    await read(c, sent, { ...limits, folder });
  } catch (error) {
    limits.log.info({ err: error }, 'a form with a file could not be read');
    sent.refusal ??= error instanceof FarTooLarge ? farTooLarge : cutOff;
  }
  if (sent.refusal) sent.file = null;
  return sent;
}

const cutOff = refuse('cut-off', 'What was sent broke off: send it again.');
const farTooLarge = refuse('too-large', 'What was sent is far too large: send less at once.');

class FarTooLarge extends Error {}

function tooLarge({ bytes }: FileLimits): Refusal {
  const most = Math.round(bytes / 1_000_000);
  return refuse(
    'too-large',
    `The file is larger than ${most} MB, the most that is taken here: make it smaller.`,
    'file',
  );
}

async function read(c: Context, sent: SentForm, limits: FileLimits): Promise<void> {
  const incoming: { stream: Readable; kept: Promise<void> }[] = [];
  const parser = new Busboy({
    headers: { 'content-type': c.req.header('content-type') ?? '' },
    limits: { fields: mostFields, fieldSize: largestField, files: 1, fileSize: limits.bytes + 1 },
  });
  parser.on('field', (name, value, _nameCut, valueCut) => {
    sent.form.fields.set(name, value);
    if (valueCut) sent.form.fault = `The field “${name.slice(0, 40)}” is longer than is taken: shorten it.`;
  });
  parser.on('fieldsLimit', () => {
    sent.form.fault = `A form with a file has at most ${mostFields} fields: this one has more.`;
  });
  parser.on('filesLimit', () => {
    sent.form.fault = 'One file is taken at once: send each of the others with a form of its own.';
  });
  parser.on('file', (_field, stream, name) => {
    const kept = keep(stream, { sent, name: name ?? '', limits });
    kept.catch((error) => parser.destroy(error));
    incoming.push({ stream, kept });
  });
  const body = c.req.raw.body;
  try {
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), bounded(limits.read), parser);
    await Promise.all(incoming.map(({ kept }) => kept));
  } finally {
    for (const { stream } of incoming) stream.destroy();
  }
}

/** Ends what never ends. */
function bounded(most: number): Transform {
  let bytes = 0;
  return new PassThrough({
    transform(piece: Buffer, _encoding, next) {
      bytes += piece.length;
      if (bytes > most) next(new FarTooLarge());
      else next(null, piece);
    },
  });
}

type Incoming = { sent: SentForm; name: string; limits: FileLimits };

async function keep(stream: Readable, { sent, name, limits }: Incoming): Promise<void> {
  const path = join(limits.folder, 'file');
  const hash = createHash('sha256');
  let bytes = 0;
  stream.once('limit', () => {
    sent.refusal = tooLarge(limits);
  });
  const counted = new PassThrough({
    transform(piece: Buffer, _encoding, next) {
      bytes += piece.length;
      hash.update(piece);
      next(null, piece);
    },
  });
  await pipeline(stream, counted, createWriteStream(path));
  if (bytes > limits.bytes) sent.refusal = tooLarge(limits);
  if (name === '' && bytes === 0) return; // a form sent without choosing a file
  sent.file = { path, folder: limits.folder, bytes, name, sha256: hash.digest('hex') };
}
