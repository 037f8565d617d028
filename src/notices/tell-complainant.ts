import { enqueue } from '../jobs/enqueue.ts';
import { takePlace } from '../letters/day-cap.ts';
import { newId } from '../lib/ids.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { casePath } from './case-address.ts';
import { readCase } from './queries.ts';
import { newsWords } from './wording.ts';

/** The job that tells a complainant that there is news of their case. */
export const caseNewsKind = 'mail.case';

type News = { id: string; caseId: string; at: string };

/** Asks, in the verb’s own transaction, for a letter to a complainant; none where there is no address or no mail. */
export async function tellComplainant(site: Site, tx: Db, caseId: string): Promise<void> {
  if (site.mail === null) return;
  const at = site.clock.now().toISOString();
  const payload: News = { id: newId(site.clock, site.random), caseId, at };
  await enqueue(site, tx, { kind: caseNewsKind, payload, dueAt: at });
}

/**
 * The job of that name: says that there is news at the secret address, and not a word of the complaint, since anybody
 * can type anybody’s address into the form. Later where the address had its letters of the day.
 */
export async function sendCaseNews(site: Site, news: News): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const found = await readCase(site.store.read, news.caseId);
  const email = found?.email;
  if (!email) return;
  const waits = await site.store.write(async (tx) => {
    const dueAt = await takePlace(site, tx, { id: news.id, email, kind: 'asked' });
    if (dueAt !== null) await enqueue(site, tx, { kind: caseNewsKind, payload: news, dueAt });
    return dueAt;
  });
  if (waits !== null) return;
  const { title, 'mail.from': from } = await readSettings(site);
  const { url } = site.config;
  await site.mail({
    id: news.id,
    from: { name: title, address: from || `hustings@${new URL(url).hostname}` },
    to: email,
    subject: newsWords.subject(title),
    text: newsWords.text(title, url + casePath(site, news.caseId, 'mailed')),
    date: new Date(news.at),
  });
}
