import type { CapturedLink } from './text-capture/capture-result.ts';

/**
 * Captured paragraphs as HTML. Links that a page of ours printed with their full addresses get them back at their
 * words, in their order; an address that stands in the text is a link to itself.
 */
export function paragraphsHtml(paragraphs: string[], links: CapturedLink[] = []): string {
  const waiting = links.map(readLink).filter((link) => paragraphs.some((text) => text.includes(link.words)));
  return paragraphs.map((text) => `<p>${withLinks(text, waiting)}</p>`).join('\n');
}

type Link = { words: string; url: string };

/** `“words”: https://…`, or an address alone. */
function readLink({ text }: CapturedLink): Link {
  const named = /^“(.+)”: (https?:\/\/\S+)$/su.exec(text);
  return named ? { words: named[1] ?? '', url: named[2] ?? '' } : { words: text, url: text };
}

/** Takes from `waiting` the links whose words stand in the text, one after the other. */
function withLinks(text: string, waiting: Link[]): string {
  let html = '';
  let from = 0;
  for (let next = waiting[0]; next; next = waiting[0]) {
    const at = text.indexOf(next.words, from);
    if (at < 0) break;
    html += withAddresses(text.slice(from, at)) + anchor(next);
    from = at + next.words.length;
    waiting.shift();
  }
  return html + withAddresses(text.slice(from));
}

function withAddresses(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’])/u)
    .map((part, index) => (index % 2 === 1 ? anchor({ words: part, url: part }) : escapeHtml(part)))
    .join('');
}

function anchor({ words, url }: Link): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
