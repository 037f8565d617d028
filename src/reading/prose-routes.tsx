import { markdownToHtml } from '../lib/markdown.ts';
import { readPublication, readSettings } from '../publication/queries.ts';
import type { SettingKey } from '../publication/settings.ts';
import { publicStamp } from '../record/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { htmlPage } from './html-page.ts';
import { ProsePage } from './pages/prose-page.tsx';

/** About, rules and privacy: plain words of the publication. */
export function addProse({ app, site, pages }: Web): void {
  const prose = (path: string, title: 'about' | 'rules' | 'privacy', source: () => Promise<string>) =>
    app.get(path, async (c) => {
      const make = async () => {
        const publication = await readPublication(site);
        const heading = wordingFor(publication.locale).nav[title];
        const html = markdownToHtml(await source(), 'article');
        return htmlPage(<ProsePage {...{ publication, title: heading, path, html }} />);
      };
      return (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
    });
  const text = (key: SettingKey) => async () => {
    const settings = await readSettings(site);
    return `${settings[key]}\n\n${settings.contact}`;
  };

  prose('/about/', 'about', text('page.about'));
  prose('/privacy/', 'privacy', text('page.privacy'));
  prose('/rules/', 'rules', async () => {
    const { rules } = await readPublication(site);
    const list = rules.map((rule, index) => `${index + 1}. ${rule}`).join('\n');
    return `${list}\n\n${await text('page.rules')()}`;
  });
}
