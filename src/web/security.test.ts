import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'hono';
import { readConfig } from '../config.ts';
import { isForged } from './security.ts';

function forged(
  headers: Record<string, string>,
  { url = 'http://localhost:4000', method = 'POST' } = {},
): boolean {
  const asked = { req: { method, header: (name: string) => headers[name] } };
  return isForged(asked as unknown as Context, readConfig({ HUSTINGS_URL: url }));
}

test('a page of this publication, and a program without cookies, may send', () => {
  assert.equal(forged({ origin: 'http://localhost:4000' }), false);
  assert.equal(forged({ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }), false);
  assert.equal(forged({}), false);
  assert.equal(forged({ 'sec-fetch-site': 'same-origin' }), false);
  assert.equal(forged({ origin: 'https://elsewhere.example' }, { method: 'GET' }), false);
});

test('a page of somebody else may not', () => {
  const host = 'localhost:4000';
  for (const origin of [
    'https://elsewhere.example',
    'null',
    '',
    'https://localhost:4000',
    'http://evil@localhost:4000',
  ])
    assert.equal(forged({ origin, host }), true, origin);
  assert.equal(forged({ origin: 'http://localhost:4000/x', host }), true);
  assert.equal(forged({ 'sec-fetch-site': 'cross-site' }), true);
  assert.equal(forged({ 'sec-fetch-site': 'same-site' }), true);
});

test('a page of the same host by plain http may not send to a publication on https', () => {
  const url = 'https://ledger.example';
  assert.equal(forged({ origin: 'http://ledger.example', host: 'ledger.example' }, { url }), true);
  assert.equal(forged({ origin: 'https://ledger.example', host: 'ledger.example' }, { url }), false);
});
