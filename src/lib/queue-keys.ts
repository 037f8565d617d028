/** What a key does in the queue. */
export const commands = ['next', 'previous', 'release', 'remove', 'undo', 'help'] as const;
export type Command = (typeof commands)[number];

/** Which key stands for which command; every one is another. Digits are the reasons’ own. */
export type QueueKeys = Record<Command, string>;

/** The keys until somebody chooses others. */
export const firstKeys: QueueKeys = {
  next: 'j',
  previous: 'k',
  release: 'r',
  remove: 'x',
  undo: 'u',
  help: '?',
};

/** Reads chosen keys: null where one is missing, is more than one character, a digit, white space, or stands twice. */
export function readKeys(chosen: Readonly<Record<string, unknown>>): QueueKeys | null {
  const entries = commands.map((command) => [command, keyIn(chosen[command])] as const);
  const keys = entries.map(([, key]) => key);
  if (keys.some((key) => key === null) || new Set(keys).size < keys.length) return null;
  return Object.fromEntries(entries) as QueueKeys;
}

function keyIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const key = value.trim().toLowerCase();
  return [...key].length === 1 && !/[\p{Nd}\p{C}]/u.test(key) ? key : null;
}

/** What a pressed key means, with or without Shift or Caps Lock; null for nothing. */
export function commandOf(keys: QueueKeys, key: string): Command | null {
  const pressed = key.toLowerCase();
  return commands.find((command) => keys[command] === pressed) ?? null;
}

/** Which reason a digit chooses, from 0 on: 1 the first, 0 the tenth; null for any other key. */
export function reasonAt(key: string): number | null {
  if (!/^[0-9]$/.test(key)) return null;
  return key === '0' ? 9 : Number(key) - 1;
}

/** The digit of a reason, or null beyond the tenth. */
export function digitOf(index: number): string | null {
  return index > 9 ? null : String((index + 1) % 10);
}
