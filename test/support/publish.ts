import { articleInput } from '../../src/articles/article.ts';
import { publishArticle, writeArticle } from '../../src/articles/save-article.ts';
import { postComment } from '../../src/comments/post-comment.ts';
import type { Post, Posted } from '../../src/comments/sent-before.ts';
import type { Outcome } from '../../src/lib/refusal.ts';
import { changeSetting } from '../../src/publication/change-setting.ts';
import type { SettingKey } from '../../src/publication/settings.ts';
import type { Site } from '../../src/site.ts';

/** Publishes an article; answers its id and path. */
export async function publishSample(
  site: Site,
  fields: {
    title?: string;
    body?: string;
    tags?: string;
    byline?: string;
    policy?: string;
    closeAfterDays?: string;
    language?: string;
  } = {},
): Promise<{ id: string; path: string }> {
  const input = articleInput.parse({ title: 'The bridge is stuck', body: 'It has not moved.', ...fields });
  const id = await writeArticle(site, input);
  const published = await publishArticle(site, { actor: { role: 'editor' }, staffId: null }, id);
  if (!published.ok) throw new Error(published.sentence);
  return published.value;
}

export async function setSetting(site: Site, key: SettingKey, value: string): Promise<void> {
  const changed = await changeSetting(site, { role: 'owner' }, { key, value });
  if (!changed.ok) throw new Error(changed.sentence);
}

export type Sent = {
  articleId: string;
  name?: string;
  text?: string;
  inReplyTo?: number;
  url?: string;
  secret?: string;
  address?: string;
  key?: string;
  honeypot?: boolean;
};

/** Sends a comment as a reader would. */
export function send(site: Site, sent: Sent): Promise<Outcome<Posted>> {
  return postComment(site, postOf(sent));
}

/** What such a reader sends. */
export function postOf(sent: Sent): Post {
  return {
    articleId: sent.articleId,
    input: {
      name: sent.name ?? 'Half-Tide',
      text: sent.text ?? 'I was there.',
      email: null,
      url: sent.url ?? null,
      inReplyTo: sent.inReplyTo ?? null,
    },
    writer: {
      secret: sent.secret ?? 'a secret',
      address: sent.address ?? '192.0.2.1',
      honeypot: sent.honeypot ?? false,
    },
    ...(sent.key === undefined ? {} : { idempotencyKey: sent.key }),
  };
}

/** The value of an outcome that must be a success. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.value;
}
