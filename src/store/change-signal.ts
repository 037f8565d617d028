/** Counts changes and tells listeners of each. */
export function changeSignal() {
  const listeners = new Set<() => void>();
  let version = 1;
  return {
    version: () => version,
    fire() {
      version += 1;
      for (const listener of listeners) listener();
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
