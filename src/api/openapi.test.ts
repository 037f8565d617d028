import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Operation, openApi } from './fixtures.ts';
import { apiRoutes } from './routes.ts';

/** Every reference in the document. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = '$ref' in node ? [String(node.$ref)] : [];
  return [...own, ...Object.values(node).flatMap(references)];
}

function parameter(operation: Operation | undefined, name: string) {
  return operation?.parameters.find((each) => each.name === name);
}

test('the description lists every route, its inputs and all its answers', async () => {
  const { document, call } = await openApi('sqlite');
  assert.deepEqual((await call('/api/v1/openapi.json')).body, document);
  assert.equal(document.openapi, '3.1.1');
  assert.equal(document.servers[0]?.url, 'https://ledger.example/api/v1');
  const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(listed.sort(), apiRoutes.map((route) => `${route.method} ${route.path}`).sort());
  const post = document.paths['/articles/{id}/comments']?.post;
  const statuses = ['201', '202', '400', '403', '404', '409', '410', '413', '415', '422', '429', '500'];
  assert.deepEqual(Object.keys(post?.responses ?? {}), statuses);
  assert.ok(parameter(post, 'Idempotency-Key'));
  const limit = parameter(document.paths['/articles']?.get, 'limit');
  assert.deepEqual(limit?.schema, { type: 'integer', minimum: 1, maximum: 100, default: 20 });
});

test('every reference in the description leads somewhere', async () => {
  const { document } = await openApi('sqlite');
  const names = Object.keys(document.components.schemas);
  const used = new Set(references(document));
  assert.deepEqual([...used].sort(), names.map((name) => `#/components/schemas/${name}`).sort());
});

test('readers of the description are told that keys may be added, and writers that none may', async () => {
  const { document } = await openApi('sqlite');
  const schemas = document.components.schemas;
  assert.equal('additionalProperties' in (schemas.Article ?? {}), false);
  assert.equal(schemas.NewComment?.additionalProperties, false);
  assert.deepEqual(schemas.NewComment?.required, ['name', 'text']);
});
