import { newSecret } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';
import {
  type Action,
  type Actor,
  articleOf,
  canonical,
  commit,
  type EntryBody,
  type Subject,
} from './entry.ts';
import { newEntryId } from './entry-id.ts';

/**
 * What a verb tells the record. `words` is what the entry commits to, with the salt that is kept beside them; or the
 * commitment, where many entries make the same one.
 */
export type NewEntry = {
  action: Action;
  by: Actor;
  subject: Subject;
  visibility: 'public' | 'private';
  reason?: string | null;
  words?: { salt: string; text: string } | { commitment: string } | null;
  /** Where a column keeps the same time: a clock that is read twice tells two. */
  at?: Time;
};

/**
 * Appends an entry in the transaction of the verb that did it. It gets its place in the chain from the sequencer
 * after the commit, so that writers do not wait for one another at the chain's head.
 */
export async function appendEntry(site: Site, tx: Db, entry: NewEntry): Promise<void> {
  const body: EntryBody = {
    v: 1,
    id: newEntryId(site),
    at: entry.at ?? site.clock.now().toISOString(),
    action: entry.action,
    by: entry.by,
    subject: entry.subject,
    reason: entry.reason ?? null,
    visibility: entry.visibility,
    words: commitmentOf(entry.words ?? null),
  };
  await tx
    .insertInto('record_entries')
    .values({
      id: body.id,
      at: body.at,
      action: body.action,
      visibility: body.visibility,
      seq: null,
      hash: null,
      ...(entry.visibility === 'public' ? openLeaf(body) : sealedLeaf(body, newSecret(site.random))),
    })
    .execute();
}

function commitmentOf(words: NonNullable<NewEntry['words']> | null): string | null {
  if (words === null) return null;
  return 'commitment' in words ? words.commitment : commit(words.salt, words.text);
}

function openLeaf(body: EntryBody) {
  return {
    leaf: canonical(body),
    article_id: articleOf(body.subject),
    private_body: null,
    private_salt: null,
  };
}

function sealedLeaf(body: EntryBody, salt: string) {
  const text = canonical(body);
  const leaf = { v: 1, id: body.id, at: body.at, visibility: 'private', sealed: commit(salt, text) };
  return { leaf: canonical(leaf), article_id: null, private_body: text, private_salt: salt };
}
