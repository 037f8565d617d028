import { appendEntry } from '../../record/append.ts';
import type { Actor } from '../../record/entry.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { earlierWordings } from '../edits/earlier-wordings.ts';
import { findingsOn } from '../filters/queries.ts';
import {
  type AskedReview,
  type OwnSuspension,
  reviewsAskedBy,
  suspensionsOf,
  suspensionsOfWriter,
} from './own-moderation.ts';
import type { Who } from './person.ts';
import { responseIdsOf } from './queries.ts';
import { reportIdsLeftBy, reportsLeftBy } from './reports-left.ts';
import { type ReceivedReport, reportsReceived } from './reports-received.ts';
import { type StaffNote, staffNotesOn } from './staff-notes.ts';
import { type AskedLetters, lettersAskedBy, writerOf, writersOwn } from './writers-own.ts';

/** More responses than one person writes. */
const most = 100_000;
const atOnce = 500;

/**
 * What is kept of a person, for them to have (GDPR, articles 15 and 20): their responses in every state, with each
 * earlier wording, the name and the addresses given with each, what was decided and why, the letters and the reviews that
 * were asked for by them, and suspensions of their names; where the person is found as a writer, their names and keys
 * too, without a secret; where by an address, what they reported. Nothing of anybody else: what they answered is a number.
 */
export async function exportPerson(db: Db, who: Who) {
  const ids = await responseIdsOf(db, who, { limit: most });
  const responses = [];
  const letters: AskedLetters[] = [];
  const reviews: AskedReview[] = [];
  const suspended = new Map<string, OwnSuspension>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    responses.push(...(await withEverything(db, some)));
    letters.push(...(await lettersAskedBy(db, some)));
    reviews.push(...(await reviewsAskedBy(db, some)));
    for (const each of await suspensionsOf(db, some)) suspended.set(each.id, each);
  }
  const writerId = await writerOf(db, who);
  for (const each of writerId === null ? [] : await suspensionsOfWriter(db, writerId))
    suspended.set(each.id, each);
  return {
    ...{ format: 'hustings-person', version: 1, responses, letters, reviews },
    ...{ suspensions: [...suspended.values()], reportsSent: await reportsLeftBy(db, who) },
    ...(await writersOwn(db, who)),
  };
}

/**
 * The same for staff who answer a request, with what staff noted, what filters found and that readers reported
 * responses: they read it before they give it out, for it may tell of others. That somebody's data was given out is
 * entered in the record's private part.
 */
export async function exportForPerson(site: Site, who: Who, by: Actor) {
  const data = await exportPerson(site.store.read, who);
  const first = data.responses[0]?.id ?? (await reportIdsLeftBy(site.store.read, who))[0]?.commentId;
  if (first !== undefined)
    await site.store.write((tx) =>
      appendEntry(site, tx, {
        ...{ action: 'person.export', by, visibility: 'private' },
        subject: { type: 'comment', id: first },
      }),
    );
  const ids = data.responses.map(({ id }) => id);
  const notes: StaffNote[] = [];
  const findings: Found[] = [];
  const received: ReceivedReport[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    notes.push(...(await staffNotesOn(site.store.read, some)));
    received.push(...(await reportsReceived(site.store.read, some)));
    for (const [response, found] of await findingsOn(site.store.read, some))
      findings.push({ response, found });
  }
  return { ...data, notes, findings, reportsReceived: received };
}

/** What filters found in a response, by the code for which it was held. */
type Found = { response: string; found: Record<string, string[]> };

async function withEverything(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.id', 'comments.number', 'comments.state', 'comments.name', 'comments.email'])
    .select(['comments.url', 'comments.source', 'comments.in_reply_to', 'comments.posted_at'])
    .select(['comments.published_at', 'comments.edited_at', 'comments.address_hash', 'comments.held_for'])
    .select(['articles.title', 'articles.path'])
    .where('comments.id', 'in', ids)
    .orderBy('comments.id', 'desc')
    .execute();
  const earlier = await earlierWordings(db, ids);
  const decisions = await decisionsOn(db, ids);
  return rows.map((row) => ({
    id: row.id,
    article: { title: row.title, path: row.path },
    number: row.number,
    state: row.state,
    name: row.name,
    email: row.email,
    page: row.url,
    text: row.source,
    inReplyTo: row.in_reply_to,
    sent: row.posted_at,
    published: row.published_at,
    edited: row.edited_at,
    heldFor: row.held_for === null ? [] : (JSON.parse(row.held_for) as string[]),
    networkAddress: row.address_hash === null ? null : 'kept as a keyed hash',
    earlierTexts: (earlier.get(row.id) ?? []).map(({ source, replacedAt }) => ({
      text: source,
      until: replacedAt,
    })),
    decisions: decisions.get(row.id) ?? [],
  }));
}

type Decided = { what: string; at: string; by: string; reason: string | null; sentence: string | null };

async function decisionsOn(db: Db, ids: string[]): Promise<Map<string, Decided[]>> {
  const rows = await db
    .selectFrom('comment_decisions')
    .select(['comment_id', 'kind', 'at', 'by_role', 'reason_label', 'reason_text'])
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute();
  const decisions = new Map<string, Decided[]>();
  for (const row of rows) {
    const decided = {
      what: row.kind,
      at: row.at,
      by: row.by_role,
      reason: row.reason_label,
      sentence: row.reason_text,
    };
    decisions.set(row.comment_id, [...(decisions.get(row.comment_id) ?? []), decided]);
  }
  return decisions;
}
