import { refuse } from '../lib/refusal.ts';
import type { Policy } from '../publication/settings/responses.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { closedBecause } from './policy.ts';
import type { Post } from './sent-before.ts';

/** What says whether an article takes responses. */
type Article = {
  state: string;
  comment_policy: string | null;
  close_after_days: number | null;
  comments_closed: number;
  published_at: string | null;
  slow_seconds: number | null;
};

/** Reads the article and locks its row: what is looked up next stays true until the commit. */
export async function lockArticle(tx: Db, id: string): Promise<Article | undefined> {
  return tx
    .updateTable('articles')
    .set((eb) => ({ last_number: eb.ref('last_number') }))
    .where('id', '=', id)
    .returning([
      'state',
      'comment_policy',
      'close_after_days',
      'comments_closed',
      'published_at',
      'slow_seconds',
    ])
    .executeTakeFirst();
}

/** The article's own policy, or the publication's. */
export function policyOf(article: { comment_policy: string | null }, settings: Settings): Policy {
  return (article.comment_policy ?? settings['comments.policy']) as Policy;
}

/** Why the article takes no response; null while it does. */
export function closedRefusal(site: Site, article: Article, settings: Settings) {
  const sentence = closedBecause(
    {
      state: article.state,
      policy: policyOf(article, settings),
      commentsClosed: article.comments_closed === 1,
      publishedAt: article.published_at,
      closeAfterDays: article.close_after_days ?? Number(settings['comments.close-after-days']),
    },
    site.clock.now(),
  );
  return sentence === null
    ? null
    : refuse('closed', `${sentence} Your words were not sent: they are kept here.`);
}

/** Why the number that is to be answered cannot be; null where it can, or where none is. */
export async function replyRefusal(tx: Db, { articleId, input }: Pick<Post, 'articleId' | 'input'>) {
  if (input.inReplyTo === null) return null;
  const target = await tx
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('number', '=', input.inReplyTo)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (target) return null;
  return refuse(
    'bad-reply',
    `There is no response ${input.inReplyTo} to reply to here: choose another number, or leave it empty.`,
    'in_reply_to',
  );
}
