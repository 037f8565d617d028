/** A writer whose responses are collapsed here: by name, and by the numbers that bear the same mark. */
export type Collapsed = { name: string; numbers: number[]; archived: boolean };

/** What this browser remembers of a thread. It is never sent. Numbers are those of responses, times milliseconds. */
export type Remembered = {
  /** The newest number at the visit before this one. */
  before: number;
  /** The newest number that was shown. */
  seen: number;
  /** When the thread was last open. */
  at: number;
  /** Numbers that were written from here. */
  own: number[];
  collapsed: Collapsed[];
};

const key = 'hustings.threads';
const mostThreads = 200;

type Store = Record<string, Remembered>;

/** What is remembered of a thread; null where nothing is, or where the browser keeps nothing. */
export function recall(path: string): Remembered | null {
  const kept = Object.hasOwn(read(), path) ? read()[path] : undefined;
  if (!kept) return null;
  const { before, seen, at, own, collapsed } = kept;
  if (![before, seen, at].every(Number.isFinite)) return null;
  return { before, seen, at, own: listOf(own), collapsed: listOf(collapsed).filter(isCollapsed) };
}

/** Remembers a thread, and forgets the one that was open longest ago where there are too many. */
export function remember(path: string, kept: Remembered): void {
  const store = { ...read(), [path]: kept };
  const newest = Object.entries(store).sort(([, one], [, other]) => other.at - one.at);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(newest.slice(0, mostThreads))));
  } catch {
    return; // the browser keeps nothing, or is full: the page works as without a memory
  }
}

function read(): Store {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Store) : {};
  } catch {
    return {};
  }
}

function listOf<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}

function isCollapsed(value: Collapsed): boolean {
  return typeof value?.name === 'string' && Array.isArray(value.numbers);
}
