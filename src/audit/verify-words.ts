import { articleWords } from '../articles/article.ts';
import { importedWords } from '../articles/keep-revision.ts';
import { commentWords } from '../comments/comment.ts';
import { commit, type EntryBody } from '../record/entry.ts';
import { type StoredEntry, storedEntries } from '../record/queries.ts';
import type { Fault } from '../record/verify.ts';
import type { Db } from '../store/schema.ts';

const pageSize = 1000;
const mostFaults = 100;

/**
 * Holds the words that are kept against what the record committed to when they were published: responses, each
 * revision of articles, imports; and the numbers of responses, which must have no gap. Words that were erased cannot
 * be held against anything. Answers every fault found, at most 100.
 */
export async function verifyWords(db: Db): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let after = 0; faults.length < mostFaults; ) {
    const page = await storedEntries(db, { after, limit: pageSize });
    faults.push(...(await faultsIn(db, page)));
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.seq;
  }
  faults.push(...(await gaps(db)));
  return faults.slice(0, mostFaults);
}

type Entry = { seq: number; body: EntryBody };

async function faultsIn(db: Db, page: StoredEntry[]): Promise<Fault[]> {
  const entries = page.filter((entry) => entry.visibility === 'public').flatMap(parse);
  const of = (...actions: string[]) => entries.filter(({ body }) => actions.includes(body.action));
  return [
    ...(await wrongComments(db, of('comment.publish'))),
    ...(await wrongArticles(db, of('article.publish', 'article.revise'))),
    ...(await wrongImports(db, of('article.import'))),
  ];
}

/** What cannot be read here has been reported by the check of the chain. */
function parse({ seq, leaf }: StoredEntry): Entry[] {
  try {
    const body = JSON.parse(leaf) as EntryBody;
    return body.subject && body.words ? [{ seq, body }] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

async function wrongComments(db: Db, entries: Entry[]): Promise<Fault[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'number', 'name', 'source', 'salt', 'state', 'article_id'])
    .where(
      'id',
      'in',
      entries.map(({ body }) => body.subject.id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.flatMap(({ seq, body }) => {
    const { id, number, article } = body.subject;
    const row = byId.get(id);
    const which = `Response ${number} (entry ${seq})`;
    if (!row) return [{ seq, sentence: `${which} is missing from the database.` }];
    if (row.number !== number || row.article_id !== article)
      return [{ seq, sentence: `${which} does not have the number or the article it was published with.` }];
    const erased = row.salt === '' && (row.state === 'withdrawn' || row.state === 'erased');
    if (erased || commit(row.salt, commentWords(row)) === body.words) return [];
    return [{ seq, sentence: `${which} does not have the words it was published with.` }];
  });
}

async function wrongArticles(db: Db, entries: Entry[]): Promise<Fault[]> {
  if (entries.length === 0) return [];
  const revisions = await db
    .selectFrom('article_revisions')
    .select(['article_id', 'title', 'standfirst', 'source', 'salt'])
    .where(
      'article_id',
      'in',
      entries.map(({ body }) => body.subject.id),
    )
    .execute();
  const kept = new Set(
    revisions.map((each) => `${each.article_id} ${commit(each.salt, articleWords(each))}`),
  );
  return entries
    .filter(({ body }) => !kept.has(`${body.subject.id} ${body.words}`))
    .map(({ seq }) => ({
      seq,
      sentence: `The revision of an article that entry ${seq} committed to is not among those kept.`,
    }));
}

async function wrongImports(db: Db, entries: Entry[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { seq, body } of entries) {
    const first = await db
      .selectFrom('article_revisions')
      .select(['title', 'standfirst', 'source', 'salt'])
      .where('article_id', '=', body.subject.id)
      .where('number', '=', 1)
      .executeTakeFirst();
    const words = first && commit(first.salt, await importedWords(db, body.subject.id, first));
    if (words !== body.words)
      faults.push({
        seq,
        sentence: `An imported page does not have the words that entry ${seq} committed to.`,
      });
  }
  return faults;
}

/** Articles written here whose responses' numbers are not 1, 2, 3 … up to the counter. */
async function gaps(db: Db): Promise<Fault[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('comments', (join) =>
      join.onRef('comments.article_id', '=', 'articles.id').on('comments.number', 'is not', null),
    )
    .select((eb) => ['articles.path', 'articles.last_number', eb.fn.count('comments.id').as('count')])
    .where('articles.origin', 'in', ['desk', 'demo'])
    .groupBy(['articles.id', 'articles.path', 'articles.last_number'])
    .execute();
  return rows
    .filter((row) => Number(row.count) !== row.last_number)
    .map((row) => ({
      seq: 0,
      sentence: `${row.path ?? 'A draft'} has given ${row.last_number} numbers and has ${row.count} responses.`,
    }));
}
