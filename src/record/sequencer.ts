import type { Site } from '../site.ts';
import { keepSubtrees } from './log/subtrees.ts';
import { sequenceEntries } from './sequence.ts';

/** Entries wait at most about this long for their place, so that a burst is placed in one go. */
const pauseMilliseconds = 25;

/** Keeps placing entries while the process runs. `stop` waits for what is under way. */
export function startSequencer(site: Site): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let stopped = false;

  function soon(): void {
    if (timer || working || stopped) return;
    timer = setTimeout(() => {
      timer = null;
      working = work();
    }, pauseMilliseconds);
  }
  async function work(): Promise<void> {
    let placed = 0;
    try {
      placed = await sequenceEntries(site);
    } catch (error) {
      site.log.error({ err: error }, 'the record’s entries could not be placed');
    }
    try {
      await keepSubtrees(site);
    } catch (error) {
      site.log.error({ err: error }, 'the tree over the record’s entries could not be kept');
    }
    working = null;
    if (placed > 0) soon();
  }

  const stopListening = site.store.onChange(soon);
  soon();
  return {
    async stop() {
      stopped = true;
      stopListening();
      if (timer) clearTimeout(timer);
      await working;
      await sequenceEntries(site);
    },
  };
}
