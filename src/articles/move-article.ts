import { newSecret } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import { canonical } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { articlePath, slugForTitle } from './article.ts';
import type { Editor } from './keep-revision.ts';
import { ownerOf } from './lasting/queries.ts';
import { lockArticle, noArticle } from './lock-article.ts';

/** What the record's entry for a change of address commits to. */
export function moveWords(move: { from_path: string; to_path: string }): string {
  return canonical({ from: move.from_path, to: move.to_path });
}

/** A new last part for a published article's address; `seen` is the path that its editor saw. */
export type WantedMove = { id: string; slug: string; seen: string };

/**
 * Changes the last part of a published article's address. The old one leads to the new one for ever, and no other
 * article gets it. Refusals: `no-article`, `not-published`, `stale`, `bad-slug`, `same-slug`, `slug-taken`.
 */
export async function moveArticle(
  site: Site,
  editor: Editor,
  { id, slug, seen }: WantedMove,
): Promise<Outcome<{ path: string }>> {
  const wanted = slugForTitle(slug);
  if (!/[\p{L}\p{N}]/u.test(slug))
    return refuse('bad-slug', 'Give at least one letter or figure for the address.', 'slug');
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return noArticle();
    const from = await pathOf(tx, id);
    if (article.state !== 'published' || from === null)
      return refuse('not-published', 'This article is not published: its address is made when it is.');
    if (from !== seen) return refuse('stale', `Somebody else moved this article: it is at ${from} now.`);
    const refused = await whyNot(tx, { id, from, wanted });
    if (refused) return refused;
    const to = pathWith(from, wanted, 1);
    await keepMove(site, tx, { id, editor, from, to });
    await tx.updateTable('articles').set({ path: to, slug: wanted }).where('id', '=', id).execute();
    return done({ path: to });
  });
}

/** Whether a path is another article's, or once was. */
async function isTaken(tx: Db, path: string, id: string): Promise<boolean> {
  const now = await tx.selectFrom('articles').select('id').where('path', '=', path).executeTakeFirst();
  const owner = now?.id ?? (await ownerOf(tx, path));
  return owner !== null && owner !== id;
}

async function pathOf(tx: Db, id: string): Promise<string | null> {
  const row = await tx.selectFrom('articles').select('path').where('id', '=', id).executeTakeFirst();
  return row?.path ?? null;
}

type Wanted = { id: string; from: string; wanted: string };

async function whyNot(tx: Db, { id, from, wanted }: Wanted): Promise<Refusal | null> {
  const to = pathWith(from, wanted, 1);
  if (to === from) return refuse('same-slug', 'That is its address already.', 'slug');
  if (!(await isTaken(tx, to, id))) return null;
  for (let copy = 2; ; copy += 1) {
    const free = pathWith(from, wanted, copy);
    if (free === from || (await isTaken(tx, free, id))) continue;
    return refuse(
      'slug-taken',
      `Another article is or was at ${to}, and an address is never given twice. Free is ${lastPart(free)}.`,
      'slug',
    );
  }
}

/** The same day, another last part. */
function pathWith(path: string, slug: string, copy: number): string {
  const [, year = '', month = '', day = ''] = path.split('/');
  return articlePath([year, month, day], slug, copy);
}

function lastPart(path: string): string {
  return path.split('/').at(-2) ?? path;
}

type Move = { id: string; editor: Editor; from: string; to: string };

async function keepMove(site: Site, tx: Db, { id, editor, from, to }: Move): Promise<void> {
  const move = { from_path: from, to_path: to, salt: newSecret(site.random) };
  const by = { at: site.clock.now().toISOString(), by_staff: editor.staffId };
  const last = await tx
    .selectFrom('article_moves')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('article_id', '=', id)
    .executeTakeFirst();
  await tx
    .insertInto('article_moves')
    .values({ article_id: id, number: Number(last?.number ?? 0) + 1, ...move, ...by })
    .execute();
  await appendEntry(site, tx, {
    action: 'article.move',
    by: editor.actor,
    subject: { type: 'article', id },
    visibility: 'public',
    words: { salt: move.salt, text: moveWords(move) },
  });
}
