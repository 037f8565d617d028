/** What a member of staff is. */
export const roles = ['owner', 'editor', 'author', 'moderator'] as const;
export type Role = (typeof roles)[number];

/** Where an article stands between its first word and its end. */
export const stages = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

const all: readonly Stage[] = stages;
const none: readonly Stage[] = [];
const published: readonly Stage[] = ['published'];
const afterwards: readonly Stage[] = ['published', 'withdrawn'];
/** Everything but what was taken away. */
const live: readonly Stage[] = ['draft', 'in-review', 'scheduled', 'published'];
const unpublished: readonly Stage[] = ['draft', 'in-review', 'scheduled'];
/** What nobody has yet said yes to. */
const unread: readonly Stage[] = ['draft', 'in-review'];
const withdrawn: readonly Stage[] = ['withdrawn'];
const risky: readonly Stage[] = ['draft', 'in-review', 'scheduled', 'published'];
/** What readers do not see. */
const unseen: readonly Stage[] = ['draft', 'in-review', 'scheduled', 'withdrawn'];
const waiting: readonly Stage[] = ['in-review'];

/** Acts that ask only who somebody is. Every cell is decided: a missing one does not compile. */
const general = {
  'desk.enter': { owner: true, editor: true, author: true, moderator: true },
  'account.change-own': { owner: true, editor: true, author: true, moderator: true },
  'article.write': { owner: true, editor: true, author: true, moderator: false },
  'picture.add': { owner: true, editor: true, author: true, moderator: false },
  'picture.change': { owner: true, editor: true, author: false, moderator: false },
  'comment.decide': { owner: true, editor: true, author: false, moderator: true },
  'writer.suspend': { owner: true, editor: true, author: false, moderator: true },
  'writer.suspend-long': { owner: true, editor: true, author: false, moderator: false },
  'review.decide': { owner: true, editor: true, author: false, moderator: true },
  'case.manage': { owner: true, editor: true, author: false, moderator: false },
  'person.answer': { owner: true, editor: true, author: false, moderator: false },
  'tag.manage': { owner: true, editor: true, author: false, moderator: false },
  'series.manage': { owner: true, editor: true, author: false, moderator: false },
  'page.manage': { owner: true, editor: true, author: false, moderator: false },
  'menu.manage': { owner: true, editor: true, author: false, moderator: false },
  'link.manage': { owner: true, editor: true, author: false, moderator: false },
  'setting.change': { owner: true, editor: true, author: false, moderator: false },
  'setting.change-owned': { owner: true, editor: false, author: false, moderator: false },
  'job.decide': { owner: true, editor: true, author: false, moderator: false },
  'record.read-private': { owner: true, editor: true, author: false, moderator: false },
  'token.make': { owner: true, editor: true, author: true, moderator: false },
  'webhook.manage': { owner: true, editor: false, author: false, moderator: false },
  'token.manage': { owner: true, editor: false, author: false, moderator: false },
  'staff.manage': { owner: true, editor: false, author: false, moderator: false },
} as const satisfies Record<string, Record<Role, boolean>>;

/** Acts on one article: in which of its stages each role may do them. */
const onArticle = {
  'article.read': { owner: all, editor: all, author: all, moderator: none },
  'article.edit': { owner: all, editor: all, author: unread, moderator: none },
  'article.ask-review': { owner: unread, editor: unread, author: unread, moderator: none },
  'article.answer-review': { owner: waiting, editor: waiting, author: none, moderator: none },
  'article.schedule': { owner: unpublished, editor: unpublished, author: none, moderator: none },
  'article.publish': { owner: unpublished, editor: unpublished, author: none, moderator: none },
  'claim.mark': { owner: live, editor: live, author: unread, moderator: none },
  'article.attribute': { owner: live, editor: live, author: unread, moderator: none },
  'revision.withhold': { owner: afterwards, editor: afterwards, author: none, moderator: none },
  'article.correct': { owner: published, editor: published, author: none, moderator: none },
  'article.mark-risk': { owner: risky, editor: risky, author: unread, moderator: none },
  'article.unmark-risk': { owner: risky, editor: risky, author: none, moderator: none },
  'article.second-read': { owner: unseen, editor: unseen, author: none, moderator: none },
  'article.override-reader': { owner: all, editor: none, author: none, moderator: none },
  'article.preview-link': { owner: risky, editor: risky, author: unread, moderator: none },
  'comment.respond': { owner: published, editor: published, author: published, moderator: published },
  'article.slow': { owner: live, editor: live, author: none, moderator: published },
  'article.pin': { owner: published, editor: published, author: none, moderator: none },
  'article.move': { owner: published, editor: published, author: none, moderator: none },
  'article.withdraw': { owner: published, editor: published, author: none, moderator: none },
  'article.restore': { owner: withdrawn, editor: withdrawn, author: none, moderator: none },
} as const satisfies Record<string, Record<Role, readonly Stage[]>>;

export type GeneralVerb = keyof typeof general;
export type ArticleVerb = keyof typeof onArticle;
export type Verb = GeneralVerb | ArticleVerb;
export const generalVerbs = Object.keys(general) as GeneralVerb[];
export const articleVerbs = Object.keys(onArticle) as ArticleVerb[];

/** Whether a role may do this. Pure: asked by the gates of the desk and of the API for every one of their routes. */
export function may(role: Role, verb: GeneralVerb): boolean {
  return general[verb][role];
}

/** Whether a role may do this to an article that stands there. */
export function mayOn(role: Role, verb: ArticleVerb, stage: Stage): boolean {
  const allowed: readonly Stage[] = onArticle[verb][role];
  return allowed.includes(stage);
}

/** Whether an act is one on an article. */
export function isArticleVerb(verb: Verb): verb is ArticleVerb {
  return Object.hasOwn(onArticle, verb);
}

/** Whether a text is the name of a role. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
