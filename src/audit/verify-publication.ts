import type { Fault, Tell } from '../record/verify.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, newAudit, report } from './audit.ts';
import { verifyArticles } from './verify-articles.ts';
import { verifyBeside } from './verify-beside.ts';
import { verifyCases } from './verify-cases.ts';
import { verifyChanges } from './verify-changes.ts';
import { verifyEntries } from './verify-entries.ts';
import { verifyHeld } from './verify-held.ts';
import { verifyPictures } from './verify-pictures.ts';
import { verifyReports } from './verify-reports.ts';
import { verifyResponses } from './verify-responses.ts';
import { verifyReviews } from './verify-reviews.ts';
import { verifyTexts } from './verify-texts.ts';

/**
 * Holds what readers see against the record: replays the public entries and compares articles, revisions and
 * responses, one after the other, with what must have come of them. It reads one state of the database, so that a
 * server may go on writing. Answers every fault found, at most 100.
 */
export async function verifyPublication(db: Db, tell: Tell = () => undefined): Promise<Fault[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const audit = newAudit(snapshot, tell);
      if ((await verifyEntries(audit)) === 0 && (await anyPublished(snapshot))) reportEmpty(audit);
      else {
        await verifyResponses(audit);
        await verifyArticles(audit);
        await verifyPictures(audit);
        await verifyTexts(audit);
        await verifyBeside(audit);
        await verifyChanges(audit);
        await verifyHeld(audit);
        await verifyCases(audit);
        await verifyReviews(audit);
        await verifyReports(audit);
      }
      return audit.faults;
    });
}

async function anyPublished(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('articles')
    .select('id')
    .where('state', '!=', 'draft')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function reportEmpty(audit: Audit): void {
  report(
    audit,
    'The record is empty, and articles are published: all entries were cut off. Restore a backup.',
  );
}
