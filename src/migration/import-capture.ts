import { type ArticleInput, articleInput } from '../articles/article.ts';
import type { Editor } from '../articles/keep-revision.ts';
import { insertDraft, publishDraft } from '../articles/save-article.ts';
import { wordsHash } from '../comments/comment.ts';
import { cleanerVersion, cleanHtml } from '../lib/clean-html.ts';
import { tidyName } from '../lib/fold-text.ts';
import { newId, newSecret } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { CommentState, Db } from '../store/schema.ts';
import type { CapturedArticle, CapturedComment, CapturedTombstone } from './text-capture/capture-result.ts';

/** What came in: `path` is null for a draft. `leftOut` and `lost` are sentences. */
export type Imported = {
  id: string;
  path: string | null;
  title: string;
  /** It was here before: nothing was added. */
  already: boolean;
  comments: number;
  tombstones: number;
  leftOut: string[];
  lost: string[];
};

const importer: Editor = { actor: { role: 'importer' }, staffId: null };
const origin = 'text-capture';

/**
 * Brings in one captured weblog page with its responses under their old numbers: a private draft, or published.
 * One transaction and, when published, one entry in the record that commits to all of it. Nothing is invented: what
 * the capture does not say stays unknown. Imported again, it adds nothing. Refusal: `bad-input`.
 */
export async function importCapture(
  site: Site,
  { captured, publish }: { captured: CapturedArticle; publish: boolean },
): Promise<Outcome<Imported>> {
  const parsed = articleInput.safeParse({
    title: captured.title,
    standfirst: captured.standfirst ?? '',
    body: paragraphsHtml(captured.paragraphs),
    format: 'html',
    byline: captured.byline ?? '',
    tags: captured.tags.names.join('\n'),
    policy: captured.commentsOpen === false ? 'closed' : '',
  });
  if (!parsed.success)
    return refuse('bad-input', parsed.error.issues[0]?.message ?? 'The page cannot be used.');
  const input = parsed.data;
  const lost = lossesOf(captured);
  return site.store.write(async (tx) => {
    const before = await importedBefore(tx, { title: input.title, source: input.body });
    if (before && !(before.state === 'draft' && publish)) return done(nothingNew(before, captured));
    const id = before?.id ?? (await insertPage(site, tx, { input, captured, lost }));
    const imported: Imported = {
      ...{ id, path: null, title: input.title, already: false, lost },
      comments: captured.comments.length,
      tombstones: captured.tombstones?.length ?? 0,
      leftOut: captured.notes ?? [],
    };
    if (!publish) return done(imported);
    const at = knownTime(captured.published) ?? site.clock.now();
    const published = await publishDraft(site, tx, { id, editor: importer, at });
    return published.ok ? done({ ...imported, path: published.value.path }) : published;
  });
}

type Before = { id: string; path: string | null; state: string };

/** The same page, brought in before: a second import of it adds nothing. */
async function importedBefore(
  tx: Db,
  { title, source }: { title: string; source: string },
): Promise<Before | undefined> {
  return tx
    .selectFrom('articles')
    .select(['id', 'path', 'state'])
    .where('origin', '=', origin)
    .where('title', '=', title)
    .where('source', '=', source)
    .executeTakeFirst();
}

function nothingNew({ id, path }: Before, { title }: CapturedArticle): Imported {
  const where = path ? `and stands at ${path}` : 'as a draft';
  return {
    ...{ id, path, title, already: true, comments: 0, tombstones: 0, lost: [] },
    leftOut: [`“${title}” was imported before, ${where}: nothing was added.`],
  };
}

async function insertPage(
  site: Site,
  tx: Db,
  { input, captured, lost }: { input: ArticleInput; captured: CapturedArticle; lost: string[] },
): Promise<string> {
  const provenance = { origin, dated: captured.published, losses: lost };
  const id = await insertDraft(site, tx, { input, provenance });
  for (const comment of captured.comments) await insertComment(site, tx, { id, comment });
  for (const tombstone of captured.tombstones ?? []) await insertTombstone(site, tx, { id, tombstone });
  await setLastNumber(tx, id);
  return id;
}

