/** Fulfilled at the first SIGINT or SIGTERM from now on: ask before anything is said to be ready. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
