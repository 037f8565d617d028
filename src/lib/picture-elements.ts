import type { Element, ElementContent, Root } from 'hast';
import type { CleanHtml } from './clean-html.ts';

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The one kind of address that a picture in an article may have: `/pictures/` and its id (UUID, RFC 9562). */
export const pictureAddress = new RegExp(`^/pictures/${id}$`);

/** A picture as it stands in clean HTML. */
export type PictureElement = {
  id: string;
  /** What it says to whoever does not see it; empty for a decorative one, null where nobody has said. */
  alt: string | null;
  /** True where it says by its role that it tells nothing. */
  decorative: boolean;
};

/** Leaves of each picture its address, its text and its role, in this order; takes out those of other hosts. */
export function tidyPictures(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).filter(
    (child) => child.type !== 'element' || child.tagName !== 'img' || child.properties.src !== undefined,
  );
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'img') child.properties = tidied(child.properties);
    tidyPictures(child);
  }
}

function tidied({ src, alt, role }: Element['properties']): Element['properties'] {
  return {
    src,
    ...(alt === undefined || alt === null ? {} : { alt }),
    ...(alt === '' && role !== undefined ? { role } : {}),
  };
}

/**
 * A Markdown paragraph that is nothing but a picture of ours becomes a figure. Its title, `![alt](/pictures/ID
 * "Caption | Credit")`, becomes the caption and, in it, the credit.
 */
export function figuresFromParagraphs(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    const picture = child.tagName === 'p' ? onlyPicture(child) : null;
    if (picture) parent.children[index] = figureOf(picture);
    else figuresFromParagraphs(child);
  }
}

function onlyPicture({ children }: Element): Element | null {
  const [only, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (only?.type !== 'element' || only.tagName !== 'img' || more.length > 0) return null;
  return pictureAddress.test(String(only.properties.src)) ? only : null;
}

function figureOf({ properties: { title, ...properties } }: Element): Element {
  const [caption = '', credit = ''] = String(title ?? '').split(/\s*\|\s*/);
  const words: ElementContent[] = [
    ...(caption === '' ? [] : [{ type: 'text' as const, value: credit === '' ? caption : `${caption} ` }]),
    ...(credit === '' ? [] : [elementOf('small', [{ type: 'text', value: credit }])]),
  ];
  const picture: Element = { type: 'element', tagName: 'img', properties, children: [] };
  return elementOf('figure', [picture, ...(words.length === 0 ? [] : [elementOf('figcaption', words)])]);
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

const printed = /<img src="\/pictures\/([0-9a-f-]{36})"((?: [a-z]+="[^"]*")*)>/g;

/** The pictures of clean HTML in their order. It reads the cleaner's own printing, nothing else. */
export function picturesOf(html: CleanHtml): PictureElement[] {
  return [...html.matchAll(printed)].map(([, found = '', rest = '']) => elementIn(found, rest));
}

/** Puts something else in the place of each picture. What is put there must be as clean as what was. */
export function replacePictures(html: CleanHtml, replacement: (picture: PictureElement) => string): string {
  return html.replace(printed, (_, found: string, rest: string) => replacement(elementIn(found, rest)));
}

/** `alt` stays as it is printed, with its character references. */
function elementIn(found: string, rest: string): PictureElement {
  const alt = / alt="([^"]*)"/.exec(rest);
  return { id: found, alt: alt?.[1] ?? null, decorative: / role="presentation"/.test(rest) };
}
