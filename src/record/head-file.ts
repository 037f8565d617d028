import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../lib/json.ts';
import { genesis } from './entry.ts';

/**
 * The chain's newest place that is known to be durable: kept beside the database, so that a cut-off end shows.
 * 0 before the first entry.
 */
export type Head = { seq: number; hash: string };

/** The record cannot be read or built on; the message says why and what to do. */
export class RecordError extends Error {}

/** The chain in the database does not reach, or does not agree with, the head that was kept beside it. */
export class BrokenChain extends RecordError {}

const shape = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export function headPath(folder: string): string {
  return join(folder, 'record-head.json');
}

/** Reads the head file: null where there is none yet. Throws when it is there and cannot be understood. */
export function readHead(folder: string): Head | null {
  let text: string;
  try {
    text = readFileSync(headPath(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const parsed = shape.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new RecordError(
    `${headPath(folder)} is damaged: it should hold the last entry’s number and hash. Restore it from a backup.`,
  );
}

/**
 * Refuses (`BrokenChain`) a chain whose end was cut off or changed since its head file was written. `kept` has to be
 * read before `last`: the database is never behind.
 */
export function refuseShortChain(kept: Head | null, last: Head | null): void {
  const end = last ?? { seq: 0, hash: genesis };
  if (kept === null || end.seq > kept.seq) return;
  if (end.seq === kept.seq && end.hash === kept.hash) return;
  throw new BrokenChain(
    `The record’s end is not what it was: its head file says entry ${kept.seq}, the database ends at ${end.seq}. ` +
      'No entry is placed after that. Run `hustings verify`, then restore a backup.',
  );
}

/** Writes the head whole or not at all. Call it only after the entries it speaks of are committed. */
export function writeHead(folder: string, head: Head): void {
  const draft = `${headPath(folder)}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, headPath(folder));
}
