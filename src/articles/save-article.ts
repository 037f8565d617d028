import { cleanerVersion } from '../lib/clean-html.ts';
import { calendarDay } from '../lib/dates.ts';
import { nameSlug } from '../lib/fold-text.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { enterPictures } from '../pictures/enter-pictures.ts';
import { notePictures, unfitPictures } from '../pictures/use-pictures.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { guardOwnName } from '../staff/own-names.ts';
import type { Db, SourceFormat } from '../store/schema.ts';
import { type ArticleInput, articlePath, articleWords, nativeOrigins, slugForTitle } from './article.ts';
import { detailsOf } from './article-details.ts';
import { articleHtml } from './article-html.ts';
import { copyVersion, keepVersion } from './draft-versions.ts';
import { enterDetails } from './enter-details.ts';
import { setGuests, whyNoGuests } from './guests/set-guests.ts';
import { type Editor, enterArticle, indexArticle, indexResponses, keepRevision } from './keep-revision.ts';
import { ownerOf } from './lasting/queries.ts';
import { lockArticle, noArticle } from './lock-article.ts';
import { publishBeside } from './publish-beside.ts';
import { type Seen, whyStale } from './seen.ts';
import { closeReview, dropSchedule, noteWriter } from './stage-rows.ts';
import { setTags } from './tags/set-tags.ts';
import { whyUnchanged, whyUnread } from './unread.ts';

/** Where an article comes from, and what its own page says of its date. */
export type Provenance = {
  /** `desk`, `demo`, or an import's format. */
  origin: string;
  /** `YYYY-MM-DD`, a time, or null where the original date is unknown. */
  dated: string | null;
  /** Sentences on what an import lost. */
  losses: string[];
};

const atDesk: Provenance = { origin: 'desk', dated: null, losses: [] };

/** Writes a new draft. Answers its id. `editor` is whose words they are. */
export async function writeArticle(
  site: Site,
  input: ArticleInput,
  { editor }: { editor?: Editor } = {},
): Promise<string> {
  const id = newId(site.clock, site.random);
  await writeNew(site, input, { id, ...(editor ? { editor } : {}) });
  return id;
}

/**
 * Writes a new draft with an id of the caller's choice: a form sent twice makes one. Answers false where there is one
 * already, which is left as it is: whether it says the same is for the caller to look at.
 */
export async function writeNew(
  site: Site,
  input: ArticleInput,
  { id, editor }: { id: string; editor?: Editor },
): Promise<boolean> {
  return site.store.write(async (tx) => {
    if (await lockArticle(tx, id)) return false;
    await writeDraft(site, tx, { id, input, ...(editor ? { editor } : {}) });
    return true;
  });
}

/** Writes a new draft inside the caller's transaction. */
export async function writeDraft(
  site: Site,
  tx: Db,
  { id, input, editor }: { id: string; input: ArticleInput; editor?: Editor },
): Promise<Outcome<{ id: string }>> {
  const noGuests = await whyNoGuests(tx, input);
  if (noGuests) return noGuests;
  await insertDraft(site, tx, { id, input, provenance: atDesk });
  const { updated_at: version } = await tx
    .selectFrom('articles')
    .select('updated_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await keepVersion(tx, { id, version, input, staffId: editor?.staffId ?? null });
  await noteWriter(site, tx, { id, staffId: editor?.staffId ?? null });
  return done({ id });
}

/**
 * Changes an article. A published one gets a new revision if its words changed, and the record an entry if anything
 * did that readers see. Refusals: `no-article`, `stale` (it is no longer as it was `seen`),
 * `needs-reader`, `guest-not-named`, `guest-is-staff`.
 */
export async function editArticle(
  site: Site,
  editor: Editor,
  { id, input, seen }: { id: string; input: ArticleInput; seen?: Seen },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const before = await lockArticle(tx, id);
    if (!before) return noArticle();
    const stale = seen ? await whyStale(tx, before, seen) : null;
    if (stale) return stale;
    const version = laterThan(before.updated_at, site.clock.now());
    const columns = columnsOf(site, input);
    const unfit = before.state === 'published' ? await unfitPictures(tx, columns.html) : null;
    if (unfit) return unfit;
    const wordsChanged =
      articleWords(before) !== articleWords(wordsOf(input)) || before.source_format !== input.format;
    const blocked = wordsChanged && before.state === 'published' ? await whyUnchanged(site, tx, id) : null;
    if (blocked) return blocked;
    const noGuests = await whyNoGuests(tx, input);
    if (noGuests) return noGuests;
    const details = await detailsOf(tx, id);
    const salt = wordsChanged ? newSecret(site.random) : before.salt;
    await tx
      .updateTable('articles')
      .set({ ...columns, salt, updated_at: version })
      .where('id', '=', id)
      .execute();
    await notePictures(tx, id, columns.html);
    await setBylines(tx, id, input.byline);
    await setGuests(site, tx, { id, ...input, staffId: editor.staffId });
    await setTags(site, tx, { id, names: input.tags });
    await keepVersion(tx, { id, version, input, staffId: editor.staffId });
    if (wordsChanged) await noteWriter(site, tx, { id, staffId: editor.staffId });
    if (before.state === 'published') {
      const kind = input.change;
      if (wordsChanged) await keepRevision(site, tx, { id, editor, kind });
      const reason = wordsChanged && kind === 'minor' ? kind : null;
      if (wordsChanged || details !== (await detailsOf(tx, id)))
        await enterArticle(site, tx, { id, editor, action: 'article.revise', reason });
      await enterDetails(site, tx, { id, editor });
      await enterPictures(site, tx, { articleId: id, html: columns.html, by: editor.actor });
      await indexArticle(site, tx, id);
    }
    return done({ id });
  });
}

