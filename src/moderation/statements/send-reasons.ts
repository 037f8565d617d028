import { receiptPath } from '../../comments/receipt.ts';
import { readSettings } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import type { Site } from '../../site.ts';
import { wrapText } from '../../subscriptions/wrap.ts';
import { isWritersAddress } from '../../subscriptions/writers-address.ts';
import { deliver, newsTo, type WriterLetter } from './deliver.ts';
import { latestRestriction, suspensionById, writersEmail } from './queries.ts';
import { type ReasonsMail, reasonsMailKind } from './reasons-mail.ts';
import { isSuspendedAt, type Statement } from './statement.ts';
import { statementText } from './statement-parts.ts';
import { reasonsLetterWords as say } from './wording.ts';

/**
 * The job of that name. The whole statement goes to an address whose reader has shown that it is theirs; to any other
 * only that there is news, since anybody can type anybody’s address into a form. Nothing goes about a decision that no
 * longer stands.
 */
export async function sendReasons(site: Site, mail: ReasonsMail): Promise<void> {
  const settings = await readSettings(site);
  const letter = await letterOf(site, settings, mail);
  if (letter !== null) await deliver(site, { kind: reasonsMailKind, mail, letter, settings });
}

async function letterOf(site: Site, settings: Settings, mail: ReasonsMail): Promise<WriterLetter | null> {
  const statement = await standing(site, mail);
  if (statement === null) return null;
  const email = await writersEmail(site.store.read, statement.response.id);
  if (email === null) return null;
  if (await isWritersAddress(site.store.read, { email, commentId: statement.response.id }))
    return whole(site, settings, { email, statement });
  return isSurelySpam(statement) ? null : newsTo(email, settings);
}

/** The statement, where what it tells of still holds. */
async function standing(site: Site, { about, id }: ReasonsMail): Promise<Statement | null> {
  if (about === 'statement') return latestRestriction(site.store.read, id);
  const statement = await suspensionById(site.store.read, id);
  return statement && isSuspendedAt(statement, site.clock.now().toISOString()) ? statement : null;
}

/** Whoever fills in what people do not see types other people’s addresses: they are not written to. */
const isSurelySpam = ({ filters }: Statement) => filters.includes('honeypot');

function whole(
  site: Site,
  settings: Settings,
  { email, statement }: { email: string; statement: Statement },
): WriterLetter {
  const style = { locale: settings.locale, timeZone: settings['time-zone'] };
  const months = Number(settings['reviews.months']);
  const page = say.page(site.config.url + receiptPath(site, statement.response.id));
  const text = wrapText(`${statementText(statement, { ...style, months })}\n\n\n${page}\n`);
  return { email, confirmed: true, subject: say.statement.subject(settings.title), text };
}
