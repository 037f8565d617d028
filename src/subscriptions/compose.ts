import { senderOf } from '../letters/sender.ts';
import type { Message } from '../mail/message.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { AboutYou } from './about-you.ts';
import { readerLetterWords, type Told } from './wording.ts';
import { wrapText } from './wrap.ts';

/** A response that a letter tells of. */
export type LetterNews = {
  id: string;
  name: string;
  number: number;
  text: string;
  inReplyTo: number | null;
  /** The response that it answers. */
  targetId: string | null;
  path: string;
  /** What it does with the reader's own responses; null where it does nothing with them. */
  you: AboutYou | null;
  article: { id: string; title: string };
};

type Letter = {
  settings: Settings;
  address: { email: string; manage: string };
  news: LetterNews[];
  letterId: string;
  /** A signed checkpoint of the record, to be kept with the letter; its lines stay whole. */
  checkpoint: string | null;
};

/**
 * A letter of one response, threaded by the head that mail programs know (RFC 5322, 3.6.4), or of several. Each can be
 * stopped by one press (RFC 8058).
 */
export function composeLetter(
  site: Site,
  { settings, address, news, letterId, checkpoint }: Letter,
): Message {
  const { news: say } = readerLetterWords;
  const from = senderOf(site, settings);
  const host = from.address.split('@')[1] ?? 'localhost';
  const [first] = news;
  const one = news.length === 1 && first ? first : null;
  const sameArticle = news.every(({ article }) => article.id === first?.article.id);
  const stop = sameArticle && first ? `${address.manage}stop/${first.article.id}/` : null;
  const subject = one
    ? say.subject({ title: one.article.title, name: nameOf(one) })
    : say.digestSubject(settings.title, news.length);
  return {
    id: one ? `response.${one.id}` : `letter.${letterId}`,
    ...{ from, to: address.email, subject: oneLine(subject) },
    text: `${wrapText(bodyOf(site, { settings, news, stop, manage: address.manage }))}${checkpoint === null ? '' : `\n\n${say.checkpoint}\n\n${checkpoint}`}`,
    date: site.clock.now(),
    headers: {
      ...(one ? threadOf(one, host) : {}),
      'List-Id': `<${sameArticle && first ? `${first.article.id}.` : ''}responses.${host}>`,
      'List-Unsubscribe': `<${stop ?? `${address.manage}stop/`}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'list',
    },
  };
}

function threadOf({ article, targetId }: LetterNews, host: string): Record<string, string> {
  const root = `<article.${article.id}@${host}>`;
  const parent = targetId === null ? root : `<response.${targetId}@${host}>`;
  return { 'In-Reply-To': parent, References: parent === root ? root : `${root} ${parent}` };
}

type Body = { settings: Settings; news: LetterNews[]; stop: string | null; manage: string };

function bodyOf(site: Site, { settings, news, stop, manage }: Body): string {
  const { news: say } = readerLetterWords;
  const parts: string[] = [];
  let title: string | null = null;
  for (const each of news) {
    if (each.article.title !== title) parts.push(say.on(each.article.title));
    title = each.article.title;
    const told: Told = { ...each, name: nameOf(each), url: site.config.url + each.path };
    parts.push(`${say.says(told)}\n\n${each.text}\n\n${told.url}`);
  }
  return `${parts.join('\n\n')}\n\n-- \n${say.foot({ publication: settings.title, stop, manage })}`;
}

const nameOf = ({ name }: { name: string }) => name || readerLetterWords.news.unnamed;

/** A head has no line breaks and no control characters, whatever a title or a name has. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
