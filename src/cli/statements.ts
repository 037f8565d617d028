import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDay } from '../lib/days.ts';
import { statementLines } from '../moderation/statements/export-statements.ts';
import { sendRefusedAgain } from '../moderation/statements/sending/keep-outcome.ts';
import { refusedStatements, senderState, sendingCounts } from '../moderation/statements/sending/queries.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

const day = 86_400_000;
const mostRefused = 1_000;

/**
 * Writes the statements of reasons of a period as the Commission’s Transparency Database takes them; or tells what became
 * of those that are sent by themselves, and has refused ones sent again.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
      ...{ sent: { type: 'boolean' }, again: { type: 'boolean' }, json: { type: 'boolean' } },
    },
  });
  if (positionals.length > 0) throw new UsageError('Give the period by --from and --to.');
  const { from = '', to = '', out } = values;
  if (values.sent || values.again)
    return tellSent(io, { ...values, dated: `${from}${to}${out ?? ''}` !== '' });
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

type Telling = { again?: boolean; json?: boolean; dated: boolean };

async function tellSent(io: Io, { again, json, dated }: Telling): Promise<number> {
  if (dated) throw new UsageError('--sent and --again are about all that is sent: leave the period out.');
  return withSite(async (site) => {
    if (again) io.err(`${await sendRefusedAgain(site)} are sent again.`);
    const db = site.store.read;
    const [counts, refused, { why }] = [
      await sendingCounts(db),
      await refusedStatements(db, mostRefused),
      await senderState(db),
    ];
    if (json) io.out(JSON.stringify({ ...counts, failing: why, refusals: refused }));
    else {
      const { sent, waiting, exempt } = counts;
      io.out(`${sent} sent, ${waiting} waiting, ${counts.refused} refused, ${exempt} not to be sent.`);
      if (why !== null) io.out(`The last try failed: ${why}`);
      for (const each of refused) io.out(`${each.puid} refused at ${each.at}: ${each.why}`);
    }
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
