import type { Fault, Tell } from '../record/verify.ts';
import type { Db } from '../store/schema.ts';
import { Ledger } from './ledger.ts';

/** One check of what readers see against the record: what it reads, has replayed and has found. */
export type Audit = { db: Db; ledger: Ledger; faults: Fault[]; tell: Tell };

const mostFaults = 100;

/** An audit that has found nothing yet. */
export function newAudit(db: Db, tell: Tell): Audit {
  return { db, ledger: new Ledger(), faults: [], tell };
}

/** Keeps a fault, up to the hundredth; `seq` is its entry's number, 0 where there is none. */
export function report(audit: Audit, sentence: string, seq = 0): void {
  if (!isFull(audit)) audit.faults.push({ seq, sentence });
}

/** Enough was found: nothing more is looked for. */
export function isFull({ faults }: Audit): boolean {
  return faults.length >= mostFaults;
}
