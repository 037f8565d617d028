import { Readability } from '@mozilla/readability';
import { convert } from 'html-to-text';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import TurndownService from 'turndown';
import { terminalDump } from './terminal-dump.ts';

/** A page as it was served: its address, its HTML, and the browser's tab in which it stands open. */
export type Served = { url: string; html: string; tab: Page | null };
/** Turns a page into plain text. */
export type Flattener = (page: Served) => string | Promise<string>;

/** What people and programs make of a page when they keep its text. */
export const flatteners: Record<string, Flattener> = {
  'tags dropped': ({ html }) => dropTags(html),
  'DOM textContent': ({ tab }) => inBrowser(tab, 'document.body.textContent'),
  'Chromium innerText': ({ tab }) => inBrowser(tab, 'document.body.innerText'),
  'html-to-text': ({ html }) => convert(html),
  Readability: ({ html }) => readable(html),
  'lynx -dump': ({ html, url }) => terminalDump(html, url),
  'w3m -dump': ({ html, url }) => terminalDump(html, url, { numbers: false }),
  'anchors dropped with their text': ({ html }) => dropTags(html.replace(/<a\b[^>]*>.*?<\/a>/gs, '')),
  'Markdown by turndown': ({ html }) => markdown(html),
};

function dropTags(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&amp;/g, '&');
}

async function inBrowser(tab: Page | null, expression: string): Promise<string> {
  if (tab === null) throw new Error('This flattener needs a browser.');
  return String(await tab.evaluate(expression));
}

/** Firefox's reading view, saved as text: its title and byline, then its text. */
function readable(html: string): string {
  const { document } = parseHTML(html);
  const read = new Readability(document as never).parse();
  if (read === null) return '';
  return [read.title, read.byline, read.textContent].filter(Boolean).join('\n\n');
}

function markdown(html: string): string {
  const service = new TurndownService({ headingStyle: 'atx' });
  service.remove(['head', 'script', 'style'] as never);
  return service.turndown(html);
}
