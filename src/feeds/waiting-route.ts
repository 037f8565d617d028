import { feedReader } from '../moderation/telling/own-feed.ts';
import { waitingNews } from '../moderation/waiting/news.ts';
import { kindsFor } from '../moderation/waiting/waiting.ts';
import { readPublication } from '../publication/queries.ts';
import type { Web } from '../web/site-app.ts';
import { atomFeed } from './atom.ts';
import { mediaTypes } from './media-types.ts';
import { waitingFeed } from './waiting-feed.ts';

/** The private feed of one of the staff at its secret address. Nobody keeps it, and no search engine. */
export function addWaitingFeed({ app, site }: Web): void {
  app.get('/feed/waiting/:secret{[\\w-]{43}}/', async (c) => {
    const staff = await feedReader(site, c.req.param('secret'));
    if (staff === null) return c.notFound();
    const publication = await readPublication(site);
    const news = await waitingNews(site.store.read, kindsFor(staff.role), site.clock.now());
    const selfPath = `/feed/waiting/`; // the secret stands nowhere but in the address
    return c.body(
      atomFeed(publication, waitingFeed(publication, news, { selfPath, now: site.clock.now() })),
      200,
      {
        ...{ 'content-type': mediaTypes.atom, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
      },
    );
  });
}
