import { load } from 'child:pictures/develop-child';
import { askChild, type NoAnswer } from '../lib/child-process.ts';
import type { Develop, DevelopAnswer } from './develop-task.ts';

/** What became of the process: its answer, or why there is none. */
export type ChildEnd = DevelopAnswer | NoAnswer;

/** What one picture may take. At the lowest priority it may wait long for its turn. */
const most = { processorSeconds: 60, milliseconds: 300_000, kilobytes: 1_500_000 };

/** Makes files of a picture in a process of its own. It always ends: by itself, or by a limit. */
export async function runChild(task: Omit<Develop, 'sharp'>, limits = most): Promise<ChildEnd> {
  const message = { ...task, sharp: import.meta.resolve('sharp') };
  return askChild<DevelopAnswer>(await load(), message, limits);
}
