import { followRecord } from '../record/follow.ts';
import type { FollowedEntry } from '../record/put-back.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** After these every response of the article may have become public, or may be public no longer. */
const ofTheWhole = ['article.publish', 'article.import', 'article.withdraw', 'article.restore'];
const ofItsWords = [...ofTheWhole, 'article.revise'];

/**
 * Takes the entries of the record that came since the last time, and notes whose links are to be looked for anew. Only a
 * public one is of an article. Whatever verb changed a text, it is in the record; what was published before links were
 * kept is as well. Answers how many were looked at.
 */
export function noteChangedTexts(site: Site): Promise<number> {
  return followRecord(site, {
    follower: 'citations',
    atOnce: 500,
    open: async (tx) => (entry) => noteTexts(tx, entry),
  });
}

async function noteTexts(tx: Db, { action, article_id, leaf }: FollowedEntry): Promise<void> {
  if (article_id === null) return;
  if (ofItsWords.includes(action)) await note(tx, { text_id: article_id, article_id, comment_id: null });
  if (ofTheWhole.includes(action)) await noteComments(tx, article_id);
  const { subject } = JSON.parse(leaf) as { subject: { type: string; id: string } };
  if (subject.type === 'comment') await note(tx, { text_id: subject.id, article_id, comment_id: subject.id });
}

async function note(
  tx: Db,
  due: { text_id: string; article_id: string; comment_id: string | null },
): Promise<void> {
  await tx
    .insertInto('citation_texts_due')
    .values(due)
    .onConflict((conflict) => conflict.column('text_id').doUpdateSet({ due_at: '', failures: 0 }))
    .execute();
}

/** In one statement, however many there are. Those without a link have nothing to be looked for. */
async function noteComments(tx: Db, articleId: string): Promise<void> {
  await tx
    .insertInto('citation_texts_due')
    .columns(['text_id', 'article_id', 'comment_id'])
    .expression((eb) =>
      eb
        .selectFrom('comments')
        .select(['comments.id as text_id', 'comments.article_id', 'comments.id as comment_id'])
        .where('comments.article_id', '=', articleId)
        .where('comments.html', 'like', '%href="http%'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
