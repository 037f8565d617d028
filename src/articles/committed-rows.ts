import type { Action } from '../record/entry.ts';
import { commit } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { claimReason, claimWords, outcomeWords } from './claims/claim.ts';
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

/** All that stands beside published articles, in the order in which it was said. */
export async function committedRows(db: Db): Promise<CommittedRow[]> {
  return [
    ...(await correctionRows(db)),
    ...(await withholdingRows(db)),
    ...(await claimRows(db)),
    ...(await outcomeRows(db)),
    ...(await attributionRows(db)),
  ];
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

/** Of a draft nothing is entered: it is public with its article. */
async function claimRows(db: Db): Promise<CommittedRow[]> {
  const rows = await db
    .selectFrom('article_claims')
    .innerJoin('articles', 'articles.id', 'article_claims.article_id')
    .selectAll('article_claims')
    .where('articles.state', '!=', 'draft')
    .orderBy('article_claims.article_id')
    .orderBy('article_claims.number')
    .orderBy('article_claims.version')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    action: 'claim.mark',
    number: row.number,
    reason: claimReason(row),
    words: commit(row.salt, claimWords(row)),
    name: `Claim ${row.number} in its version ${row.version}`,
  }));
}

/** What is public: of a draft, or of a claim that was gone by then, nothing was entered. */
async function outcomeRows(db: Db): Promise<CommittedRow[]> {
  const rows = await db
    .selectFrom('claim_outcomes')
    .selectAll()
    .where('public_at', 'is not', null)
    .orderBy('public_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    action: 'claim.close',
    number: row.number,
    reason: row.outcome,
    words: commit(row.salt, outcomeWords(row)),
    name: `What came of claim ${row.number}`,
  }));
}

async function attributionRows(db: Db): Promise<CommittedRow[]> {
  const rows = await db
    .selectFrom('article_attributions')
    .innerJoin('articles', 'articles.id', 'article_attributions.article_id')
    .selectAll('article_attributions')
    .where('articles.state', '!=', 'draft')
    .orderBy('article_attributions.article_id')
    .orderBy('article_attributions.version')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    action: 'article.attribute',
    number: 0,
    reason: null,
    words: commit(row.salt, row.content),
    name: `How we know, in its version ${row.version}`,
  }));
}
