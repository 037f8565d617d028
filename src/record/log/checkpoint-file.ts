import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCheckpoint } from '../../merkle/checkpoint.ts';
import { verifierOf } from '../../merkle/signed-note.ts';
import type { Site } from '../../site.ts';
import { checkpointToGive, recordSigner } from './log.ts';

/** Where the newest checkpoint lies for whoever copies it away. */
export function checkpointPath(folder: string): string {
  return join(folder, 'record-checkpoint.txt');
}

/**
 * Writes the record's checkpoint beside the database, whole or not at all; none while none may be signed. One of this
 * record over more entries stays: two may write at once, and it says what was there.
 */
export async function keepCheckpointFile(site: Site): Promise<void> {
  const checkpoint = await checkpointToGive(site);
  if (checkpoint === null) return;
  const path = checkpointPath(site.config.dataFolder);
  if (sizeIn(path, site) > Number(checkpoint.split('\n')[1])) return;
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o644);
  try {
    writeSync(file, checkpoint);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** How many entries the file is over; 0 where there is none that this record signed. */
function sizeIn(path: string, site: Site): number {
  if (!existsSync(path)) return 0;
  return openCheckpoint(readFileSync(path, 'utf8'), verifierOf(recordSigner(site)))?.size ?? 0;
}
