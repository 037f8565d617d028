import { parseArgs } from 'node:util';
import { readUrl } from '../config.ts';
import { changeSetting } from '../publication/change-setting.ts';
import { isUntouched } from '../publication/queries.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

/** Begins a publication in an empty data folder. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { title: { type: 'string' }, url: { type: 'string' } } });
  const { title, url } = values;
  if (!title || !url) throw new UsageError('A new publication needs a title and its public address.');
  const address = readUrl(url, '--url');
  return withSite(async (site) => {
    if (!(await isUntouched(site)))
      throw new CommandError(
        `${site.config.dataFolder} holds a publication already: set HUSTINGS_DATA to a new folder.`,
      );
    const changed = await changeSetting(site, { role: 'owner' }, { key: 'title', value: title });
    if (!changed.ok) throw new CommandError(changed.sentence);
    io.err(`“${title}” begins in ${site.config.dataFolder}.`);
    io.err(`Serve it with HUSTINGS_URL=${address} in the environment: hustings serve`);
    return 0;
  });
}
