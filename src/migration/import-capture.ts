import { type ArticleInput, articleInput } from '../articles/article.ts';
import type { Editor } from '../articles/keep-revision.ts';
import { insertDraft, publishDraft } from '../articles/save-article.ts';
import { momentOf } from '../lib/dates.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { paragraphsHtml } from './capture-html.ts';
import { insertResponses } from './insert-imported.ts';
import { lossesOf } from './losses.ts';
import type { CapturedArticle } from './text-capture/capture-result.ts';

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
  const parsed = articleInput.safeParse(fieldsOf(captured));
  if (!parsed.success)
    return refuse('bad-input', parsed.error.issues[0]?.message ?? 'The page cannot be used.');
  const input = parsed.data;
  return site.store.write(async (tx) => {
    const before = await importedBefore(tx, input);
    if (before && !(before.state === 'draft' && publish)) return done(nothingNew(before, captured));
    const timeZone = (await settingsIn(tx))['time-zone'];
    const id = before?.id ?? (await insertPage(site, tx, { input, captured, timeZone }));
    const imported: Imported = {
      ...{ id, path: null, title: input.title, already: false, lost: lossesOf(captured) },
      comments: captured.comments.length,
      tombstones: captured.tombstones?.length ?? 0,
      leftOut: captured.notes ?? [],
    };
    if (!publish) return done(imported);
    const dated = captured.published === null ? null : momentOf(captured.published, timeZone);
    const at = dated ?? site.clock.now();
    const published = await publishDraft(site, tx, { id, editor: importer, at });
    return published.ok ? done({ ...imported, path: published.value.path }) : published;
  });
}

function fieldsOf(captured: CapturedArticle) {
  return {
    title: captured.title,
    standfirst: captured.standfirst ?? '',
    body: paragraphsHtml(captured.paragraphs, captured),
    format: 'html',
    byline: captured.byline ?? '',
    tags: captured.tags.names.join('\n'),
    policy: captured.commentsOpen === false ? 'closed' : '',
    language: captured.language ?? '',
    slug: slugIn(captured.address),
  };
}

/** What a page of ours was called, so that it keeps its address; empty for another. */
function slugIn(address: string | undefined): string {
  return /\/\d{4}\/\d{2}\/\d{2}\/([^/]+)\/$/u.exec(address ?? '')?.[1] ?? '';
}

type Before = { id: string; path: string | null; state: string };

/** The same page, brought in before: a second import of it adds nothing. */
async function importedBefore(tx: Db, { title, body }: ArticleInput): Promise<Before | undefined> {
  return tx
    .selectFrom('articles')
    .select(['id', 'path', 'state'])
    .where('origin', '=', origin)
    .where('title', '=', title)
    .where('source', '=', body)
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
  { input, captured, timeZone }: { input: ArticleInput; captured: CapturedArticle; timeZone: string },
): Promise<string> {
  const provenance = { origin, dated: captured.published, losses: lossesOf(captured) };
  const articleId = await insertDraft(site, tx, { input, provenance });
  await insertResponses(site, tx, { captured, place: { articleId, origin, timeZone } });
  return articleId;
}
