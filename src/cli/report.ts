import { parseArgs } from 'node:util';
import { readPublication } from '../publication/queries.ts';
import { makeReport } from '../record/report/make-report.ts';
import { periodOf } from '../record/report/period.ts';
import { reportCsv } from '../record/report/report-csv.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

/** Prints the transparency report of a period, counted from the record alone. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ from: { type: 'string' }, to: { type: 'string' } },
      ...{ json: { type: 'boolean' }, csv: { type: 'boolean' } },
    },
  });
  if (positionals.length > 0) throw new UsageError('Give the period by --from and --to.');
  if (values.json && values.csv) throw new UsageError('Choose --json or --csv.');
  return withSite(async (site) => {
    const { timeZone } = await readPublication(site);
    const period = periodOf(values, { now: site.clock.now(), timeZone });
    if (period === null)
      throw new CommandError(
        'Give --from and --to as days, such as 2026-03-12, the first not after the last, and no more than ten years.',
      );
    const report = await makeReport(site.store.read, { ...period, timeZone });
    io.out(values.csv ? reportCsv(report).trimEnd() : JSON.stringify(report, null, values.json ? 0 : 2));
    return 0;
  });
}
