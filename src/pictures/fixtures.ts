import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { granted } from '../../test/support/publish.ts';
import type { TestSite } from '../../test/support/site.ts';
import { addPicture } from './add-picture.ts';
import type { Upload } from './develop.ts';
import { type PictureDetails, pictureDetails } from './picture.ts';
import { type ListedPicture, readPicture } from './queries.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };

/** A picture with something to see in it: the same for the same size and colour. */
export function drawing(width: number, height: number, colour = '#a51d17'): Sharp {
  const half = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1), channels: 3 as const };
  const input = { create: { ...half, background: '#f5f8f1' } };
  return sharp({ create: { width, height, channels: 3, background: colour } }).composite([
    { input, left: 0, top: 0 },
  ]);
}

/** The drawing as a file's bytes. */
export function drawn(format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif', width = 1000, height = 600) {
  return drawing(width, height).toFormat(format).toBuffer();
}

/** A file as it comes in from a form. */
export function uploaded(site: TestSite, bytes: Uint8Array, name = 'bridge.jpg'): Upload {
  const folder = mkdtempSync(join(site.config.dataFolder, 'sent-'));
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, folder, bytes: statSync(path).size, name, sha256 };
}

type Sample = { bytes?: Uint8Array; name?: string; details?: Partial<PictureDetails> };

/** A picture in the library. */
export async function samplePicture(site: TestSite, sample: Sample = {}): Promise<ListedPicture> {
  const { bytes = await drawn('jpeg'), name = 'bridge.jpg' } = sample;
  const details = { ...pictureDetails.parse({ alt: 'The bridge, half open' }), ...sample.details };
  const { id } = granted(await addPicture(site, editor, { upload: uploaded(site, bytes, name), details }));
  const picture = await readPicture(site.store.read, id);
  if (!picture) throw new Error('The picture is not there.');
  return picture;
}

/** The bytes of a picture's file as they lie on the disk. */
export function bytesOf(site: TestSite, { hash }: { hash: string }, name: string): Buffer {
  return readFileSync(join(site.config.dataFolder, 'pictures', hash.slice(0, 2), `${hash}-${name}`));
}
