import { newId, newSecret } from '../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { Editor } from '../keep-revision.ts';
import { lockArticle } from '../lock-article.ts';
import { whyUnsaid } from '../unread.ts';
import { type OutcomeInput, type OutcomeRow, outcomeWords } from './claim.ts';

/** The claim that is closed, and the article that closes it. */
export type Closing = { claim: { articleId: string; number: number }; by: string };

/**
 * Says in one article what came of another's claim. Public at once where the closing article is published, else with
 * its publication; said again, it is a further row, and the earlier one is kept. Refusals: `no-article`, `withdrawn`,
 * `no-claim`, `own-claim`, `same`, `needs-reader`.
 */
export async function closeClaim(
  site: Site,
  editor: Editor,
  { claim, by, input }: Closing & { input: OutcomeInput },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const [claimed, article] = await lockBoth(tx, claim.articleId, by);
    if (!article) return refuse('no-article', 'There is no such article: save it first.');
    if (article.state === 'withdrawn')
      return refuse('withdrawn', 'The article is withdrawn: it can close nothing.');
    if (claim.articleId === by)
      return refuse('own-claim', 'A claim is closed by a later article, not by its own.');
    if (claimed?.state !== 'published' || !(await isStanding(tx, claim))) return noClaim();
    const before = await newestBy(tx, { claim, by });
    const at = site.clock.now().toISOString();
    const row: OutcomeRow = {
      id: newId(site.clock, site.random),
      ...{ article_id: claim.articleId, number: claim.number, by_article_id: by },
      ...{ outcome: input.outcome, sentence: input.sentence, on_date: input.date },
      ...{ salt: newSecret(site.random), at, by_staff: editor.staffId, public_at: null },
    };
    if (before && outcomeWords(before) === outcomeWords(row))
      return refuse('same', 'This article says exactly that already: there is nothing to save.');
    const unsaid = article.state === 'published' ? await whyUnsaid(site, tx, { id: by, editor }) : null;
    if (unsaid) return unsaid;
    if (before && before.public_at === null)
      await tx.deleteFrom('claim_outcomes').where('id', '=', before.id).execute();
    await tx.insertInto('claim_outcomes').values(row).execute();
    if (article.state === 'published') await takeEffect(site, tx, { editor, row });
    return done({ id: row.id });
  });
}

/** Takes back what a draft was to say of a claim. Refusal: `no-claim`; what is public is changed, not taken back. */
export async function dropOutcome(site: Site, { claim, by }: Closing): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const before = await newestBy(tx, { claim, by });
    if (!before || before.public_at !== null)
      return refuse('no-claim', 'There is nothing to take back: what is public can only be changed.');
    await tx.deleteFrom('claim_outcomes').where('id', '=', before.id).execute();
    return done(null);
  });
}

/** Locks two articles, in the order of their ids: two who close each other's claims do not wait for one another. */
async function lockBoth(tx: Db, one: string, other: string) {
  const locked = new Map<string, Awaited<ReturnType<typeof lockArticle>>>();
  for (const id of [one, other].sort()) locked.set(id, await lockArticle(tx, id));
  return [locked.get(one), locked.get(other)];
}

async function isStanding(tx: Db, { articleId, number }: Closing['claim']): Promise<boolean> {
  const row = await tx
    .selectFrom('article_claims')
    .select('state')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.state === 'standing';
}

function noClaim() {
  return refuse('no-claim', 'There is no such claim any more: look for it again.');
}

async function newestBy(tx: Db, { claim, by }: Closing): Promise<OutcomeRow | undefined> {
  return tx
    .selectFrom('claim_outcomes')
    .selectAll()
    .where('article_id', '=', claim.articleId)
    .where('number', '=', claim.number)
    .where('by_article_id', '=', by)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What an article was to say of others' claims is public with it, as far as they are still there to be read. */
export async function closeClaims(
  site: Site,
  tx: Db,
  { by, editor }: { by: string; editor: Editor },
): Promise<void> {
  const rows = await tx
    .selectFrom('claim_outcomes')
    .innerJoin('articles', 'articles.id', 'claim_outcomes.article_id')
    .selectAll('claim_outcomes')
    .where('by_article_id', '=', by)
    .where('public_at', 'is', null)
    .where(isPublished)
    .orderBy('claim_outcomes.id')
    .execute();
  for (const row of rows)
    if (await isStanding(tx, { articleId: row.article_id, number: row.number }))
      await takeEffect(site, tx, { editor, row });
}

/** What came of a claim is public from now on. */
async function takeEffect(
  site: Site,
  tx: Db,
  { editor, row }: { editor: Editor; row: OutcomeRow },
): Promise<void> {
  await tx
    .updateTable('claim_outcomes')
    .set({ public_at: site.clock.now().toISOString() })
    .where('id', '=', row.id)
    .execute();
  await appendEntry(site, tx, {
    action: 'claim.close',
    by: editor.actor,
    subject: { type: 'claim', id: row.article_id, article: row.article_id, number: row.number },
    reason: row.outcome,
    visibility: 'public',
    words: { salt: row.salt, text: outcomeWords(row) },
  });
}
