import { load } from 'child:citations/page-child';
import { askChild } from '../lib/child-process.ts';
import type { Fetched } from '../outbound/outbound.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { sightOf } from './judge.ts';
import { keepLook, type Looked } from './keep-look.ts';
import type { PageRead, ReadPage } from './page-task.ts';
import { citationForLook, type ForLook } from './queries.ts';

const within = 25_000;
/** What reading one page may take. */
const most = { processorSeconds: 10, milliseconds: 60_000, kilobytes: 1_500_000 };
/** Different quotations of one page that are looked for. */
const mostPassages = 60;

/** Looks at a cited page by the one way out, and keeps what came of it, whatever came. */
export async function lookAtPage(site: Site, id: string): Promise<void> {
  const known = await citationForLook(site.store.read, id);
  if (!known || known.citation.state === 'forgotten') return;
  const settings = await readSettings(site);
  const outcome = await site.fetch({
    url: known.citation.url,
    headers: { accept: 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.8' },
    largest: Number(settings['links.megabytes']) * 1_000_000,
    whenLarger: 'cut',
    within,
  });
  const there = sightOf(outcome) === 'there' && outcome.ok ? await readAnswer(outcome, known) : null;
  await keepLook(site, id, { outcome, there });
}

async function readAnswer(fetched: Fetched, { uses }: ForLook): Promise<Looked['there']> {
  const passages = [...new Set(uses.flatMap((use) => use.passages))].slice(0, mostPassages);
  const type = fetched.headers.get('content-type') ?? '';
  const task: ReadPage = { body: fetched.body, type, passages };
  const read = await askChild<PageRead>(await load(), task, most);
  if ('refused' in read) return { fetched, read: null, found: new Map() };
  return {
    fetched,
    read,
    found: new Map(passages.map((passage, index) => [passage, read.found[index] ?? null])),
  };
}
