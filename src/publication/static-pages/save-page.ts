import { textOf } from '../../lib/clean-html.ts';
import { foldForSearch } from '../../lib/fold-text.ts';
import { newId } from '../../lib/ids.ts';
import { markdownToHtml } from '../../lib/markdown.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Actor } from '../../record/entry.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { readStaticPage } from './queries.ts';
import { type PageInput, pageSlug, staticPagePath } from './static-page.ts';

/** Who presses. */
export type Presser = { actor: Actor; staffId: string | null };

export type NewPage = {
  input: PageInput;
  /** The address that is asked for; empty: made of the title. */
  slug: string;
  /** Whether something else of the site answers at `/slug/`. */
  reserved: (slug: string) => boolean;
};

/** Publishes a new page at an address of its own. Answers its id. Refusals: `slug-reserved`, `slug-taken`. */
export async function publishPage(
  site: Site,
  by: Presser,
  { input, slug: wanted, reserved }: NewPage,
): Promise<Outcome<{ id: string }>> {
  const slug = pageSlug(wanted, input.title);
  if (reserved(slug))
    return refuse(
      'slug-reserved',
      `The address ${staticPagePath(slug)} is used by the publication itself: choose another.`,
      'slug',
    );
  return site.store.write(async (tx) => {
    if (await readStaticPage(tx, { slug }))
      return refuse(
        'slug-taken',
        `There is a page at ${staticPagePath(slug)}: choose another address, or change that page.`,
        'slug',
      );
    const id = newId(site.clock, site.random);
    const at = site.clock.now().toISOString();
    await tx
      .insertInto('static_pages')
      .values({ id, slug, ...input, created_at: at, changed_at: at })
      .execute();
    await keepChange(site, tx, { action: 'page.publish', type: 'page', id, by, words: { ...input, slug } });
    await indexPage(site, tx, id);
    return done({ id });
  });
}

/** `seen` is when the page was last changed, as its editor saw it. */
export type PageChange = { id: string; input: PageInput; seen: string };

/** Changes a page; its earlier wordings stay readable. Refusals: `no-page`, `stale`, `same`. */
export async function changePage(
  site: Site,
  by: Presser,
  { id, input, seen }: PageChange,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const before = await lockPage(tx, id);
    if (!before) return refuse('no-page', 'There is no such page.');
    if (before.title === input.title && before.source === input.source)
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    if (before.changedAt !== seen)
      return refuse('stale', 'Somebody changed this page since you opened it: compare, then save again.');
    const at = site.clock.now().toISOString();
    const changed = at > before.changedAt ? at : new Date(Date.parse(before.changedAt) + 1).toISOString();
    await tx
      .updateTable('static_pages')
      .set({ ...input, changed_at: changed })
      .where('id', '=', id)
      .execute();
    await keepChange(site, tx, { action: 'page.change', type: 'page', id, by, words: input });
    if (before.withdrawal === null) await indexPage(site, tx, id);
    return done({ id });
  });
}

/** Takes a page back: 410 at its address, with the note. Refusals: `no-page`, `withdrawn`. */
export async function withdrawPage(
  site: Site,
  by: Presser,
  { id, note }: { id: string; note: string },
): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const page = await lockPage(tx, id);
    if (!page) return refuse('no-page', 'There is no such page.');
    if (page.withdrawal) return refuse('withdrawn', 'It is withdrawn already.');
    const at = site.clock.now().toISOString();
    const row = { id: newId(site.clock, site.random), page_id: id, at, by_staff: by.staffId, note };
    await tx
      .insertInto('static_page_withdrawals')
      .values({ ...row, restored_at: null, restored_by: null })
      .execute();
    await keepChange(site, tx, { action: 'page.withdraw', type: 'page', id, by, words: { note } });
    await site.store.search.drop(tx, id);
    return done(null);
  });
}

/** Puts a withdrawn page back. Refusals: `no-page`, `not-withdrawn`. */
export async function restorePage(site: Site, by: Presser, id: string): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const page = await lockPage(tx, id);
    if (!page) return refuse('no-page', 'There is no such page.');
    if (!page.withdrawal) return refuse('not-withdrawn', 'It is not withdrawn: readers see it.');
    const restored = { restored_at: site.clock.now().toISOString(), restored_by: by.staffId };
    await tx
      .updateTable('static_page_withdrawals')
      .set(restored)
      .where('page_id', '=', id)
      .where('restored_at', 'is', null)
      .execute();
    await keepChange(site, tx, { action: 'page.restore', type: 'page', id, by, words: {} });
    await indexPage(site, tx, id);
    return done(null);
  });
}

/** Reads a page and locks its row: two who change it do so one after the other. */
async function lockPage(tx: Db, id: string) {
  await tx
    .updateTable('static_pages')
    .set((eb) => ({ title: eb.ref('title') }))
    .where('id', '=', id)
    .execute();
  return readStaticPage(tx, { id });
}

async function indexPage(site: Site, tx: Db, id: string): Promise<void> {
  const page = await readStaticPage(tx, { id });
  const text = page && foldForSearch(`${page.title} ${textOf(markdownToHtml(page.source, 'article'))}`);
  if (text) await site.store.search.put(tx, { kind: 'page', id, articleId: id, text });
}
