import { openPreview } from '../articles/preview-links.ts';
import { readForPreview } from '../articles/queries.ts';
import { viewArticle } from '../comments/view-article.ts';
import { readPublication } from '../publication/queries.ts';
import type { ShowError, Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { PreviewPage } from './pages/preview-page.tsx';

/** An article before it is published, at the secret address that somebody of the desk gave away. */
export function addPreviews({ app, site }: Web, showError: ShowError): void {
  app.get('/preview/:secret{[\\w-]{43}}/', async (c) => {
    const opened = await openPreview(site, c.req.param('secret'));
    if (opened === null) return c.notFound();
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    c.header('referrer-policy', 'no-referrer');
    const now = site.clock.now().toISOString();
    const found =
      opened === 'ended' ? null : await readForPreview(site.store.read, { id: opened.articleId, now });
    if (opened === 'ended' || found === null)
      return showError(c, {
        status: 410,
        sentence: 'This link to a preview has ended. Ask whoever gave it to you for a new one.',
      });
    const publication = await readPublication(site);
    const article = await viewArticle(site, found);
    return c.html(renderPage(<PreviewPage {...{ publication, article, expiresAt: opened.expiresAt }} />));
  });
}
