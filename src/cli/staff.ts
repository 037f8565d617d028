import { parseArgs } from 'node:util';
import type { Refusal } from '../lib/refusal.ts';
import { addStaff } from '../staff/add-staff.ts';
import { disableStaff } from '../staff/disable-staff.ts';
import { listStaff } from '../staff/queries.ts';
import { createSignInLink } from '../staff/sign-in.ts';
import { CommandError, type Io, UsageError } from './io.ts';
import { withSite } from './open-site.ts';

/** Accounts of the desk from a terminal. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: { type: 'string' }, role: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [act, subject, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(`“${more[0]}” is one word too many: put a name in quotation marks.`);
  return withSite(async (site) => {
    if (act === 'list') {
      const all = await listStaff(site);
      if (values.json) io.out(JSON.stringify({ items: all, next: null }));
      else
        for (const one of all)
          io.out(`${one.email}\t${one.role}\t${one.name}${one.disabledAt ? '\tdisabled' : ''}`);
      return 0;
    }
    if (!subject) throw new UsageError('Say what to do, and for whom.');
    if (act === 'add') {
      const { email = '', role = '' } = values;
      const added = await addStaff(site, { name: subject, email, role });
      if (!added.ok) throw refused(added);
      io.err(`${subject} was added. A sign-in link: hustings staff link ${email}`);
      return 0;
    }
    if (act === 'link') {
      const link = await createSignInLink(site, subject);
      if (!link.ok) throw refused(link);
      io.out(link.value.url);
      io.err('It works once, within an hour.');
      return 0;
    }
    if (act === 'disable') {
      const disabled = await disableStaff(site, subject);
      if (!disabled.ok) throw refused(disabled);
      io.err(`${subject} can no longer sign in.`);
      return 0;
    }
    throw new UsageError(`There is no “staff ${act}”.`);
  });
}

function refused({ sentence }: Refusal): CommandError {
  return new CommandError(sentence);
}
