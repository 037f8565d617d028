import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import { foldForSearch } from '../lib/fold-text.ts';
import { appendEntry } from '../record/append.ts';
import { type Action, type Actor, canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db, RevisionKind } from '../store/schema.ts';
import { articleWords, nativeOrigins, type Words } from './article.ts';

/** Who presses, for the record and for the revision. */
export type Editor = { actor: Actor; staffId: string | null };

export type Kept = { id: string; editor: Editor };

/** Keeps the article as it now reads as its next revision. */
export async function keepRevision(
  site: Site,
  tx: Db,
  { id, editor, kind = 'change' }: Kept & { kind?: RevisionKind },
): Promise<void> {
  const article = await tx
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'source_format', 'salt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const last = await tx
    .selectFrom('article_revisions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  const at = site.clock.now().toISOString();
  await tx
    .insertInto('article_revisions')
    .values({
      article_id: id,
      number: (last?.number ?? 0) + 1,
      ...article,
      at,
      by_staff: editor.staffId,
      kind,
    })
    .execute();
}

/** Enters in the record what was done to an article, with a commitment to its words. */
export async function enterArticle(
  site: Site,
  tx: Db,
  { id, editor, action, reason = null }: Kept & { action: Action; reason?: string | null },
): Promise<void> {
  const article = await tx
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'salt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const text = action === 'article.import' ? await importedWords(tx, id, article) : articleWords(article);
  await appendEntry(site, tx, {
    action,
    by: editor.actor,
    subject: { type: 'article', id },
    reason,
    visibility: 'public',
    words: { salt: article.salt, text },
  });
}

/** One import is one entry: the words it commits to are the article's and those of every response that came with it. */
export async function importedWords(db: Db, id: string, article: Words): Promise<string> {
  const responses = await db
    .selectFrom('comments')
    .select(['number', 'name', 'source', 'url', 'edited_at', 'by_staff', 'archive_writer'])
    .where('article_id', '=', id)
    .where('origin', 'not in', nativeOrigins)
    .orderBy('number')
    .execute();
  return canonical({ article: articleWords(article), responses: responses.map(importedResponse) });
}

type Imported = Record<'name' | 'source', string> & { number: number | null } & Record<
    'url' | 'edited_at' | 'by_staff' | 'archive_writer',
    string | null
  >;

/** What only some have is named only where they have it: imports of before keep their bytes. */
function importedResponse({ number, name, source, url, edited_at, by_staff, archive_writer }: Imported) {
  return {
    ...{ number, name, source, url: url ?? undefined, edited: edited_at ?? undefined },
    ...{ staff: by_staff ? true : undefined, writer: archive_writer ?? undefined },
  };
}

/** Responses that came with an imported draft can be found from its publication on. */
export async function indexResponses(site: Site, tx: Db, id: string): Promise<void> {
  const responses = await tx
    .selectFrom('comments')
    .select(['id', 'name', 'html'])
    .where('article_id', '=', id)
    .where('state', '=', 'published')
    .execute();
  for (const response of responses)
    await site.store.search.put(tx, {
      kind: 'comment',
      id: response.id,
      articleId: id,
      text: foldForSearch(`${response.name} ${textOf(response.html as CleanHtml)}`),
    });
}

/** Makes an article findable as it now reads. */
export async function indexArticle(site: Site, tx: Db, id: string): Promise<void> {
  const article = await tx
    .selectFrom('articles')
    .select(['title', 'standfirst', 'html'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const text = [article.title, article.standfirst ?? '', textOf(article.html as CleanHtml)].join(' ');
  await site.store.search.put(tx, { kind: 'article', id, articleId: id, text: foldForSearch(text) });
}
