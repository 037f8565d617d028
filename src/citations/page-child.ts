import type { ReadPage } from './page-task.ts';
import { readPage } from './read-page.ts';

/**
 * A process of its own for one page of somebody else's, so that markup made to be slow, deep or large takes nothing
 * with it. It is told what to read in one message, answers in one, and ends.
 */
process.once('message', (task: ReadPage) => {
  process.send?.(readPage(task), () => process.disconnect());
});
