import { readEditable } from '../../articles/queries.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { type ArticleVisit, idPattern, show } from '../visit.ts';
import { PublishingPage } from './publishing-page.tsx';

const one = `/desk/articles/:id{${idPattern}}/`;

/** What becomes of an article between its last word and its readers. */
export const publishingRoutes: DeskRoute[] = [
  { method: 'GET', path: `${one}publishing/`, verb: 'article.read', answer: showPublishing },
];

async function showPublishing(visit: ArticleVisit): Promise<Response> {
  const article = await readEditable(visit.site.store.read, visit.id);
  if (article === null) return missing(visit);
  return show(visit, <PublishingPage desk={visit.desk} view={{ article, stage: visit.stage }} />);
}
