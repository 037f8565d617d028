import { parseArgs } from 'node:util';
import { looksSame } from '../names/look-alike.ts';
import { type Io, UsageError } from './io.ts';

/** Prints `same` or `different`: would one name be taken for the other? */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [one, other, ...more] = positionals;
  if (one === undefined || other === undefined || more.length > 0)
    throw new UsageError('Give two names, each in quotation marks where it has spaces.');
  io.out(looksSame(one, other) ? 'same' : 'different');
  return 0;
}
