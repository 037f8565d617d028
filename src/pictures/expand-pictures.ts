import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { CleanHtml } from '../lib/clean-html.ts';
import { type PictureElement, picturesOf, replacePictures } from '../lib/picture-elements.ts';
import type { Db } from '../store/schema.ts';
import { filePath, type PictureFile } from './picture.ts';
import { picturesById, type ShownPicture } from './queries.ts';

/** What a link to an article shows elsewhere: a JPEG of at most 1200 pixels across. */
export type SharedPicture = { path: string; width: number; height: number; alt: string };

/** Clean HTML with its pictures as readers see them, and the first of them for links from elsewhere. */
export type Illustrated = { html: CleanHtml; image: SharedPicture | null };

/** As wide as the column is: the whole screen on a telephone, and never wider than the measure. */
const sizes = '(min-width: 46rem) 36.5rem, 100vw';

/** Looks the pictures of clean HTML up and puts them in. Most articles have none, and cost nothing. */
export async function illustrate(db: Db, html: CleanHtml): Promise<Illustrated> {
  const found = picturesOf(html);
  if (found.length === 0) return { html, image: null };
  const pictures = await picturesById(db, [...new Set(found.map(({ id }) => id))]);
  return { html: expandPictures(html, pictures), image: sharedOf(found, pictures) };
}

/**
 * Turns each `/pictures/ID` into the files that it now has, by their lasting addresses. The first is not lazy: it is
 * often what a page shows before all else. A picture that is gone says so with its text.
 */
export function expandPictures(html: CleanHtml, pictures: ReadonlyMap<string, ShownPicture>): CleanHtml {
  let first = true;
  return replacePictures(html, (element) => {
    const picture = pictures.get(element.id);
    const files = picture?.files.filter(({ format }) => format === 'webp') ?? [];
    if (!picture || files.length === 0) return toHtml(goneOf(element));
    const lazy = !first;
    first = false;
    return toHtml(imageOf(element, { hash: picture.hash, files, lazy }));
  }) as CleanHtml;
}

type Image = { hash: string; files: PictureFile[]; lazy: boolean };

function imageOf(element: PictureElement, { hash, files, lazy }: Image): Element {
  const usual = files.find(({ width }) => width >= 960) ?? files.at(-1);
  const widest = files.at(-1);
  return {
    type: 'element',
    tagName: 'img',
    children: [],
    properties: {
      src: filePath(hash, usual?.name ?? ''),
      ...(files.length > 1
        ? { srcSet: files.map(({ name, width }) => `${filePath(hash, name)} ${width}w`).join(', '), sizes }
        : {}),
      ...{ width: widest?.width, height: widest?.height, alt: decoded(element.alt ?? '') },
      ...(element.decorative ? { role: 'presentation' } : {}),
      ...(lazy ? { loading: 'lazy' } : {}),
      decoding: 'async',
    },
  };
}

/** No picture, but what it said. */
function goneOf({ alt }: PictureElement): Element {
  const words = decoded(alt ?? '');
  const value =
    words === '' ? 'A picture stood here. It is gone.' : `A picture stood here. It is gone: ${words}`;
  return { type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value }] };
}

function sharedOf(found: PictureElement[], pictures: Map<string, ShownPicture>): SharedPicture | null {
  for (const { id, alt } of found) {
    const picture = pictures.get(id);
    const file = picture?.files.find(({ format }) => format === 'jpeg');
    if (picture && file)
      return {
        path: filePath(picture.hash, file.name),
        width: file.width,
        height: file.height,
        alt: decoded(alt ?? ''),
      };
  }
  return null;
}

/** An attribute's text as it is meant, from how it is printed. */
function decoded(printed: string): string {
  if (!printed.includes('&')) return printed;
  const [text] = fromHtml(printed.replaceAll('<', '&#x3C;'), { fragment: true }).children;
  return text?.type === 'text' ? text.value : printed;
}
