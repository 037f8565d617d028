import { parseArgs } from 'node:util';
import { changeSetting } from '../publication/change-setting.ts';
import { readSettings } from '../publication/queries.ts';
import { isSettingKey, type SettingKey, settings } from '../publication/settings.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

/** Lists, reads or sets the publication's settings. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [key, value, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(`“${more[0]}” is one word too many: put the value in quotation marks.`);
  return withSite(async (site) => {
    const all = await readSettings(site);
    if (key === undefined) {
      if (values.json) io.out(JSON.stringify(all));
      else
        for (const name of Object.keys(settings) as SettingKey[]) io.out(`${name} = ${firstLine(all[name])}`);
      return 0;
    }
    if (value === undefined) {
      if (!isSettingKey(key))
        throw new CommandError(`There is no setting “${key}”: \`hustings setting\` lists them.`);
      io.out(values.json ? JSON.stringify({ key, value: all[key] }) : all[key]);
      return 0;
    }
    const changed = await changeSetting(site, { role: 'owner' }, { key, value });
    if (!changed.ok) throw new CommandError(changed.sentence);
    io.err(`${key} = ${firstLine(changed.value.value)}`);
    return 0;
  });
}

function firstLine(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.length > 0 ? `${first} …` : first;
}
