import { readArticle } from '../articles/queries.ts';
import { makeChallenge } from '../comments/flood/challenge.ts';
import { isFloodNear } from '../comments/flood/queries.ts';
import { readSettings } from '../publication/queries.ts';
import type { Web } from '../web/site-app.ts';
import { scripts } from '../web/ui/scripts.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { articlePathOf, articlePattern } from './article-path.ts';

/**
 * `…/responses/challenge/`: the work that a response has to bring while very many arrive, as JSON, with what to say while
 * it is done and the address of the worker that does it. Null where none is asked for. Nothing is written down.
 */
export function addChallenges({ app, site }: Web): void {
  app.get(`${articlePattern}responses/challenge/`, async (c) => {
    const article = await readArticle(site.store.read, { path: articlePathOf(c) });
    if (!article) return c.notFound();
    c.header('cache-control', 'no-store');
    if (!(await isFloodNear(site))) return c.json({ challenge: null });
    const { locale } = await readSettings(site);
    return c.json({
      challenge: await makeChallenge(site, article.id),
      worker: scripts.solve.href,
      say: wordingFor(locale).reply.proving,
    });
  });
}
