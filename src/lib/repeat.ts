/** `failed` hears of what the work throws; it is begun again all the same. */
type Repeating = { milliseconds: number; failed: (error: unknown) => void };

/**
 * Does some work again and again, never twice at once, until it is stopped: `stop` gives the signal, begins nothing more
 * and waits for what is under way.
 */
export function repeat(
  work: (ending: AbortSignal) => Promise<void>,
  { milliseconds, failed }: Repeating,
): { stop(): Promise<void> } {
  const ending = new AbortController();
  let working: Promise<void> | null = null;
  const timer = setInterval(() => {
    working ??= work(ending.signal)
      .catch(failed)
      .finally(() => {
        working = null;
      });
  }, milliseconds);
  return {
    async stop() {
      ending.abort();
      clearInterval(timer);
      await working;
    },
  };
}
