import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { ShowError } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { ErrorPage } from './pages/error-page.tsx';

/** Shows errors as pages; when not even the database answers, as one plain sentence. */
export function errorPages(site: Site): ShowError {
  return async (c, { status, sentence }) => {
    c.header('cache-control', 'no-store');
    try {
      const publication = await readPublication(site);
      return c.html(
        renderPage(<ErrorPage publication={publication} code={status} note={sentence} />),
        status,
      );
    } catch (error) {
      site.log.error({ err: error }, 'an error page could not be made');
      return c.text(`${sentence}\n`, status);
    }
  };
}