/** A moment, or where it is not after a time, a thousandth of a second after that: each version is another, and later. */
function laterThan(before: string, moment: Date): string {
  const at = moment.toISOString();
  return at > before ? at : new Date(Date.parse(before) + 1).toISOString();
}

/** Publishes a draft now. Refusals: `no-article`, `already-published`, `needs-reader`. */
export async function publishArticle(
  site: Site,
  editor: Editor,
  id: string,
): Promise<Outcome<{ id: string; path: string }>> {
  return site.store.write((tx) => publishDraft(site, tx, { id, editor, at: site.clock.now() }));
}

type NewDraft = { input: ArticleInput; provenance: Provenance; id?: string };

/** Inserts a draft inside the caller's transaction. Answers its id. */
export async function insertDraft(
  site: Site,
  tx: Db,
  { input, provenance, id = newId(site.clock, site.random) }: NewDraft,
): Promise<string> {
  const { origin, dated, losses } = provenance;
  const columns = columnsOf(site, input);
  await tx
    .insertInto('articles')
    .values({
      id,
      path: null,
      ...columns,
      state: 'draft',
      published_at: null,
      dated,
      created_at: columns.updated_at,
      comments_closed: 0,
      last_number: 0,
      marks: 0,
      looks_version: 0,
      salt: newSecret(site.random),
      origin,
      losses: losses.length > 0 ? JSON.stringify(losses) : null,
    })
    .execute();
  await notePictures(tx, id, columns.html);
  await setBylines(tx, id, input.byline);
  await setGuests(site, tx, { id, ...input, staffId: null });
  await setTags(site, tx, { id, names: input.tags });
  return id;
}

/** Publishes a draft as of a time, inside the caller's transaction. Refusals: as of `publishArticle`. */
export async function publishDraft(
  site: Site,
  tx: Db,
  { id, editor, at }: { id: string; editor: Editor; at: Date },
): Promise<Outcome<{ id: string; path: string }>> {
  const draft = await lockArticle(tx, id);
  if (!draft) return noArticle();
  if (draft.state !== 'draft')
    return refuse('already-published', 'This article is published already: open it to change it.');
  const unfit = await unfitPictures(tx, draft.html);
  if (unfit) return unfit;
  const unread = await whyUnread(tx, id);
  if (unread) return unread;
  const path = await freePath(tx, { title: draft.title, slug: draft.slug, at });
  const native = nativeOrigins.includes(draft.origin);
  const version = [at.toISOString(), draft.updated_at].sort().at(-1) ?? '';
  await tx
    .updateTable('articles')
    .set({
      state: 'published',
      path,
      published_at: at.toISOString(),
      updated_at: version,
      ...(native ? { dated: at.toISOString() } : {}),
    })
    .where('id', '=', id)
    .execute();
  await copyVersion(tx, id, { from: draft.updated_at, to: version });
  await dropSchedule(tx, id);
  await closeReview(site, tx, { id, editor, outcome: 'published' });
  await keepRevision(site, tx, { id, editor });
  await enterArticle(site, tx, { id, editor, action: native ? 'article.publish' : 'article.import' });
  await enterPictures(site, tx, { articleId: id, html: draft.html, by: editor.actor });
  await publishBeside(site, tx, { id, editor });
  await indexArticle(site, tx, id);
  if (!native) await indexResponses(site, tx, id);
  return done({ id, path });
}

function wordsOf(input: ArticleInput) {
  return { title: input.title, standfirst: input.standfirst || null, source: input.body };
}

function columnsOf(site: Site, input: ArticleInput) {
  return {
    ...wordsOf(input),
    slug: input.slug === '' ? null : slugForTitle(input.slug),
    source_format: input.format satisfies SourceFormat,
    html: articleHtml(input.body, input.format),
    html_version: cleanerVersion,
    updated_at: site.clock.now().toISOString(),
    comment_policy: input.policy || null,
    close_after_days: input.closeAfterDays === '' ? null : Number(input.closeAfterDays),
    language: input.language || null,
  };
}

async function setBylines(tx: Db, id: string, names: string[]): Promise<void> {
  await tx.deleteFrom('article_bylines').where('article_id', '=', id).execute();
  for (const [position, name] of names.entries())
    await tx
      .insertInto('article_bylines')
      .values({ article_id: id, position, name, slug: nameSlug(name) })
      .execute();
  for (const name of names) await guardOwnName(tx, name);
}

async function freePath(tx: Db, wanted: { title: string; slug: string | null; at: Date }): Promise<string> {
  const settings = await settingsIn(tx);
  const day = calendarDay(wanted.at, settings['time-zone']);
  const slug = wanted.slug ?? slugForTitle(wanted.title);
  for (let copy = 1; ; copy += 1) {
    const path = articlePath(day, slug, copy);
    if (!(await isTaken(tx, path))) return path;
  }
}

/** An address that was once an article's is never another's. */
async function isTaken(tx: Db, path: string): Promise<boolean> {
  const now = await tx.selectFrom('articles').select('id').where('path', '=', path).executeTakeFirst();
  return now !== undefined || (await ownerOf(tx, path)) !== null;
}
