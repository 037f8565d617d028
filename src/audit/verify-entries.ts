import { nativeOrigins } from '../articles/article.ts';
import { type CommentWords, commentWords } from '../comments/comment.ts';
import { earlierWordings } from '../comments/edits/earlier-wordings.ts';
import { type Action, articleOf, commit, type EntryBody } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import type { Ledger } from './ledger.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

/**
 * Replays the public entries into the ledger and holds each against what it was made for: its article and its
 * response must be there, the response under its number with the words that the entry commits to. Answers how many
 * entries there are.
 */
export async function verifyEntries(audit: Audit): Promise<number> {
  let done = 0;
  for await (const page of publicEntries(audit.db)) {
    await checkArticles(audit, page);
    await checkResponses(audit, page);
    done += page.length;
    audit.tell(done, 'public entries');
    if (isFull(audit)) break;
  }
  const { unmatched, ownerless } = audit.ledger;
  for (const { sentence, seq } of [...unmatched.values(), ...ownerless.values()])
    report(audit, sentence, seq);
  return done;
}

async function checkArticles(audit: Audit, page: PublicEntry[]): Promise<void> {
  const entries = page.filter(({ body }) => body.action.startsWith('article.'));
  const paths = await pathsOf(audit.db, entries);
  for (const { seq, body } of entries) {
    const { id } = body.subject;
    if (body.action === 'article.import') audit.ledger.imported.add(id);
    if (body.action === 'article.withdraw') audit.ledger.withdrawn.add(id);
    if (body.action === 'article.restore') audit.ledger.withdrawn.delete(id);
    if (!paths.has(id))
      report(audit, `The article that ${nameOf({ seq })} is about is missing (${id}).`, seq);
  }
}

async function checkResponses(audit: Audit, page: PublicEntry[]): Promise<void> {
  const entries = page.filter(
    ({ body }) => body.action.startsWith('comment.') && body.subject.number !== undefined,
  );
  const paths = await pathsOf(audit.db, entries);
  const rows = await rowsOf(audit.db, entries);
  for (const entry of entries) {
    const { id, number = 0, article = '' } = entry.body.subject;
    const first = audit.ledger.enter(article, number, entry.body.action);
    noteChange(audit.ledger, entry, rows.get(id));
    const which = `Response ${number} of ${paths.get(article) ?? article} (${nameOf(entry)})`;
    noteOwner(audit.ledger, entry, { row: rows.get(id), which });
    const wrong = first ? wrongIn(entry, rows.get(id)) : 'was published twice';
    if (wrong) report(audit, `${which} ${wrong}.`, entry.seq);
    else if (!hasWords(entry, rows.get(id)))
      audit.ledger.unmatched.set(id, {
        sentence: `${which} does not have the words it was published with.`,
        seq: entry.seq,
      });
  }
}

type Row = Awaited<ReturnType<typeof rowsOf>> extends Map<string, infer R> ? R : never;

/** Words that were erased are judged by the walk over the responses: here their withdrawal may still be to come. */
function wrongIn({ body }: PublicEntry, row: Row | undefined): string | null {
  if (!row) return 'is missing from the database';
  if (row.number !== body.subject.number || row.article_id !== body.subject.article)
    return 'does not have the number or the article it was published with';
  const { pseudonym } = body.by;
  if (body.action === 'comment.publish' && pseudonym !== undefined && row.pseudonym_id !== null)
    return row.pseudonym_id === pseudonym ? null : 'is another writer’s than the one who published it';
  return null;
}

/** Whose writer is not kept any more must have been withdrawn, erased or had its name taken off. */
function noteOwner(
  ledger: Ledger,
  { seq, body }: PublicEntry,
  { row, which }: { row: Row | undefined; which: string },
): void {
  const { action, by, subject } = body;
  if (action === 'comment.publish' && by.pseudonym !== undefined && row?.pseudonym_id === null)
    ledger.ownerless.set(subject.id, { sentence: `${which} has lost the writer who published it.`, seq });
  else if (leavingActions.includes(action)) ledger.ownerless.delete(subject.id);
}

const leavingActions: readonly Action[] = ['comment.withdraw', 'comment.erase', 'comment.unname'];
const wordActions: readonly Action[] = ['comment.publish', 'comment.edit', 'comment.unname'];

function hasWords({ body }: PublicEntry, row: Row | undefined): boolean {
  if (!row || !wordActions.includes(body.action) || row.salt === '') return true;
  if (!nativeOrigins.includes(row.origin) && body.action !== 'comment.publish') return true;
  return [row, ...row.earlier].some((wording) => commits(body, wording));
}

const commits = (body: EntryBody, wording: CommentWords & { salt: string }) =>
  commit(wording.salt, commentWords(wording)) === body.words;

/**
 * Remembers which words a response must end with: those of its last change, or others than it was published with.
 * With its name, everything that entries before committed to is gone. Under an imported article what is left of all
 * its responses is committed to.
 */
function noteChange(ledger: Ledger, { body }: PublicEntry, row: Row | undefined): void {
  const { id, article = '' } = body.subject;
  if (row && !nativeOrigins.includes(row.origin)) {
    if (body.action === 'comment.erase' || body.action === 'comment.unname')
      ledger.leftOfImports.set(article, body.words);
  } else if (body.action === 'comment.unname') {
    ledger.unmatched.delete(id);
    ledger.changed.set(id, { words: body.words, at: ledger.changed.get(id)?.at ?? null, edits: 0 });
  } else if (body.action === 'comment.edit') {
    const edits = (ledger.changed.get(id)?.edits ?? 0) + 1;
    ledger.changed.set(id, { words: body.words, at: body.at, edits });
  } else if (body.action === 'comment.publish' && row?.earlier.some((wording) => commits(body, wording)))
    ledger.changed.set(id, { words: body.words, at: null, edits: 0 });
}

async function pathsOf(db: Db, entries: PublicEntry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map(({ body }) => articleOf(body.subject) ?? ''))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('articles').select(['id', 'path']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, path }) => [id, path ?? id]));
}

async function rowsOf(db: Db, entries: PublicEntry[]) {
  const ids = entries.map(({ body }) => body.subject.id);
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'number', 'article_id', 'name', 'url', 'source', 'in_reply_to', 'salt', 'origin'])
    .select(['by_staff', 'pseudonym_id'])
    .where('id', 'in', ids)
    .execute();
  const earlier = await earlierWordings(db, ids);
  const of = ({ id, by_staff }: { id: string; by_staff: string | null }) =>
    (earlier.get(id) ?? []).map((wording) => ({ ...wording, by_staff }));
  return new Map(rows.map((row) => [row.id, { ...row, earlier: of(row) }]));
}
