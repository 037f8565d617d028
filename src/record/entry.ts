import { createHash } from 'node:crypto';

/** Who did it: a role, and for readers the random id of their pseudonym. Never a name. */
export type Actor = {
  role:
    | 'owner'
    | 'editor'
    | 'author'
    | 'moderator'
    | 'writer'
    | 'complainant'
    | 'reporter'
    | 'importer'
    | 'program';
  pseudonym?: string;
};

/** What was done. The list is the vocabulary of the public record; each has its sentence in `wording.ts`. */
export const actions = [
  'article.publish',
  'article.revise',
  'article.import',
  'article.withdraw',
  'article.restore',
  'article.move',
  'article.mark-risk',
  'article.unmark-risk',
  'article.second-reading',
  'article.override-reader',
  'article.pin',
  'article.unpin',
  'article.slow',
  'article.ask-review',
  'article.answer-review',
  'article.schedule',
  'article.unschedule',
  'article.correct',
  'article.attribute',
  'article.language',
  'article.bylines',
  'claim.mark',
  'claim.close',
  'revision.withhold',
  'revision.show',
  'comment.hold',
  'comment.publish',
  'comment.edit',
  'comment.remove',
  'comment.withhold',
  'comment.restore',
  'comment.withdraw',
  'comment.refuse',
  'comment.erase',
  'comment.unname',
  'comment.note',
  'comment.report',
  'comment.notice',
  'report.settle',
  'person.export',
  'review.ask',
  'review.decide',
  'writer.suspend',
  'writer.unsuspend',
  'case.open',
  'case.notify',
  'case.reply',
  'case.unseal',
  'case.close',
  'picture.show',
  'picture.replace',
  'picture.delete',
  'tag.rename',
  'tag.merge',
  'tag.introduce',
  'tag.delete',
  'page.publish',
  'page.change',
  'page.withdraw',
  'page.restore',
  'series.make',
  'series.change',
  'menu.change',
  'setting.change',
  'link.forget',
  'link.bar-host',
  'link.allow-host',
  'token.make',
  'token.revoke',
  'webhook.add',
  'webhook.stop',
  'webhook.start',
  'webhook.secret',
  'staff.add',
  'staff.disable',
  'staff.sign-in',
  'staff.credential-add',
  'staff.credential-remove',
  'staff.invite',
  'staff.invite-withdraw',
  'staff.role',
  'staff.link',
  'staff.session-end',
  'staff.recovery',
  'staff.lock',
  'staff.rename',
] as const;
export type Action = (typeof actions)[number];

/**
 * What it was done to. `number` is a comment's, a claim's, a correction's or a version's (of an article or a picture);
 * `article` the article it stands under, which for a claim, a correction and a version of it is the id as well.
 */
export type Subject = {
  type:
    | 'article'
    | 'case'
    | 'claim'
    | 'comment'
    | 'correction'
    | 'picture'
    | 'pseudonym'
    | 'address'
    | 'revision'
    | 'setting'
    | 'staff'
    | 'tag'
    | 'page'
    | 'series'
    | 'menu'
    | 'link'
    | 'token'
    | 'webhook';
  id: string;
  article?: string;
  number?: number;
};

/** The article that a subject is or stands under. */
export function articleOf(subject: Subject): string | null {
  return subject.type === 'article' ? subject.id : (subject.article ?? null);
}

/** An entry's facts: codes, ids and commitments only; no words, names, addresses or sentence of a reason. */
export type EntryBody = {
  v: 1;
  id: string;
  at: string;
  action: Action;
  by: Actor;
  subject: Subject;
  reason: string | null;
  visibility: 'public' | 'private';
  /** Salted commitment to the words, or null where there are none. */
  words: string | null;
};

/** The public face of a private entry: that something was done then, and a commitment to what. */
export type SealedBody = { v: 1; id: string; at: string; visibility: 'private'; sealed: string };

/**
 * An entry's canonical bytes, as text: JSON with sorted keys and no white space (RFC 8785 for strings, integers,
 * null and objects of these, which is all that an entry holds). Fixed from the first edition: a later Merkle log
 * hashes the same bytes.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 over salt and words, base64url. Erasing salt and words leaves a number that tells nothing. */
export function commit(salt: string, words: string): string {
  return createHash('sha256').update(salt).update('\n').update(words).digest('base64url');
}

/** The hash that the chain starts from. */
export const genesis = '0'.repeat(64);

/** The chain's hash at an entry, hexadecimal: SHA-256 of the hash before it and the leaf's hash (RFC 6962, 0x00). */
export function chainHash(previous: string, leaf: string): string {
  const leafHash = createHash('sha256')
    .update(Buffer.from([0]))
    .update(leaf)
    .digest();
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(leafHash).digest('hex');
}
