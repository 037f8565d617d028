import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import { readEmail } from '../add-staff.ts';
import { queueLetter } from '../letters.ts';
import { tooManyTries } from '../password/set-password.ts';
import { countTry } from '../tries.ts';
import { emailKey } from './letter-link.ts';

const quarter = 15 * 60;
const day = 24 * 60 * 60;
const mostFromOne = 10;
const mostADay = 5;

/**
 * Asks for a letter with a sign-in link, for whoever has this e-mail address. Nothing here looks at who is on the
 * staff: the answer, and the work, are the same for every address. Past five times a day no letter follows, which
 * shows nobody either. `address` is the network address of who asks. Refuses `no-mail`, `email-invalid`, and
 * `tries-many` after ten times in a quarter of an hour from one network address.
 */
export async function askForLink(
  site: Site,
  { email, address }: { email: string; address: string },
): Promise<Outcome<null>> {
  if (site.mail === null)
    return refuse('no-mail', 'No letters are sent here. Ask an owner of the publication for a link.');
  const read = readEmail(email);
  if (!read.ok) return read;
  const whom = read.value;
  return site.store.write(async (tx) => {
    const fromOne = await countTry(site, tx, { what: 'link', whom: `from ${address}`, seconds: quarter });
    if (fromOne > mostFromOne) return tooManyTries();
    if ((await countTry(site, tx, { what: 'link', whom, seconds: day })) <= mostADay)
      await queueLetter(site, tx, { about: 'sign-in', whom: emailKey(site, whom) });
    return done(null);
  });
}
