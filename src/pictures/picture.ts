import * as z from 'zod';
import { foldForSearch, foldSpace, tidyName } from '../lib/fold-text.ts';
import { canonical } from '../record/entry.ts';

/** What an upload may be. */
export const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
export type Format = (typeof formats)[number];

/** Widths that pages choose from, in CSS pixels; the widest file is the picture itself, at most `largest` wide. */
export const widths = [320, 640, 960, 1440, 1920];
export const largest = { width: 2560, height: 5120 };

/** Why an animation stands still: it has too many frames, or runs longer than moving pictures may unasked. */
export type Stilled = 'frames' | 'duration';

/** One file made of a picture: its name behind the hash is its width and format. */
export type PictureFile = {
  name: string;
  width: number;
  height: number;
  format: string;
  bytes: number;
  sha256: string;
};

/** What was made of an upload. */
export type Developed = {
  format: Format;
  /** Of the picture as it is shown, turned as its camera said. */
  width: number;
  height: number;
  animated: boolean;
  stilled: Stilled | null;
  files: PictureFile[];
};

const text = (most: number, what: string) =>
  z
    .string()
    .default('')
    .transform((typed) => foldSpace(typed.replace(/[|]/g, '/')))
    .pipe(z.string().max(most, `The ${what} is longer than ${most} characters: shorten it.`));

/** What is said of a picture, parsed once, at the edge. */
export const pictureDetails = z
  .object({
    alt: text(1000, 'description'),
    decorative: z
      .string()
      .default('')
      .transform((sent) => sent !== ''),
    caption: text(1000, 'caption'),
    credit: text(200, 'credit'),
  })
  .refine(({ alt, decorative }) => decorative || alt !== '', {
    path: ['alt'],
    error:
      'Describe the picture for whoever does not see it, in a sentence. Mark it as decorative if it tells nothing that the text does not.',
  })
  .transform((details) => (details.decorative ? { ...details, alt: '' } : details));
export type PictureDetails = z.output<typeof pictureDetails>;

/** The last part of a file's name as it was sent: one line, nothing that turns it round, at most 200 characters. */
export function tidyFileName(name: string): string {
  return tidyName(name.split(/[\\/]/).at(-1) ?? '').slice(0, 200);
}

/** What the library finds a picture by. */
export function searchWords(
  details: Pick<PictureDetails, 'alt' | 'caption' | 'credit'>,
  file: string,
): string {
  return foldForSearch([details.alt, details.caption, details.credit, file].join(' '));
}

/** The lasting address of a picture, whatever file it now is. */
export function picturePath(id: string): string {
  return `/pictures/${id}`;
}

/** The address of one file: what is there never changes. */
export function filePath(hash: string, name: string): string {
  return `/pictures/files/${hash}-${name}`;
}

/** What the record's entries for a picture commit to. */
export function pictureWords(version: { picture_id: string; number: number; hash: string }): string {
  return canonical({ hash: version.hash, number: version.number, picture: version.picture_id });
}
