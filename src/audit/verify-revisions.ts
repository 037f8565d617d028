import { articleWords } from '../articles/article.ts';
import { importedWords } from '../articles/keep-revision.ts';
import { type Action, commit } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, report } from './audit.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const actions = ['article.publish', 'article.revise', 'article.import'] as const satisfies Action[];
const pageSize = 10;

export type Revision = Awaited<ReturnType<typeof pageOf>>[number];
export type Replayed = { entries: number; last: Revision | null };

/**
 * Walks an article's revisions and its entries side by side: each entry commits to the next revision, or once more to
 * the one in force. `where` names the article in sentences. Answers its last revision and how many entries it has.
 */
export async function verifyRevisions(
  audit: Audit,
  { id, where }: { id: string; where: string },
): Promise<Replayed> {
  const kept = revisionsOf(audit.db, id);
  const ahead = async () => (await kept.next()).value ?? null;
  let next: Revision | null = await ahead();
  let last: Revision | null = null;
  let entries = 0;
  let expected = 1;
  for await (const page of publicEntries(audit.db, { articleId: id, actions }))
    for (const entry of page) {
      entries += 1;
      if (last !== null && entry.body.words === commit(last.salt, articleWords(last))) continue;
      const isNext = next !== null && wordsOf(audit, entry) === (await commitmentOf(audit.db, entry, next));
      if (!isNext) report(audit, sentenceFor(entry, where), entry.seq);
      else if (next && (next.kind === 'minor') !== (entry.body.reason === 'minor'))
        report(
          audit,
          `Version ${next.number} of ${where} is ${next.kind}, which ${nameOf(entry)} denies.`,
          entry.seq,
        );
      if (isNext || next?.number === expected) [last, next] = [next, await ahead()];
      expected += 1;
    }
  for (; next !== null; [last, next] = [next, await ahead()])
    report(audit, `${where} has a revision, number ${next.number}, that no entry of the record speaks of.`);
  return { entries, last };
}

function sentenceFor(entry: PublicEntry, where: string): string {
  return entry.body.action === 'article.import'
    ? `An imported page, ${where}, does not have the words that ${nameOf(entry)} committed to.`
    : `The revision of ${where} that ${nameOf(entry)} committed to is not among those kept.`;
}

/** What the entry commits to; of an import under which something was erased since, what the last erasure left. */
function wordsOf({ ledger }: Audit, { body }: PublicEntry): string | null {
  const left = ledger.leftOfImports.get(body.subject.id);
  return body.action === 'article.import' && left !== undefined ? left : body.words;
}

async function commitmentOf(db: Db, { body }: PublicEntry, revision: Revision): Promise<string> {
  const text =
    body.action === 'article.import'
      ? await importedWords(db, revision.article_id, revision)
      : articleWords(revision);
  return commit(revision.salt, text);
}

async function* revisionsOf(db: Db, id: string): AsyncGenerator<Revision, null> {
  for (let after = 0; ; ) {
    const page: Revision[] = await pageOf(db, id, after);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return null;
    after = last.number;
  }
}

function pageOf(db: Db, id: string, after: number) {
  return db
    .selectFrom('article_revisions')
    .select(['article_id', 'number', 'title', 'standfirst', 'source', 'source_format', 'salt', 'kind'])
    .where('article_id', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(pageSize)
    .execute();
}
