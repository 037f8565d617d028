import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BuiltPage, PageCache } from './page-cache.ts';

const type = 'text/plain';

function cacheOf() {
  let version = 1;
  let made = 0;
  const cache = new PageCache(() => version);
  const get = (stamp: string) =>
    cache.get('/', {
      stamp: async () => stamp,
      make: async () => {
        made += 1;
        return { body: `${stamp} ${made}`, type };
      },
    });
  return {
    cache,
    get,
    made: () => made,
    change: () => {
      version += 1;
    },
  };
}

test('a page is made once for as long as nothing changes', async () => {
  const { get, made, cache } = cacheOf();
  await get('a');
  await get('a');
  assert.equal(made(), 1);
  assert.ok(cache.fresh('/'));
});

test('readers who come together wait for one making of it', async () => {
  const { get, made } = cacheOf();
  await Promise.all(Array.from({ length: 20 }, () => get('a')));
  assert.equal(made(), 1);
});

test('a change elsewhere does not make a page anew, and a change of its own does', async () => {
  const { get, made, change, cache } = cacheOf();
  await get('a');
  change();
  assert.equal(cache.fresh('/'), undefined, 'it is looked at again');
  await get('a');
  assert.equal(made(), 1);
  change();
  await get('b');
  assert.equal(made(), 2);
});

test('what changed while a page was made is not hidden by it', async () => {
  let version = 1;
  const cache = new PageCache(() => version);
  await cache.get('/', {
    stamp: async () => 'a',
    make: async () => {
      version += 1;
      return { body: 'old', type };
    },
  });
  assert.equal(cache.fresh('/'), undefined);
});

test('the same bytes come back from every encoding, and only one that was asked for is sent', () => {
  const body = 'The bridge is stuck. '.repeat(200);
  const page = new BuiltPage({ body, type }, { version: 1, stamp: '' });
  const sent = (accepted: string) => page.variant(accepted);
  assert.equal(gunzipSync(sent('gzip, deflate').bytes).toString(), body);
  assert.equal(brotliDecompressSync(sent('gzip, br').bytes).toString(), body);
  assert.equal(sent('').bytes.toString(), body);
  for (const none of ['identity', 'gzip;q=0', 'gzip; q=0.000, br;q=0', 'compress'])
    assert.equal(sent(none).headers['content-encoding'], undefined, none);
});

test('a copy that is still right is known by its tag or its date', () => {
  const lastModified = 'Thu, 12 Mar 2026 07:00:00 GMT';
  const page = new BuiltPage({ body: 'x', type, lastModified }, { version: 1, stamp: '' });
  assert.equal(page.isKnown(page.etag, undefined), true);
  assert.equal(page.isKnown(`"other", W/${page.etag}`, undefined), true);
  assert.equal(page.isKnown('"other"', lastModified), false, 'the tag is the stronger sign');
  assert.equal(page.isKnown(undefined, lastModified), true);
  assert.equal(page.isKnown(undefined, 'Wed, 11 Mar 2026 07:00:00 GMT'), false);
});
