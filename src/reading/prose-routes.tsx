import { markdownToHtml } from '../lib/markdown.ts';
import { readPublication, readSettings } from '../publication/queries.ts';
import type { SettingKey } from '../publication/settings.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { deskStyle, style } from '../web/ui/styles.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { htmlPage } from './html-page.ts';
import { ProsePage } from './pages/prose-page.tsx';

/** About, rules and privacy: plain words of the publication; and the style sheets. */
export function addProse({ app, site, pages }: Web): void {
  const prose = (path: string, title: 'about' | 'rules' | 'privacy', source: () => Promise<string>) =>
    app.get(path, async (c) => {
      const response = await sendPage(c, pages, async () => {
        const publication = await readPublication(site);
        const heading = wordingFor(publication.locale).nav[title];
        const html = markdownToHtml(await source(), 'article');
        return htmlPage(<ProsePage {...{ publication, title: heading, path, html }} />);
      });
      return response ?? c.notFound();
    });
  const setting = (key: SettingKey) => async () => (await readSettings(site))[key];

  prose('/about/', 'about', setting('page.about'));
  prose('/privacy/', 'privacy', setting('page.privacy'));
  prose('/rules/', 'rules', async () => {
    const { rules, contact } = await readPublication(site);
    const list = rules.map((rule, index) => `${index + 1}. ${rule}`).join('\n');
    return `${list}\n\nA moderator may remove a response that breaks one of these rules, and then says which. Its number stays, and the [record](/record/) says what was done. A moderator never changes what you wrote.${contact ? `\n\n${contact}` : ''}`;
  });
  for (const { href, text } of [style, deskStyle])
    app.get(href, async (c) => {
      const cacheControl = 'public, max-age=31536000, immutable';
      const type = 'text/css; charset=utf-8';
      return (await sendPage(c, pages, async () => ({ body: text, type, cacheControl }))) ?? c.notFound();
    });
}
