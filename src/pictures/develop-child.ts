import type { Metadata, Sharp } from 'sharp';
import type { Develop, DevelopAnswer, Made } from './develop-task.ts';

/**
 * A process of its own for one picture, so that a decoder that fails, hangs or eats memory takes nothing with it.
 * It is told what to do in one message, answers in one, and ends.
 */
process.once('message', (task: Develop) => {
  develop(task)
    .catch((error: unknown): DevelopAnswer => ({ refused: 'broken', detail: String(error) }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

/** The header is read first, and refused by what it says; only then is anything decoded. */
async function develop(task: Develop): Promise<DevelopAnswer> {
  const sharp = await loadSharp(task.sharp);
  const header = await sharp(task.input, { limitInputPixels: false, failOn: 'error' }).metadata();
  const format = header.format === 'heif' ? 'avif' : header.format;
  if (format !== task.format) return { refused: 'broken', detail: `read as ${header.format}` };
  const { width, height } = turned(header);
  if (width * height > task.limits.pixels) return { refused: 'too-many-pixels', width, height };
  const moving = motionOf(header, task);
  const made = moving.animated
    ? await animation(sharp, task, { header, loop: moving.loop })
    : await still(sharp, task, header);
  return { made: { ...made, animated: moving.animated, stilled: moving.stilled } };
}

type Decoder = typeof import('sharp')['default'];

async function loadSharp(address: string): Promise<Decoder> {
  const { default: sharp } = (await import(address)) as { default: Decoder };
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** An animation's height is that of one frame; cameras turn a picture by a note in its header (EXIF, 5 to 8). */
function turned({ width, height, pageHeight, orientation = 1 }: Metadata): { width: number; height: number } {
  const tall = pageHeight ?? height;
  return orientation >= 5 ? { width: tall, height: width } : { width, height: tall };
}

type Motion = { animated: boolean; loop: number; stilled: Made['stilled'] };

/**
 * What moves of its own accord must stop within five seconds (WCAG 2.2, 2.2.2): a short animation repeats as often as
 * fits in, a longer one stands still, as does one with too many frames.
 */
function motionOf(
  { pages = 1, delay = [], width, height, pageHeight }: Metadata,
  { limits }: Develop,
): Motion {
  if (pages <= 1) return { animated: false, loop: 0, stilled: null };
  const pixels = width * (pageHeight ?? height) * pages;
  if (pages > limits.frames || pixels > limits.pixels) return { animated: false, loop: 0, stilled: 'frames' };
  const lasts = delay.reduce((sum, each) => sum + (each <= 10 ? 100 : each), 0); // browsers slow the fastest down
  if (lasts > 5000) return { animated: false, loop: 0, stilled: 'duration' };
  return { animated: true, loop: Math.max(1, Math.floor(5000 / Math.max(1, lasts))), stilled: null };
}

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

async function still(sharp: Decoder, task: Develop, header: Metadata) {
  const options = {
    limitInputPixels: task.limits.pixels,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  } as const;
  const { data, info }: Raw = await sharp(task.input, options)
    .autoOrient()
    .resize({ ...task.largest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const copy = () => sharp(data, { raw: info });
  const quality = header.format === 'jpeg' || header.format === 'heif' ? 80 : 88; // drawings show more
  const files: Made['files'] = [];
  for (const width of widthsUpTo(task.widths, info.width))
    files.push(
      await kept(task, copy().resize({ width }).webp({ quality, effort: 3, smartSubsample: true }), 'webp'),
    );
  files.push(await shared(task, copy(), info.width));
  return { width: info.width, height: info.height, files };
}

type Animated = { header: Metadata; loop: number };

async function animation(sharp: Decoder, task: Develop, { header, loop }: Animated) {
  const options = { limitInputPixels: task.limits.pixels, failOn: 'error', animated: true } as const;
  const widest = Math.min(header.width, task.widths[2] ?? header.width);
  const files: Made['files'] = [];
  for (const width of widthsUpTo(task.widths, widest))
    files.push(
      await kept(task, sharp(task.input, options).resize({ width }).webp({ effort: 2, loop }), 'webp'),
    );
  const first = sharp(task.input, { ...options, animated: false, pages: 1 });
  files.push(await shared(task, first, widest));
  const { width, height } = files.at(-2) ?? { width: widest, height: widest };
  return { width, height, files };
}

function widthsUpTo(widths: number[], width: number): number[] {
  return [...widths.filter((each) => each < width), width];
}

/** What programs show that link to an article: some of them know no WebP. */
async function shared(task: Develop, image: Sharp, width: number): Promise<Made['files'][number]> {
  const flat = image.resize({ width: Math.min(width, task.shared) }).flatten({ background: '#ffffff' });
  return kept(task, flat.jpeg({ quality: 82, mozjpeg: true }), 'jpg');
}

async function kept(task: Develop, image: Sharp, extension: string): Promise<Made['files'][number]> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const height = info.pageHeight ?? info.height;
  const name = `${info.width}.${extension}`;
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${task.output}/${name}`, data);
  return { name, width: info.width, height, format: extension === 'jpg' ? 'jpeg' : extension };
}
