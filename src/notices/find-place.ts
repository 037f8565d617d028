import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { articleAt, commentAt } from './queries.ts';

/** What a notice is about: a response, or an article as a whole. */
export type Place = { articleId: string; commentId: string | null };

/**
 * What stands at an address that somebody typed or copied: an article’s, a response’s lasting address, or one with the
 * response’s anchor. Refusals: `not-ours` for an address elsewhere, `no-such` where nothing ever stood.
 */
export async function findPlace(site: Site, typed: string): Promise<Outcome<Place>> {
  const address = readAddress(site, typed);
  if (address === null)
    return refuse('not-ours', 'This is no address of an article or a response here.', 'where');
  const articleId = await articleAt(site.store.read, address.path);
  if (articleId === null) return refuse('no-such', 'No article stands or stood at this address.', 'where');
  if (address.number === null) return done({ articleId, commentId: null });
  const commentId = await commentAt(site.store.read, articleId, address.number);
  return commentId === null
    ? refuse('no-such', 'No response with this number stands there.', 'where')
    : done({ articleId, commentId });
}

const ofArticle = /^(\/\d{4}\/\d\d\/\d\d\/[^/]+\/)(?:responses\/(\d{1,9})\/.*|comment-page-\d+\/)?$/;

/** An article’s path and a response’s number, from a whole address or a path of ours; null for any other. */
function readAddress(site: Site, typed: string): { path: string; number: number | null } | null {
  const ours = new URL(site.config.url);
  const whole = /^(?:\/|https?:\/\/)/i.test(typed) ? typed : `${ours.protocol}//${typed}`;
  if (!URL.canParse(whole, ours.href)) return null;
  const { host, pathname, hash } = new URL(whole, ours);
  const [, path, number] = ofArticle.exec(pathname.replace(/\/?$/, '/')) ?? [];
  if (host !== ours.host || path === undefined) return null;
  const response = /^#response-(\d{1,9})$/.exec(hash)?.[1] ?? number;
  return { path, number: response === undefined ? null : Number(response) };
}
