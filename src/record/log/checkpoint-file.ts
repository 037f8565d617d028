import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../site.ts';
import { checkpointToGive } from './log.ts';

/** Where the newest checkpoint lies for whoever copies it away. */
export function checkpointPath(folder: string): string {
  return join(folder, 'record-checkpoint.txt');
}

/** Writes the record's checkpoint beside the database, whole or not at all; none while none may be signed. */
export async function keepCheckpointFile(site: Site): Promise<void> {
  const checkpoint = await checkpointToGive(site);
  if (checkpoint === null) return;
  const path = checkpointPath(site.config.dataFolder);
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
