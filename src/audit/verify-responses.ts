import { nativeOrigins } from '../articles/article.ts';
import { commentWords } from '../comments/comment.ts';
import { commit } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { goneState } from '../store/visibility.ts';
import { type Audit, isFull, report } from './audit.ts';
import type { ChangedWords, Standing } from './ledger.ts';
import { isImportTrue, isResponseTrue } from './rendered.ts';

const pageSize = 1000;

/**
 * Holds each response that has a number against the replayed record: it must have been entered, be to readers what
 * the entries made of it, and show what its source says. To be called when all entries are in the ledger.
 */
export async function verifyResponses(audit: Audit): Promise<void> {
  let done = 0;
  for (let after = ''; !isFull(audit); ) {
    const page = await numberedAfter(audit.db, after);
    for (const row of page) {
      const wrong = wrongIn(audit, row);
      if (wrong) report(audit, `Response ${row.number} of ${row.path ?? row.article_id} ${wrong}.`);
    }
    done += page.length;
    audit.tell(done, 'responses');
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

type Row = Awaited<ReturnType<typeof numberedAfter>>[number];

async function numberedAfter(db: Db, after: string) {
  return db
    .selectFrom('comments')
    .leftJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.id', 'comments.article_id', 'comments.number', 'comments.state', 'comments.name'])
    .select(['comments.url', 'comments.source', 'comments.html', 'comments.html_version', 'comments.salt'])
    .select(['comments.origin', 'comments.kind', 'articles.path', 'articles.state as article_state'])
    .select(['comments.in_reply_to', 'comments.edited_at', 'comments.unnamed_at', 'comments.by_staff'])
    .select('comments.withheld_at')
    .select((eb) =>
      eb
        .selectFrom('comment_versions')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('comment_versions.comment_id', '=', 'comments.id')
        .where('shown', '=', 1)
        .as('shown_versions'),
    )
    .where('comments.number', 'is not', null)
    .where('comments.id', '>', after)
    .orderBy('comments.id')
    .limit(pageSize)
    .execute();
}

function wrongIn({ ledger }: Audit, row: Row): string | null {
  const { standing, published, again } = ledger.take(row.article_id, row.number ?? 0);
  if (again) return 'is there twice';
  const native = nativeOrigins.includes(row.origin);
  if (!native && row.article_state === 'draft' && standing === null) return null; // nobody sees it yet
  if (!published && (native || !ledger.imported.has(row.article_id)))
    return 'is in the database, and no entry says that it was published';
  if (published && !(native && row.kind === 'comment')) return 'is marked as one that was not written here';
  if (!published) return wrongImport(row, standing);
  return wrongNative(row, standing ?? 'published') ?? wrongChange(row, ledger.changed.get(row.id));
}

function wrongNative(row: Row, standing: Standing): string | null {
  if (stateOf(row) !== standing) return otherState(row, standing);
  if (standing === 'withdrawn' || standing === 'erased')
    return isEmpty(row) && row.salt === '' ? null : 'still has words';
  if (row.salt === '') return 'has lost its words, and no entry says that they were erased';
  return isResponseTrue(row) ? null : 'shows something else than its source says';
}

/** What was changed ends with the words of its last change, at its time, and every wording before is kept. */
function wrongChange(row: Row, changed: ChangedWords | undefined): string | null {
  if (row.salt === '') return Number(row.shown_versions) === 0 ? null : 'still has words';
  if (changed && commit(row.salt, commentWords(row)) !== changed.words)
    return 'does not have the words that it was last given';
  if (row.unnamed_at !== null && row.name !== '') return 'has a name, which was taken off';
  if (row.edited_at !== (changed?.at ?? null)) return 'was changed at another time than the record says';
  if (Number(row.shown_versions) !== (changed?.edits ?? 0))
    return 'does not have as many earlier wordings as the record says';
  return null;
}

/** What a response is to readers, in the words of the ledger. */
function stateOf(row: Row): string {
  return row.state === 'removed' ? goneState(row) : row.state;
}

/** One that was gone when it came has no words and no entry of its own. */
function wrongImport(row: Row, standing: Standing | null): string | null {
  const wasGone = standing === null && isEmpty(row) && ['removed', 'withdrawn', 'erased'].includes(row.state);
  if (!wasGone && stateOf(row) !== (standing ?? 'published')) return otherState(row, standing ?? 'published');
  return isImportTrue(row) ? null : 'shows something else than its source says';
}

function otherState(row: Row, standing: Standing): string {
  return `is ${stateOf(row)} in the database, and ${standing} by the record`;
}

function isEmpty({ name, url, source, html }: Row): boolean {
  return `${name}${url ?? ''}${source}${html}` === '';
}
