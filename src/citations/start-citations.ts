import { repeat } from '../lib/repeat.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { askArchives } from './ask-archives.ts';
import { citeTexts } from './cite-texts.ts';
import { type Claimed, claimDue, release } from './claim-due.ts';
import { lookAtPage } from './look-at-page.ts';
import { noteChangedTexts } from './note-changed-texts.ts';

const milliseconds = 1_000;
/** Pages that are looked at at once, each of another host. */
const atOnce = 4;

/**
 * Keeps looking after links while the process runs: apart from the jobs, so that no slow host holds one of those up.
 * `stop` begins nothing more and waits for what is under way.
 */
export function startCitations(site: Site): { stop(): Promise<void> } {
  const looking = new Set<Promise<void>>();
  const look = async (ending: AbortSignal) => {
    if (ending.aborted || !(await mayLook(site))) return;
    for (const claimed of await claimDue(site, atOnce - looking.size)) {
      const looked = lookAt(site, claimed).catch(failing(site, 'a cited page could not be looked at'));
      looking.add(looked);
      void looked.then(() => looking.delete(looked));
    }
  };
  const find = async (ending: AbortSignal) => {
    await findLinks(site, ending);
  };
  const archive = async () => {
    if (await mayLook(site)) await askArchives(site);
  };
  const loops = [
    repeat(find, { milliseconds, failed: failing(site, 'links could not be looked for') }),
    repeat(look, { milliseconds, failed: failing(site, 'links could not be looked after') }),
    repeat(archive, { milliseconds, failed: failing(site, 'archives could not be asked') }),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all(looking);
    },
  };
}

const failing = (site: Site, what: string) => (error: unknown) => site.log.error({ err: error }, what);

/** Finds the links of whatever was published or changed. Answers how many texts were looked through. */
export async function findLinks(site: Site, signal?: AbortSignal): Promise<number> {
  while (!signal?.aborted && (await noteChangedTexts(site)) > 0);
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