function paragraphsHtml(paragraphs: string[]): string {
  return paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What the page will say was lost, in sentences. */
function lossesOf({
  tags,
  lostLinks,
  published,
  byline,
  comments,
  commentsStated,
}: CapturedArticle): string[] {
  const links = lostLinks + comments.reduce((sum, comment) => sum + comment.lostLinks, 0);
  const losses: string[] = [];
  if (published === null) losses.push('The original date is unknown.');
  if (byline === null) losses.push('The byline is unknown.');
  if (tags.lost > 0)
    losses.push(tags.lost === 1 ? 'One tag lost its name.' : `${tags.lost} tags lost their names.`);
  if (links > 0)
    losses.push(links === 1 ? 'One link lost its address.' : `${links} links lost their addresses.`);
  if (comments.some((comment) => comment.published === null)) losses.push('Dates of responses are unknown.');
  if (commentsStated !== null && commentsStated !== comments.length)
    losses.push(`The page spoke of ${commentsStated} responses; ${comments.length} are in the copy.`);
  return losses;
}

/** A capture's date as a time, where it is one: a date alone is taken at its midday, UTC. */
function knownTime(dated: string | null): Date | null {
  if (dated === null) return null;
  const iso = dated.includes('T')
    ? /(?:Z|[+-]\d\d:?\d\d)$/.test(dated)
      ? dated
      : `${dated}Z`
    : `${dated}T12:00:00Z`;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : at;
}

async function insertComment(
  site: Site,
  tx: Db,
  { id, comment }: { id: string; comment: CapturedComment },
): Promise<void> {
  const text = comment.paragraphs.join('\n\n');
  const name = tidyName(comment.author ?? '');
  await insertNumbered(site, tx, {
    ...{ article_id: id, number: comment.number, state: 'published', name, source: text },
    html: cleanHtml(paragraphsHtml(comment.paragraphs), 'comment'),
    in_reply_to: comment.inReplyTo ?? null,
    dated: comment.published,
    words_hash: wordsHash(id, { name, text }),
    kind: comment.kind,
  });
}

async function insertTombstone(
  site: Site,
  tx: Db,
  { id, tombstone }: { id: string; tombstone: CapturedTombstone },
): Promise<void> {
  const state = tombstone.state === 'withdrawn' ? 'withdrawn' : 'removed';
  const commentId = await insertNumbered(site, tx, {
    ...{ article_id: id, number: tombstone.number, state, name: '', source: '', html: '' },
    ...{ in_reply_to: null, dated: null, words_hash: '', kind: 'comment' as const },
  });
  await tx
    .insertInto('comment_decisions')
    .values({
      id: newId(site.clock, site.random),
      comment_id: commentId,
      kind: state === 'withdrawn' ? 'withdraw' : 'remove',
      at: (knownTime(tombstone.on) ?? site.clock.now()).toISOString(),
      by_role: 'importer',
    })
    .execute();
}

type Numbered = {
  article_id: string;
  number: number;
  state: CommentState;
  name: string;
  source: string;
  html: string;
  in_reply_to: number | null;
  dated: string | null;
  words_hash: string;
  kind: 'comment' | 'pingback';
};

async function insertNumbered(site: Site, tx: Db, row: Numbered): Promise<string> {
  const id = newId(site.clock, site.random);
  const at = (knownTime(row.dated) ?? site.clock.now()).toISOString();
  await tx
    .insertInto('comments')
    .values({
      id,
      ...row,
      html_version: cleanerVersion,
      posted_at: at,
      published_at: at,
      salt: newSecret(site.random),
      origin,
    })
    .execute();
  return id;
}

async function setLastNumber(tx: Db, id: string): Promise<void> {
  const row = await tx
    .selectFrom('comments')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  await tx
    .updateTable('articles')
    .set({ last_number: row?.last ?? 0 })
    .where('id', '=', id)
    .execute();
}
