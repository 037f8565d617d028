import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OneAtATime } from '../lib/one-at-a-time.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Made } from './develop-task.ts';
import { kindOf, tellingBytes } from './file-kind.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { readLimits } from './limits.ts';
import { type Developed, type Format, formats, largest, type PictureFile, widths } from './picture.ts';
import { developedBefore } from './queries.ts';
import { removeLater } from './remove-files.ts';
import { type ChildEnd, runChild } from './run-child.ts';
import { storageOf } from './storage.ts';

/** A file as it came in, in a folder that is thrown away afterwards. */
export type Upload = { path: string; folder: string; bytes: number; name: string; sha256: string };

/** The files of a picture, kept; `hash` is what their names begin with; `fresh` where they were made just now. */
export type KeptFiles = Developed & { hash: string; sourceHash: string; fresh: boolean };

/** Grows when what is made of a picture changes: what was made before is then made again. */
const recipe = 1;
const sharedWidth = 1200;

/** One picture at a time, in all of this process: readers come first. */
const queue = new OneAtATime(60);

/** Does something when no picture is being made, so that no file goes that is just being kept. */
export function betweenPictures<T>(work: () => Promise<T>): Promise<T> {
  return queue.run(work);
}

/**
 * Makes all sizes of a picture and keeps them, before anything is written that names them: files that nothing names
 * ten minutes later are taken away. The same bytes are made once. Refusals: `empty`, `svg`, `wrong-type`, `too-many-pixels`, `broken`, `too-slow`, `busy`.
 */
export async function developUpload(site: Site, upload: Upload): Promise<Outcome<KeptFiles>> {
  const format = await formatOf(upload);
  if (typeof format !== 'string') return format;
  if (queue.isFull)
    return refuse(
      'busy',
      'Too many pictures are being made at this moment: send this one again in a minute.',
    );
  const sourceHash = createHash('sha256').update(`${recipe} ${upload.sha256}`).digest('hex');
  return queue.run(async () => {
    const before = await developedBefore(site.store.read, sourceHash);
    return before
      ? done({ ...before, sourceHash, fresh: false })
      : make(site, upload, { format, sourceHash });
  });
}

async function formatOf({ path, bytes }: Upload): Promise<Format | Refusal> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tellingBytes), 0, tellingBytes, 0);
    const kind = kindOf(bytes === 0 ? new Uint8Array() : buffer.subarray(0, bytesRead));
    return (formats as readonly string[]).includes(kind) ? (kind as Format) : wrongKind(kind);
  } finally {
    await handle.close();
  }
}

const taken = 'Send a JPEG, PNG, WebP, AVIF or GIF.';

function wrongKind(kind: ReturnType<typeof kindOf>): Refusal {
  if (kind === 'empty')
    return refuse('empty', 'The file is empty: choose another, or save it once more.', 'file');
  if (kind === 'svg')
    return refuse('svg', `An SVG can hold programs, so none is taken. Export it as a PNG. ${taken}`, 'file');
  const heic = kind === 'heic' ? 'This is a HEIC, which few browsers show. ' : '';
  return refuse(
    'wrong-type',
    `${heic}What is in the file is no picture that is taken here. ${taken}`,
    'file',
  );
}

type Source = { format: Format; sourceHash: string };

async function make(site: Site, upload: Upload, source: Source): Promise<Outcome<KeptFiles>> {
  const limits = await readLimits(site);
  const output = await mkdtemp(join(upload.folder, 'made-'));
  try {
    const end = await runChild({
      ...{ input: upload.path, output, format: source.format },
      ...{ limits, widths, largest, shared: sharedWidth },
    });
    if ('made' in end) return done(await keep(site, output, { ...source, made: end.made }));
    if ('detail' in end) site.log.warn({ detail: end.detail }, 'a picture could not be decoded');
    return refusalFor(end, limits.pixels);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

function refusalFor(end: Exclude<ChildEnd, { made: Made }>, pixels: number): Refusal {
  const most = `${Math.round(pixels / 1_000_000)} megapixels`;
  switch (end.refused) {
    case 'too-many-pixels': {
      const size = `${end.width.toLocaleString('en-GB')} × ${end.height.toLocaleString('en-GB')} pixels`;
      return refuse(
        'too-many-pixels',
        `The picture has ${size}; at most ${most} are taken. Make it smaller.`,
        'file',
      );
    }
    case 'too-slow':
      return refuse(
        'too-slow',
        'The picture takes too long to read: save it anew, or smaller, and send that.',
        'file',
      );
    default:
      return refuse(
        'broken',
        'The picture cannot be read to its end: it is damaged or cut off. Open it on your computer, save it anew and send that.',
        'file',
      );
  }
}

async function keep(
  site: Site,
  folder: string,
  { made, ...source }: Source & { made: Made },
): Promise<KeptFiles> {
  const files: PictureFile[] = [];
  for (const file of made.files) {
    const path = join(folder, file.name);
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    files.push({ ...file, bytes: (await stat(path)).size, sha256 });
  }
  const hash = hashOfFiles(files);
  const storage = storageOf(site);
  const names = files.map(({ name }) => name);
  await site.store.write((tx) => removeLater(site, tx, { hash, names })); // unless a picture has them by then
  for (const { name } of files) await storage.put(`${hash}-${name}`, join(folder, name));
  return { ...source, ...made, files, hash, fresh: true };
}
