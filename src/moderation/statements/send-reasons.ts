import { receiptPath } from '../../comments/receipt.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { takePlace } from '../../letters/day-cap.ts';
import { senderOf } from '../../letters/sender.ts';
import { readSettings } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import type { Site } from '../../site.ts';
import { isConfirmedAddress } from '../../subscriptions/queries.ts';
import { wrapText } from '../../subscriptions/wrap.ts';
import { latestRestriction, writersEmail } from './queries.ts';
import { type ReasonsMail, reasonsMailKind } from './reasons-mail.ts';
import type { Statement } from './statement.ts';
import { statementText } from './statement-parts.ts';
import { reasonsLetterWords as say } from './wording.ts';

type Letter = { email: string; confirmed: boolean; subject: string; text: string };

/**
 * The job of that name. The whole statement goes to an address whose reader has shown that it is theirs; to any other
 * only that there is news, since anybody can type anybody’s address into a form. Nothing goes about a decision that no
 * longer stands. Later where the address had its letters of the day.
 */
export async function sendReasons(site: Site, mail: ReasonsMail): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const settings = await readSettings(site);
  const letter = await letterOf(site, settings, mail);
  if (letter === null) return;
  const { email, confirmed, subject, text } = letter;
  const waits = await site.store.write(async (tx) => {
    const kind = confirmed ? 'news' : 'asked';
    const dueAt = await takePlace(site, tx, { id: mail.letterId, email, kind });
    if (dueAt !== null) await enqueue(site, tx, { kind: reasonsMailKind, payload: mail, dueAt });
    return dueAt;
  });
  if (waits !== null) return;
  await site.mail({
    id: mail.letterId,
    from: senderOf(site, settings),
    ...{ to: email, subject, text, date: new Date(mail.at) },
  });
}

async function letterOf(site: Site, settings: Settings, mail: ReasonsMail): Promise<Letter | null> {
  const statement = await latestRestriction(site.store.read, mail.id);
  if (statement === null) return null;
  const email = await writersEmail(site.store.read, statement.response.id);
  if (email === null) return null;
  if (await isConfirmedAddress(site.store.read, email)) return whole(site, settings, { email, statement });
  if (isSurelySpam(statement)) return null;
  const { title } = settings;
  return { email, confirmed: false, subject: say.news.subject(title), text: wrapText(say.news.text(title)) };
}

/** Whoever fills in what people do not see types other people’s addresses: they are not written to (article 17(2)). */
const isSurelySpam = ({ filters }: Statement) => filters.includes('honeypot');

function whole(
  site: Site,
  settings: Settings,
  { email, statement }: { email: string; statement: Statement },
): Letter {
  const style = { locale: settings.locale, timeZone: settings['time-zone'] };
  const page = say.page(site.config.url + receiptPath(site, statement.response.id));
  const text = wrapText(`${statementText(statement, style)}\n\n\n${page}\n`);
  return { email, confirmed: true, subject: say.statement.subject(settings.title), text };
}
