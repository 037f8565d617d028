import type { Action } from '../record/entry.ts';
import { commit } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { correctionReason, correctionWords } from './corrections/correction.ts';

/** A row beside an article, with the entry of the record that must have come with it. */
export type CommittedRow = {
  articleId: string;
  action: Action;
  /** What the entry's subject counts: corrections or versions; 0 where the subject is the article. */
  number: number;
  reason: string | null;
  words: string | null;
  /** “Correction 2, version 1”, for a sentence. */
  name: string;
};

/** All that corrections say, in the order in which it was said. */
export async function committedRows(db: Db): Promise<CommittedRow[]> {
  return [...(await correctionRows(db)), ...(await withholdingRows(db))];
}

async function correctionRows(db: Db): Promise<CommittedRow[]> {
  const rows = await db
    .selectFrom('article_corrections')
    .selectAll()
    .orderBy('article_id')
    .orderBy('number')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    action: 'article.correct',
    number: row.number,
    reason: correctionReason(row),
    words: commit(row.salt, correctionWords(row)),
    name: `Correction ${row.number} in its version ${row.version}`,
  }));
}

async function withholdingRows(db: Db): Promise<CommittedRow[]> {
  const rows = await db
    .selectFrom('revision_withholdings')
    .selectAll()
    .orderBy('article_id')
    .orderBy('number')
    .orderBy('step')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    action: row.state === 'withheld' ? 'revision.withhold' : 'revision.show',
    number: row.number,
    reason: row.reason,
    words: null,
    name: `That version ${row.number} is ${row.state === 'withheld' ? 'withheld' : 'shown again'}`,
  }));
}
