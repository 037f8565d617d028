import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { may, mayOn, roles, type Stage, stages } from '../staff/permissions.ts';
import { type Scope, scopes } from '../tokens/token.ts';
import { articleIn, openApi, tokenOf } from './fixtures.ts';
import { type ApiRoute, base, guardedPart, isOnArticle } from './route.ts';
import { apiRoutes } from './routes.ts';

const guardedRoutes = apiRoutes.flatMap((route) => {
  const guarded = guardedPart(route);
  return guarded ? [{ route, guarded }] : [];
});

const anyStage: readonly Stage[] = ['draft'];

/** A request without anything to do: what gets through the gate is refused for what it lacks, or answered. */
function request({ method, path }: ApiRoute, id: string, headers: Record<string, string>) {
  const body = ['post', 'put', 'patch'].includes(method) ? { body: '[]' } : {};
  return {
    path:
      base +
      path.replace('{id}', id).replace('{article}', id).replace('{number}', '1').replace('{stage}', 'draft'),
    init: {
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/json', ...headers },
      ...body,
    },
  };
}

onBothEngines('who may do what by the API', (engine) => {
  test('each route, role, scope and stage has its answer, and it is that of the permission table', async () => {
    const { site, call } = await openApi(engine);
    let cells = 0;
    const standing = new Map<Stage, string>();
    for (const role of roles)
      for (const scope of scopes) {
        const { headers } = await tokenOf(site, role, { scopes: [scope] });
        // What a token was not made for is refused before anybody looks where the article stands.
        for (const { route, guarded } of guardedRoutes)
          for (const stage of isOnArticle(guarded) && guarded.access.scope === scope ? stages : anyStage) {
            const id = standing.get(stage) ?? (await articleIn(site, stage));
            standing.set(stage, id);
            const { path, init } = request(route, id, headers);
            const { status, body } = await call(path, init);
            const allowed = isOnArticle(guarded)
              ? mayOn(role, guarded.access.verb, stage)
              : may(role, guarded.access.verb);
            const what = `${role} with ${scope}: ${route.name} of one that is ${stage}, answered ${status}`;
            if (guarded.access.scope !== scope)
              assert.deepEqual([status, body.code], [403, 'no-scope'], what);
            else if (!allowed) assert.deepEqual([status, body.code], [403, 'not-allowed'], what);
            else
              assert.ok([200, 404, 409, 415, 422, 428].includes(status) && body.code !== 'no-article', what);
            if (status === 200 && !['get', 'patch'].includes(route.method)) standing.delete(stage); // it is none any more
            cells += 1;
          }
      }
    assert.ok(cells >= roles.length * scopes.length * guardedRoutes.length);
  });

  test('nobody without a token gets through, and nothing is told of what is there', async () => {
    const { site, call } = await openApi(engine);
    const id = await articleIn(site, 'draft');
    for (const { route } of guardedRoutes) {
      const { path, init } = request(route, id, {});
      assert.equal((await call(path, init)).status, route.access === 'anybody' ? 404 : 401, route.name);
    }
    const { headers } = await tokenOf(site, 'author', { scopes: [...scopes] as Scope[] });
    for (const { route, guarded } of guardedRoutes)
      if (isOnArticle(guarded)) {
        const { path, init } = request(route, '01957f00-0000-7000-8000-000000000000', headers);
        assert.equal((await call(path, init)).status, 404, route.name);
      }
  });

  test('no variant of an address or a method goes round the gate', async () => {
    const { site, web } = await openApi(engine);
    const id = await articleIn(site, 'draft');
    const paths = [
      ...[
        `/api/v1//articles/${id}/publication`,
        `/API/v1/articles/${id}/publication`,
        `/api/v1/articles/${id}/publication/`,
      ],
      ...[
        `/api/v1/./articles/${id}/publication`,
        `/api/v1/articles/${id}/%70ublication`,
        `/api/v1/articles/${id}//publication`,
      ],
      ...[
        `/api/v1/articles/${id}/publication;x`,
        `/api/v1/articles/x/../${id}/publication`,
        `/api/v1/articles/${id.toUpperCase()}/publication`,
      ],
    ];
    for (const path of paths)
      for (const method of ['POST', 'DELETE', 'PUT', 'post']) {
        const response = await web.app.request(`https://ledger.example${path}`, {
          method,
          headers: { 'content-type': 'application/json', 'x-http-method-override': 'POST' },
          ...(method === 'DELETE' ? {} : { body: '{}' }),
        });
        assert.ok([401, 404, 405].includes(response.status), `${method} ${path} ${response.status}`);
      }
    const { state } = await site.store.read
      .selectFrom('articles')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.equal(state, 'draft');
  });
});
