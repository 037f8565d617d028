import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { archiveErrands } from './queries.ts';
import { mementosIn, nearest } from './time-map.ts';
import { touchCiting } from './touch-citing.ts';

const day = 86_400_000;
const within = 30_000;

/**
 * Where the settings name archives: asks one for copies of pages that are gone or were changed, and another to save
 * pages that were just seen. One page of each at a time. Answers how many were asked about.
 */
export async function askArchives(site: Site): Promise<number> {
  const settings = await readSettings(site);
  const { 'links.archive': archive, 'links.archive-save': saving } = settings;
  if (archive === '' && saving === '') return 0;
  const errands = await archiveErrands(site.store.read, site.clock.now().toISOString());
  if (archive !== '' && errands.lost) await findMemento(site, { archive, page: errands.lost });
  if (saving !== '' && errands.unsaved) await save(site, { saving, page: errands.unsaved });
  return Number(archive !== '' && errands.lost !== null) + Number(saving !== '' && errands.unsaved !== null);
}

type Lost = { id: string; url: string; moment: string };

async function findMemento(site: Site, { archive, page }: { archive: string; page: Lost }): Promise<void> {
  const answer = await site.fetch({
    url: archive + page.url,
    headers: { accept: 'application/link-format' },
    ...{ largest: 2_000_000, whenLarger: 'cut', within },
  });
  const body = answer.ok && answer.status === 200 ? Buffer.from(answer.body).toString() : '';
  const found = nearest(mementosIn(body), page.moment);
  // An archive that has none now may have one later; one that did not answer is asked again sooner.
  const rest = answer.ok && answer.status < 500 ? 30 * day : day;
  const next = new Date(site.clock.now().getTime() + rest).toISOString();
  await site.store.write(async (tx) => {
    await tx
      .updateTable('citations')
      .set({
        memento_due: found ? null : next,
        ...(found ? { memento: found.url, memento_at: found.at } : {}),
      })
      .where('id', '=', page.id)
      .execute();
    if (found) await touchCiting(tx, page.id);
  });
}

/** It is asked once, whatever it answers: what it does with that is its own affair. */
async function save(
  site: Site,
  { saving, page }: { saving: string; page: { id: string; url: string } },
): Promise<void> {
  const answer = await site.fetch({ url: saving + page.url, largest: 100_000, whenLarger: 'cut', within });
  if (!answer.ok && (answer.fault === 'off' || answer.fault === 'busy')) return;
  await site.store.write((tx) =>
    tx
      .updateTable('citations')
      .set({ saved_at: site.clock.now().toISOString() })
      .where('id', '=', page.id)
      .execute(),
  );
}
