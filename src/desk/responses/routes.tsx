import { nameHints } from '../../moderation/name-hints.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { readSettings } from '../../publication/queries.ts';
import type { CommentState } from '../../store/schema.ts';
import type { DeskRoute } from '../desk-route.ts';
import { queryId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { onePath } from './back.ts';
import {
  articleTitle,
  countByState,
  type DecidedFilter,
  decidedResponses,
  decidedStates,
  readResponse,
} from './queries.ts';
import { ResponsesPage, type ResponsesView } from './responses-page.tsx';

const perPage = 20;

/** What was published or decided. */
export const responseRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/responses/', verb: 'comment.decide', answer: showResponses },
];

async function showResponses(visit: Visit): Promise<Response> {
  const { site, desk } = visit;
  const db = site.store.read;
  const filter = readFilter(visit);
  const page = Math.min(queryNumber(visit, 'page') ?? 1, 1000);
  const offset = (page - 1) * perPage;
  const found = await decidedResponses(db, { ...filter, limit: perPage + 1, offset });
  const responses = found.slice(0, perPage);
  const [first] = responses;
  if (filter.number !== null && first) return seeOther(visit, onePath(first.id));
  const title = filter.articleId === null ? null : await articleTitle(db, filter.articleId);
  const doneId = queryId(visit, 'decided');
  const view: ResponsesView = {
    responses,
    hints: await nameHints(
      site,
      responses.map(({ id }) => id),
    ),
    article: filter.articleId !== null && title !== null ? { id: filter.articleId, title } : null,
    state: filter.state,
    number: filter.number,
    counts: countsOf(await countByState(db, filter.articleId), filter),
    newer: page > 1 ? addressOf(filter, page - 1) : null,
    older: found.length > perPage ? addressOf(filter, page + 1) : null,
    reasons: reasonsOf(await readSettings(site)),
    done: doneId === null ? null : await readResponse(db, doneId),
  };
  return show(visit, <ResponsesPage desk={desk} view={view} />);
}

function readFilter(visit: Visit): DecidedFilter {
  const articleId = queryId(visit, 'article');
  const asked = visit.c.req.query('state');
  return {
    articleId,
    state: decidedStates.find((state) => state === asked) ?? null,
    number: articleId === null ? null : queryNumber(visit, 'number'),
  };
}

function countsOf(counts: Map<CommentState, number>, { articleId }: DecidedFilter): ResponsesView['counts'] {
  const path = (state: DecidedFilter['state']) => addressOf({ articleId, state, number: null }, 1);
  const each = decidedStates.map((state) => ({ state, path: path(state), count: counts.get(state) ?? 0 }));
  return [{ state: null, path: path(null), count: each.reduce((sum, { count }) => sum + count, 0) }, ...each];
}

function addressOf({ articleId, state, number }: DecidedFilter, page: number): string {
  const query = new URLSearchParams({
    ...(articleId === null ? {} : { article: articleId }),
    ...(state === null ? {} : { state }),
    ...(number === null ? {} : { number: String(number) }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/desk/responses/' : `/desk/responses/?${query}`;
}
