import { claimsOf, closedBy, findClaims, todayOf } from '../../articles/claims/queries.ts';
import { readEditable } from '../../articles/queries.ts';
import { missing } from '../admit.tsx';
import { type ArticleVisit, queryNumber, show } from '../visit.ts';
import { ArticleClaimsPage } from './article-claims-page.tsx';
import type { ArticleClaimsView } from './claims-view.ts';

const mostFound = 20;

/** The page of an article's claims; `shown` is what a refusal puts in place of what is stored. */
export async function showArticleClaims(
  visit: ArticleVisit,
  shown: Partial<ArticleClaimsView>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const db = visit.site.store.read;
  const article = await readEditable(db, visit.id);
  if (article === null) return missing(visit);
  const today = await todayOf(visit.site);
  const claims = await claimsOf(db, visit.id, today);
  const opened = claims.find(({ number }) => number === queryNumber(visit, 'change')) ?? null;
  const text = (visit.c.req.query('q') ?? '').trim().slice(0, 200);
  const found = await findClaims(db, { text, notOf: visit.id, today, limit: mostFound + 1 });
  const view: ArticleClaimsView = {
    ...{ article, stage: visit.stage, claims, today, closing: null },
    closes: await closedBy(db, visit.id, today),
    changing: opened && { number: opened.number, version: opened.version },
    form: {
      prefix: 'f',
      values: {
        passage: opened?.passage ?? '',
        claim: opened && opened.claim !== opened.passage ? opened.claim : '',
        due: opened?.due ?? '',
      },
      faults: [],
    },
    search: { text, found: found.slice(0, mostFound), more: found.length > mostFound },
    done: visit.c.req.query('done') ?? null,
    ...shown,
  };
  return show(visit, <ArticleClaimsPage desk={visit.desk} view={view} />, status);
}
