import { citeText } from '../citations/cite-text.ts';
import { citedLinks } from '../citations/cited-links.ts';
import { keepLook, type Looked } from '../citations/keep-look.ts';
import { citationForLook, publicHtmlOf } from '../citations/queries.ts';
import { readPage } from '../citations/read-page.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Site } from '../site.ts';
import { citedHtml } from './cited-html.tsx';
import { citedPages } from './content/cited-pages.ts';
import type { DemoCitedPage, DemoPage } from './content/types.ts';
import { citedPage, textsUnder } from './queries.ts';

type Clock = { set(iso: string): void };

const hour = 3_600_000;
/** Looks that find it lost: on its day, so long after each other that nobody doubts it. */
const looks = [0, hour, 26 * hour, 50 * hour];

/**
 * Lets the demo's lost links be lost: their pages are looked at as the program looks at them, on the days of the
 * story, with the demo in the place of their hosts. The last look is of today, so that the next one is not due at once.
 */
export async function loadCited(site: Site, past: Site, clock: Clock): Promise<void> {
  for (const page of citedPages) {
    clock.set(page.kept);
    await citeTextsUnder(past, page.slug);
    const known = await citedPage(site.store.read, page.url);
    if (known.state !== 'new') continue; // a load that was cut short goes on
    await lookAt(past, known.id, page.was, page);
    for (const after of looks) {
      clock.set(new Date(Date.parse(page.since) + after).toISOString());
      await lookAt(past, known.id, page.now, page);
    }
    await lookAt(site, known.id, page.now, page);
  }
}

/** What links an article and its responses have. */
async function citeTextsUnder(site: Site, slug: string): Promise<void> {
  const db = site.store.read;
  for (const text of await textsUnder(db, slug)) {
    const html = await publicHtmlOf(db, text);
    const links = citedLinks((html ?? '') as CleanHtml, new URL(site.config.url).origin);
    if (links.length > 0) await site.store.write((tx) => citeText(site, tx, { text, html, links }));
  }
}

async function lookAt(site: Site, id: string, page: DemoPage | null, { url }: DemoCitedPage): Promise<void> {
  const known = await citationForLook(site.store.read, id);
  if (!known) return;
  const passages = [...new Set(known.uses.flatMap((use) => use.passages))];
  const looked = answered(url, page);
  if (page === null) return keepLook(site, id, { outcome: looked, there: null });
  const type = looked.headers.get('content-type') ?? '';
  const read = readPage({ body: looked.body, type, passages });
  const found = new Map(passages.map((passage, index) => [passage, read.found[index] ?? null]));
  return keepLook(site, id, { outcome: looked, there: { fetched: looked, read, found } });
}

/** What the page's host would have answered. */
function answered(url: string, page: DemoPage | null): Extract<Looked['outcome'], { ok: true }> {
  const { host, pathname } = new URL(url);
  const head = page === null ? 'HTTP/1.1 404 Not Found' : 'HTTP/1.1 200 OK';
  return {
    ok: true,
    ...{ url, status: page === null ? 404 : 200, cut: false },
    headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }),
    body: new TextEncoder().encode(page === null ? 'Not found' : citedHtml(page)),
    exchange: {
      request: `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
      response: `${head}\r\ncontent-type: text/html; charset=utf-8\r\n\r\n`,
      via: [],
    },
  };
}
