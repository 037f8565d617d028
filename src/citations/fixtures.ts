import type { RequestListener } from 'node:http';
import { setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { listenLocally } from '../outbound/fixtures.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { findLinks, lookAtDue } from './start-citations.ts';

/** A site that may ask one real server on the loopback, and lets every response in. `look` does all that is due. */
export async function openCited(engine: EngineName, answer: RequestListener) {
  const listener = await listenLocally(answer);
  const site = await openTestSite(engine, { HUSTINGS_OUTBOUND_ALLOW: listener.place });
  await setSetting(site, 'comments.policy', 'open');
  const look = async () => {
    await sequenceEntries(site);
    await findLinks(site);
    return lookAtDue(site);
  };
  return { site, listener, look };
}

/** A page of somebody else's. */
export function page({
  paragraphs,
  title = 'Under the deck',
}: {
  paragraphs: string[];
  title?: string;
}): string {
  return `<!doctype html><html lang="en"><head><title>${title} - Estuary Notes</title>
    <meta property="og:title" content="${title}"><meta property="og:site_name" content="Estuary Notes">
    <meta name="author" content="Ann Osei"><meta property="article:published_time" content="2026-03-09">
    </head><body><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
}
