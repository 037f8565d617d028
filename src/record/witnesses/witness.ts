import { keyTypes, readVerifierKey } from '../../merkle/signed-note.ts';

/** Who is asked to cosign the record’s checkpoints, as owners set it: `key` is the line `name+id+key` that it goes by. */
export type Witness = { name: string; url: string; key: string };

const most = 8;

/**
 * Reads witnesses, one a line: a name, the address before `/add-checkpoint`, and the key, the last two in either order.
 * Null where a line is none, two have one key, or there are too many.
 */
export function readWitnesses(text: string): Witness[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map(readWitness);
  const witnesses = read.filter((each) => each !== null);
  const keys = new Set(witnesses.map(({ key }) => key));
  return keys.size === lines.length && lines.length <= most ? witnesses : null;
}

function readWitness(line: string): Witness | null {
  const [name = '', ...rest] = line.trim().split(/\s+/);
  const url = rest.find((part) => /^https?:\/\//.test(part) && URL.canParse(part));
  const key = rest.find((part) => readVerifierKey(part, keyTypes.cosignature) !== null);
  if (rest.length !== 2 || url === undefined || key === undefined || name.length > 100) return null;
  const { username, password, search, hash } = new URL(url);
  return username + password + search + hash === '' ? { name, url: url.replace(/\/+$/, ''), key } : null;
}

/**
 * What is wrong with a witness, or with what it says. The last three say that the record may have been rewritten or
 * rolled back: a witness has seen what is not in it.
 */
export const troubles = [
  'unreachable',
  'unknown-log',
  'not-trusted',
  'refused',
  'bad-cosignature',
  'from-the-future',
  'ahead',
  'another-root',
  'no-continuation',
] as const;
export type Trouble = (typeof troubles)[number];

/** Whether a trouble speaks of the record, and not of the witness. */
export function isAlarm(trouble: string): boolean {
  return ['ahead', 'another-root', 'no-continuation'].includes(trouble);
}
