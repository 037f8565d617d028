import { setTimeout as pause } from 'node:timers/promises';
import { FetchStopped } from './outbound.ts';

/** Between two requests to one host. */
const gapMilliseconds = 1_000;
/** Who comes after so many that wait is told to come again later. */
const mostWaiting = 30;

/** Lets requests to the same host go one after the other, with a gap between: many of ours are no flood of theirs. */
export class Pace {
  private readonly hosts = new Map<string, { last: Promise<void>; waiting: number }>();
  private readonly gap: number;

  constructor(gap = gapMilliseconds) {
    this.gap = gap;
  }

  /** Resolves when it is this request's turn. Stops with `busy` where too many wait; rejects with the signal. */
  async turn(host: string, signal: AbortSignal): Promise<void> {
    const line = this.hosts.get(host) ?? { last: Promise.resolve(), waiting: 0 };
    this.hosts.set(host, line);
    if (line.waiting >= mostWaiting)
      throw new FetchStopped('busy', `Too many requests to ${host} wait already: try again later.`);
    line.waiting += 1;
    const turn = line.last;
    line.last = turn.then(() => pause(this.gap, undefined, { ref: false }));
    void line.last.then(() => {
      line.waiting -= 1;
      if (line.waiting === 0) this.hosts.delete(host);
    });
    await Promise.race([turn, aborted(signal)]);
  }
}

/** Rejects when the signal is given. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
