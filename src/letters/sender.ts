import type { Message } from '../mail/message.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';

/** Who letters come from: the publication, at the address that is set or one at the site’s own host. */
export function senderOf(site: Site, settings: Pick<Settings, 'title' | 'mail.from'>): Message['from'] {
  const address = settings['mail.from'] || `hustings@${new URL(site.config.url).hostname}`;
  return { name: settings.title, address };
}
