import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { askArchives } from './ask-archives.ts';
import { citeTexts } from './cite-texts.ts';
import { type Claimed, claimDue, release } from './claim-due.ts';
import { followRecord } from './follow-record.ts';
import { lookAtPage } from './look-at-page.ts';

const pollMilliseconds = 1_000;
/** Pages that are looked at at once, each of another host. */
const atOnce = 4;

/**
 * Keeps looking after links while the process runs: apart from the jobs, so that no slow host holds one of those up.
 * `stop` begins nothing more and waits for what is under way.
 */
export function startCitations(site: Site): { stop(): Promise<void> } {
  const ending = new AbortController();
  const looking = new Set<Promise<void>>();
  let working: Promise<void> | null = null;
  let finding: Promise<void> | null = null;
  let archiving: Promise<void> | null = null;
  const work = async () => {
    finding ??= findLinks(site, ending.signal)
      .then(() => undefined)
      .catch((error) => site.log.error({ err: error }, 'links could not be looked for'))
      .finally(() => {
        finding = null;
      });
    if (ending.signal.aborted || !(await mayLook(site))) return;
    archiving ??= askArchives(site)
      .then(() => undefined)
      .catch((error) => site.log.error({ err: error }, 'archives could not be asked'))
      .finally(() => {
        archiving = null;
      });
    for (const claimed of await claimDue(site, atOnce - looking.size)) {
      const look = lookAt(site, claimed).catch((error) =>
        site.log.error({ err: error }, 'a cited page could not be looked at'),
      );
      looking.add(look);
      void look.then(() => looking.delete(look));
    }
  };
  const timer = setInterval(() => {
    working ??= work()
      .catch((error) => site.log.error({ err: error }, 'links could not be looked after'))
      .finally(() => {
        working = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      ending.abort();
      clearInterval(timer);
      await working;
      await Promise.all([...looking, finding, archiving]);
    },
  };
}

/** Finds the links of whatever was published or changed. Answers how many texts were looked through. */
export async function findLinks(site: Site, signal?: AbortSignal): Promise<number> {
  while (!signal?.aborted && (await followRecord(site)) > 0);
  let texts = 0;
  for (let more = 1; more > 0 && !signal?.aborted; texts += more) more = await citeTexts(site);
  return texts;
}

/** Looks at every page that is due now, one after another. Answers how many. */
export async function lookAtDue(site: Site): Promise<number> {
  let looked = 0;
  while (await mayLook(site)) {
    const claimed = await claimDue(site, atOnce);
    if (claimed.length === 0) break;
    await Promise.all(claimed.map((each) => lookAt(site, each)));
    looked += claimed.length;
  }
  return looked;
}

async function lookAt(site: Site, claimed: Claimed): Promise<void> {
  try {
    await lookAtPage(site, claimed.id);
  } finally {
    await release(site, claimed);
  }
}

async function mayLook(site: Site): Promise<boolean> {
  const settings = await readSettings(site);
  return site.config.outbound.on && settings['links.keep'] === 'yes' && settings['links.outbound'] === 'yes';
}
