import { newId } from '../../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Editor } from '../keep-revision.ts';
import { readSeries } from './queries.ts';
import {
  mostParts,
  type Series,
  type SeriesInput,
  seriesMark,
  seriesPath,
  seriesSlug,
  seriesWords,
} from './series.ts';

/** Makes a series that has no part yet. Refusal: `slug-taken`. */
export async function makeSeries(
  site: Site,
  editor: Editor,
  input: SeriesInput,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const { title, introduction } = input;
    const series = {
      id: newId(site.clock, site.random),
      title,
      introduction,
      slug: seriesSlug(input.slug, title),
      parts: [],
    };
    const taken = await whyTaken(tx, series);
    if (taken) return taken;
    const at = site.clock.now().toISOString();
    const { parts: _, ...row } = series;
    const made = await tx
      .insertInto('series')
      .values({ ...row, created_at: at, changed_at: at })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return slugTaken(series.slug);
    await enter(site, tx, { action: 'series.make', series, editor });
    return done({ id: series.id });
  });
}

/** `seen` is the mark of the series as its editor saw it; `parts` are ids of articles in their new order. */
export type SeriesChange = { id: string; input: SeriesInput; parts: string[]; seen: string };

/**
 * Changes a series: its words, its address, its parts and their order. Its old address leads to the new one. Refusals:
 * `no-series`, `stale`, `same`, `slug-taken`, `too-many`, `no-article`, `in-other-series`.
 */
export async function changeSeries(
  site: Site,
  editor: Editor,
  { id, input, parts, seen }: SeriesChange,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const before = await lockSeries(tx, id);
    if (!before) return refuse('no-series', 'There is no such series.');
    const { title, introduction } = input;
    const after: Series = {
      id,
      title,
      introduction,
      slug: seriesSlug(input.slug, title),
      parts: [...new Set(parts)],
    };
    if (seriesMark(before) === seriesMark(after))
      return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    if (seriesMark(before) !== seen)
      return refuse('stale', 'Somebody changed this series since you opened it: compare, then save again.');
    const refused = (await whyTaken(tx, after)) ?? (await whyNoParts(tx, after));
    if (refused) return refused;
    await store(site, tx, { before, after, editor });
    return done({ id });
  });
}

/** Reads a series and locks its row: two who change it do so one after the other. */
async function lockSeries(tx: Db, id: string): Promise<Series | null> {
  await tx
    .updateTable('series')
    .set((eb) => ({ title: eb.ref('title') }))
    .where('id', '=', id)
    .execute();
  return readSeries(tx, { id });
}

async function whyTaken(tx: Db, { id, slug }: Series): Promise<Refusal | null> {
  const now = await tx.selectFrom('series').select('id').where('slug', '=', slug).executeTakeFirst();
  const once = await tx
    .selectFrom('series_former_slugs')
    .select('series_id as id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  const owner = now ?? once;
  return owner && owner.id !== id ? slugTaken(slug) : null;
}

function slugTaken(slug: string): Refusal {
  return refuse(
    'slug-taken',
    `${seriesPath(slug)} is the address of another series, or once was: choose another.`,
    'slug',
  );
}

function tooMany(): Refusal {
  return refuse(
    'too-many',
    `A series has at most ${mostParts} parts: make another, or take some out.`,
    'add',
  );
}

async function whyNoParts(tx: Db, { id, parts }: Series): Promise<Refusal | null> {
  if (parts.length > mostParts) return tooMany();
  for (const articleId of parts) {
    const row = await tx
      .selectFrom('articles')
      .leftJoin('series_parts', 'series_parts.article_id', 'articles.id')
      .select(['articles.title', 'series_parts.series_id'])
      .where('articles.id', '=', articleId)
      .executeTakeFirst();
    if (!row) return refuse('no-article', 'There is no such article: look at its address again.', 'add');
    if (row.series_id !== null && row.series_id !== id)
      return refuse(
        'in-other-series',
        `“${row.title}” is a part of another series: take it out there first.`,
        'add',
      );
  }
  return null;
}

type Stored = { before: Series; after: Series; editor: Editor };

async function store(site: Site, tx: Db, { before, after, editor }: Stored): Promise<void> {
  const { id, slug, title, introduction, parts } = after;
  const at = site.clock.now().toISOString();
  if (before.slug !== slug) {
    await tx.deleteFrom('series_former_slugs').where('slug', '=', slug).execute();
    const former = { slug: before.slug, series_id: id, at, by_staff: editor.staffId };
    await tx.insertInto('series_former_slugs').values(former).execute();
  }
  await tx
    .updateTable('series')
    .set({ slug, title, introduction, changed_at: at })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('series_parts').where('series_id', '=', id).execute();
  for (const [position, article_id] of parts.entries())
    await tx.insertInto('series_parts').values({ article_id, series_id: id, position }).execute();
  await enter(site, tx, { action: 'series.change', series: after, editor });
}

type Entered = { action: 'series.make' | 'series.change'; series: Series; editor: Editor };

async function enter(site: Site, tx: Db, { action, series, editor }: Entered): Promise<void> {
  await keepChange(site, tx, {
    action,
    type: 'series',
    id: series.id,
    by: editor,
    words: seriesWords(series),
  });
}
