import { may } from '../../staff/permissions.ts';
import { makeToken } from '../../tokens/make-token.ts';
import { listTokens } from '../../tokens/queries.ts';
import { revokeToken } from '../../tokens/revoke-token.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { tokensPath } from './programs-frame.tsx';
import { emptyToken, readTokenForm } from './token-form.ts';
import { TokensPage, type TokensView } from './tokens-page.tsx';

const perPage = 50;

/** Tokens: made, listed, revoked. */
export const tokenRoutes: DeskRoute[] = [
  { method: 'GET', path: tokensPath, verb: 'token.make', answer: showTokens },
  { method: 'POST', path: tokensPath, verb: 'token.make', fresh: true, answer: sendToken },
  { method: 'POST', path: `${tokensPath}:id{${idPattern}}/revoke/`, verb: 'token.make', answer: sendRevoke },
];

function showTokens(visit: Visit): Promise<Response> {
  return answer(visit, { revoked: visit.c.req.query('done') === 'revoked' }, 200);
}

/** The secret stands on this answer alone: nothing of it is kept, so no page can show it again. */
async function sendToken(visit: Visit): Promise<Response> {
  const sent = readTokenForm(visit.form);
  if ('faults' in sent) return answer(visit, sent, 422);
  const made = await makeToken(visit.site, visit.staff, sent.input);
  if (made.ok) return answer(visit, { made: made.value.secret }, 201);
  const faults = [{ field: 'name', sentence: made.sentence }];
  return answer(visit, { values: sent.values, faults }, 409);
}

async function sendRevoke(visit: Visit): Promise<Response> {
  const revoked = await revokeToken(visit.site, visit.staff, pathId(visit));
  return revoked.ok ? seeOther(visit, `${tokensPath}?done=revoked`) : missing(visit);
}

async function answer(
  visit: Visit,
  shown: Partial<TokensView>,
  status: 200 | 201 | 409 | 422,
): Promise<Response> {
  const { site, staff, desk } = visit;
  const page = queryNumber(visit, 'page') ?? 1;
  const staffId = may(staff.role, 'token.manage') ? null : staff.id;
  const offset = (page - 1) * perPage;
  const found = await listTokens(site.store.read, { staffId, limit: perPage + 1, offset });
  const view: TokensView = {
    tokens: found.slice(0, perPage),
    ...{ values: emptyToken, faults: [], made: null, revoked: false },
    newer: page > 1 ? `${tokensPath}?page=${page - 1}` : null,
    older: found.length > perPage ? `${tokensPath}?page=${page + 1}` : null,
    ...shown,
  };
  return show(visit, <TokensPage desk={desk} view={view} />, status);
}
