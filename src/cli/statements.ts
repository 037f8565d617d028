import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDay } from '../lib/days.ts';
import { statementLines } from '../moderation/statements/export-statements.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

const day = 86_400_000;

/** Writes the statements of reasons of a period as the Commission’s Transparency Database takes them. Sends nothing. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  });
  if (positionals.length > 0) throw new UsageError('Give the period by --from and --to.');
  const { from = '', to = '', out } = values;
  if (!isDay(from) || !isDay(to) || from > to)
    throw new CommandError('Give --from and --to as days, such as 2026-03-12, the first not after the last.');
  const period = {
    from: `${from}T00:00:00.000Z`,
    to: new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString(),
  };
  return withSite(async (site) => {
    const lines = statementLines(site.store.read, period);
    if (out === undefined) for await (const line of lines) io.out(line);
    else io.err(`${await writeLines(out, lines)} statements are in ${out}.`);
    return 0;
  });
}

/** Writes a new file; one that is there is left as it is. */
async function writeLines(path: string, lines: AsyncGenerator<string>): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let count = 0;
  try {
    await once(file, 'open');
    for await (const line of lines) {
      if (!file.write(`${line}\n`)) await once(file, 'drain');
      count += 1;
    }
    file.end();
    await once(file, 'close');
  } catch (error) {
    file.destroy();
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(
      code === 'EEXIST'
        ? `${path} is there already: name another file.`
        : `${path} cannot be written (${code}): name another file.`,
    );
  }
  return count;
}
