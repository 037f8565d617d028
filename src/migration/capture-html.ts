import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { CapturedLink } from './text-capture/capture-result.ts';

/**
 * Captured paragraphs as HTML. Links that a page of ours printed with their full addresses get them back at their
 * words, in their order; an address that stands in the text is a link to itself. So do the headings, in their order.
 */
export function paragraphsHtml(
  paragraphs: string[],
  { links = [], headings = [] }: { links?: CapturedLink[] | undefined; headings?: string[] | undefined } = {},
): string {
  const waiting = links.map(readLink).filter((link) => paragraphs.some((text) => text.includes(link.words)));
  const toCome = [...headings];
  const tag = (text: string) => {
    if (text !== toCome[0]) return 'p';
    toCome.shift();
    return 'h2';
  };
  return paragraphs.map((text) => toHtml(element(tag(text), {}, withLinks(text, waiting)))).join('\n');
}

type Link = { words: string; url: string };

/** `“words”: https://…`, or an address alone. */
function readLink({ text }: CapturedLink): Link {
  const named = /^“(.+)”: (https?:\/\/\S+)$/su.exec(text);
  return named ? { words: named[1] ?? '', url: named[2] ?? '' } : { words: text, url: text };
}

/** Takes from `waiting` the links whose words stand in the text, one after the other. */
function withLinks(text: string, waiting: Link[]): ElementContent[] {
  const content: ElementContent[] = [];
  let from = 0;
  for (let next = waiting[0]; next; next = waiting[0]) {
    const at = text.indexOf(next.words, from);
    if (at < 0) break;
    content.push(...withAddresses(text.slice(from, at)), anchor(next));
    from = at + next.words.length;
    waiting.shift();
  }
  return [...content, ...withAddresses(text.slice(from))];
}

function withAddresses(text: string): ElementContent[] {
  return text
    .split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’])/u)
    .map((part, index) => (index % 2 === 1 ? anchor({ words: part, url: part }) : words(part)));
}

function anchor({ words: text, url }: Link): Element {
  return element('a', { href: url }, [words(text)]);
}

function words(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
