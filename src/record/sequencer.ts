import type { Site } from '../site.ts';
import { BrokenChain } from './head-file.ts';
import { keepCheckpointFile } from './log/checkpoint-file.ts';
import { keepSubtrees } from './log/subtrees.ts';
import { chainHead } from './queries.ts';
import { sequenceEntries } from './sequence.ts';

/** Entries wait at most about this long for their place, so that a burst is placed in one go. */
const pauseMilliseconds = 25;
/** After a fault it comes back by itself, after twice as long each time; after one that only people can mend, the last. */
const afterFault = { first: 1_000, longest: 60_000 };
/** The file with the checkpoint is written at most once a minute: whoever copies it away comes more rarely. */
const betweenFiles = 60_000;

/** Keeps placing entries while the process runs. `stop` waits for what is under way. */
export function startSequencer(site: Site): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let fileTimer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let stopped = false;
  /** Something changed while it worked: what came behind its look may still wait. */
  let missed = false;
  /** What the next pause after a fault is, in milliseconds. */
  let longer = afterFault.first;
  let filed = { seq: 0, at: Number.NEGATIVE_INFINITY };

  function soon(pause = pauseMilliseconds): void {
    missed ||= working !== null;
    if (timer || working || stopped) return;
    timer = setTimeout(() => {
      timer = null;
      working = work();
    }, pause);
  }
  async function work(): Promise<void> {
    let pause: number | null = null;
    missed = false;
    try {
      if ((await sequenceEntries(site)) > 0) pause = pauseMilliseconds;
      longer = afterFault.first;
    } catch (error) {
      site.log.error({ err: error }, 'the record’s entries could not be placed');
      pause = error instanceof BrokenChain ? afterFault.longest : longer;
      longer = Math.min(longer * 2, afterFault.longest);
    }
    try {
      await keepSubtrees(site);
      await keepFile();
    } catch (error) {
      site.log.error({ err: error }, 'the tree over the record’s entries could not be kept');
    }
    working = null;
    if (missed) pause ??= pauseMilliseconds;
    if (pause !== null) soon(pause);
  }

  /** The file has a timer of its own: nothing waits for its place until the file is due. */
  async function keepFile(): Promise<void> {
    const head = (await chainHead(site.store.read))?.seq ?? 0;
    if (stopped || head === filed.seq) return; // `stop` writes the last one
    const now = site.clock.now().getTime();
    const wait = filed.at + betweenFiles - now;
    if (wait > 0) {
      fileTimer ??= setTimeout(() => {
        fileTimer = null;
        soon();
      }, wait);
      return;
    }
    await keepCheckpointFile(site);
    filed = { seq: head, at: now };
  }

  const stopListening = site.store.onChange(() => soon());
  soon();
  return {
    async stop() {
      stopped = true;
      stopListening();
      for (const each of [timer, fileTimer]) if (each) clearTimeout(each);
      await working;
      await sequenceEntries(site);
      await keepCheckpointFile(site);
    },
  };
}
