import { type CommentWords, commentWords } from '../comments/comment.ts';
import { earlierWordings } from '../comments/edits/earlier-wordings.ts';
import { type Action, commit } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { entriesAbout } from './entries-about.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const pageSize = 1000;
/** What a response without a number is, after which entry. */
const becomes: Partial<Record<Action, string>> = {
  'comment.hold': 'held',
  'comment.refuse': 'refused',
  'comment.withdraw': 'withdrawn',
  'comment.erase': 'erased',
};
const actions = Object.keys(becomes) as Action[];

/**
 * Holds the responses that were held against the private entries by which they were taken in: each is there with the
 * words that its entry commits to, and is in the state that the entries after it made of it. Those held before there
 * were such entries have none.
 */
export async function verifyHeld(audit: Audit): Promise<void> {
  let done = 0;
  for await (const page of publicEntries(audit.db, { actions: ['comment.hold'], privately: true })) {
    const rows = await rowsOf(audit.db, page);
    for (const entry of page) {
      const wrong = wrongWith(entry, rows.get(entry.body.subject.id));
      if (wrong) report(audit, `The response that ${nameOf(entry)} took in ${wrong}.`, entry.seq);
    }
    done += page.length;
    audit.tell(done, 'responses taken in');
    if (isFull(audit)) return;
  }
  await verifyStates(audit);
}

type Row = Awaited<ReturnType<typeof rowsOf>> extends Map<string, infer R> ? R : never;

async function rowsOf(db: Db, entries: PublicEntry[]) {
  const ids = entries.map(({ body }) => body.subject.id);
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'article_id', 'name', 'url', 'source', 'in_reply_to', 'salt', 'unnamed_at'])
    .select('pseudonym_id')
    .where('id', 'in', ids)
    .execute();
  const earlier = await earlierWordings(db, ids);
  return new Map(rows.map((row) => [row.id, { ...row, earlier: earlier.get(row.id) ?? [] }]));
}

/** Of words that were erased, or that lost their name, nothing can be said any more. */
function wrongWith({ body }: PublicEntry, row: Row | undefined): string | null {
  if (!row) return 'is missing from the database';
  if (row.article_id !== body.subject.article) return 'stands under another article';
  if (row.salt === '' || row.unnamed_at !== null) return null;
  if (row.pseudonym_id !== (body.by.pseudonym ?? null)) return 'is another writer’s';
  const isKept = [row, ...row.earlier].some((wording) => commits(body.words, wording));
  return isKept ? null : 'does not have the words that it was taken in with';
}

const commits = (words: string | null, wording: CommentWords & { salt: string }) =>
  commit(wording.salt, commentWords(wording)) === words;

async function verifyStates(audit: Audit): Promise<void> {
  const since = await firstHold(audit.db);
  if (since === null) return;
  for (let after = ''; !isFull(audit); ) {
    const page = await heldAfter(audit.db, { since, after });
    const entries = await entriesAbout(audit.db, { ids: page.map(({ id }) => id), actions });
    for (const row of page) {
      const wrong = wrongState(row, entries.get(row.id) ?? []);
      if (wrong) report(audit, `A response (${row.id}) ${wrong}.`);
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

function wrongState(row: { number: number | null; state: string }, entries: PublicEntry[]): string | null {
  const taken = entries.filter(({ body }) => body.action === 'comment.hold').length;
  if (taken > 1) return 'was taken in twice by the record';
  if (taken === 0) return 'was held, and no entry says that it was taken in';
  if (row.number !== null) return null; // the walk over what readers see has judged it
  const by = entries.at(-1);
  const state = by && becomes[by.body.action];
  return state === row.state ? null : `is ${row.state} in the database, and ${state} by the record`;
}

async function firstHold(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('record_entries')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('visibility', '=', 'private')
    .where('action', '=', 'comment.hold')
    .executeTakeFirst();
  return row?.at ?? null;
}

async function heldAfter(db: Db, { since, after }: { since: string; after: string }) {
  return db
    .selectFrom('comments')
    .select(['id', 'number', 'state'])
    .where('held_for', 'is not', null)
    .where('posted_at', '>=', since)
    .where('id', '>', after)
    .orderBy('id')
    .limit(pageSize)
    .execute();
}
