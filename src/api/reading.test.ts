import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import type { TestSite } from '../../test/support/site.ts';
import { withdrawArticle } from '../articles/withdraw-article.ts';
import { removeComment } from '../moderation/decide.ts';
import { type Answer, type Api, type Content, draft, openApi, publish } from './fixtures.ts';

const moderator = { actor: { role: 'moderator' }, staffId: null } as const;
const reason = { code: 'rule-1', label: 'Rule 1: Argue.', sentence: 'A sentence to the writer.' };

async function commentId(site: TestSite, number: number): Promise<string> {
  const row = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** All items of a list, part by part, each address as the one before gave it. */
async function through(api: Api, first: string) {
  const items: Content[] = [];
  const lengths: number[] = [];
  for (let address: string | null = first; address !== null; ) {
    const { status, body }: Answer = await api.call(address);
    assert.equal(status, 200);
    items.push(...body.items);
    lengths.push(body.items.length);
    address = body.next;
  }
  return { items, lengths };
}

onBothEngines('reading by the API', (engine) => {
  test('an article is told with its names, tags, words and counts', async () => {
    const { site, call, post } = await openApi(engine);
    const { id, path } = await publish(site);
    await post(id, { name: 'Rosa', text: 'One.' });
    await post(id, { name: 'Rosa', text: 'Two.' });
    await removeComment(site, { id: await commentId(site, 2), moderator, reason });

    const { status, body, headers } = await call(`/api/v1/articles/${id}`);
    const said = `${body.title}\n${body.standfirst}\nThe wall was promised in March.\n`;
    const hash = createHash('sha256').update(said).digest('hex');
    const cite = `https://ledger.example${path}versions/${hash}/`;
    const beside = { claims: [], closes: [], attribution: null, citations: [], cite };
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.deepEqual(body, {
      id,
      path,
      title: 'The wall at Quay Street',
      standfirst: 'What was promised, and what stands.',
      published: '2026-03-12T07:00:00.000Z',
      updated: '2026-03-12T07:00:00.000Z', // the moment after that at which it was written
      authors: [{ name: 'Ann Osei' }, { name: 'Bob Rees' }],
      tags: [
        { name: 'harbour', path: '/tag/harbour/' },
        { name: 'council', path: '/tag/council/' },
      ],
      html: '<p>The wall was <em>promised</em> in March.</p>',
      language: 'en-GB',
      series: null,
      counts: { published: 1, removed: 1, withdrawn: 0, withheld: 0 },
      corrections: [],
      ...beside,
    });
    const list = await call('/api/v1/articles');
    assert.deepEqual({ ...list.body.items[0], ...beside }, body);
    assert.deepEqual([list.body.items.length, list.body.next], [1, null]);
  });

  test('seven articles, some of one moment, are paged through newest first, each once', async () => {
    const api = await openApi(engine);
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      if (index % 2 === 0) api.site.clock.pass(60_000);
      ids.push((await publish(api.site, { title: `Article ${index}` })).id);
    }
    const { items, lengths } = await through(api, '/api/v1/articles?limit=3');
    assert.deepEqual(lengths, [3, 3, 1]);
    assert.deepEqual(
      items.map((item) => item.id),
      ids.toSorted().reverse(),
    );
  });

  test('an article published while a program pages shifts nothing', async () => {
    const { site, call } = await openApi(engine);
    const old = await publish(site, { title: 'Old' });
    site.clock.pass(1_000);
    await publish(site, { title: 'New' });
    const first = await call('/api/v1/articles?limit=1');
    site.clock.pass(1_000);
    await publish(site, { title: 'Newest' });
    const second = await call(first.body.next ?? '');
    assert.deepEqual([second.body.items[0]?.id, second.body.next], [old.id, null]);
  });

  test('25 comments are paged through by number, each once', async () => {
    const api = await openApi(engine);
    const { id } = await publish(api.site);
    for (let number = 1; number <= 25; number += 1)
      assert.equal((await api.post(id, { name: 'Rosa', text: `Words ${number}.` })).status, 201);
    const { items, lengths } = await through(api, `/api/v1/articles/${id}/comments?limit=10`);
    assert.deepEqual(lengths, [10, 10, 5]);
    assert.deepEqual(
      items.map((item) => [item.number, item.text]),
      Array.from({ length: 25 }, (_, index) => [index + 1, `Words ${index + 1}.`]),
    );
    const whole = await api.call(`/api/v1/articles/${id}/comments`);
    assert.deepEqual([whole.body.items.length, whole.body.next], [25, null]);
    const next = await api.call(`/api/v1/articles/${id}/comments?limit=25`);
    assert.equal(next.body.next, null);
    const beyond = await api.call(`/api/v1/articles/${id}/comments?after=999999999`);
    assert.deepEqual(beyond.body, { items: [], next: null });
  });

  test('a removed comment keeps its number and date, and nothing of its words or name', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    await post(id, { name: 'Canary Wren', text: 'canary words' });
    await post(id, { name: 'Rosa', text: 'An answer.', in_reply_to: 1 });
    await removeComment(site, { id: await commentId(site, 1), moderator, reason });
    const { body } = await call(`/api/v1/articles/${id}/comments`);
    assert.deepEqual(body.items[0], {
      number: 1,
      author: null,
      published: '2026-03-12T07:00:00.000Z',
      edited: null,
      inReplyTo: null,
      html: null,
      text: null,
      quotes: [],
      references: [],
      citations: [],
      cite: null,
      state: 'removed',
    });
    assert.equal(body.items[1]?.inReplyTo, 1);
    assert.doesNotMatch(JSON.stringify(body), /canary|sentence to/i);
    assert.doesNotMatch(
      JSON.stringify(await post(id, { name: 'Canary Wren', text: 'canary words' })),
      /canary/i,
    );
  });

  test('the date of an imported comment is the archive’s, or null', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    for (const text of ['One.', 'Two.', 'Three.']) await post(id, { name: 'Rosa', text });
    await site.store.write(async (tx) => {
      await tx.updateTable('comments').set({ origin: 'text-capture', dated: null }).execute();
      await tx.updateTable('comments').set({ dated: '2011-05-06' }).where('number', '=', 2).execute();
    });
    await removeComment(site, { id: await commentId(site, 3), moderator, reason });
    const { body } = await call(`/api/v1/articles/${id}/comments`);
    assert.deepEqual(
      body.items.map((item) => item.published),
      [null, '2011-05-06', null],
    );
  });

  test('drafts and withdrawn articles are nowhere', async () => {
    const { site, call, post } = await openApi(engine);
    const hidden = await draft(site, { title: 'Canary' });
    const withdrawn = await publish(site, { title: 'Canary' });
    await post(withdrawn.id, { name: 'Canary', text: 'Canary.' });
    const why = { id: withdrawn.id, reason: 'legal', note: 'It is gone.' };
    assert.ok((await withdrawArticle(site, { actor: { role: 'editor' }, staffId: null }, why)).ok);
    const said: Answer[] = [];
    for (const id of [
      hidden,
      withdrawn.id,
      '0195-none',
      '01958a7e-0000-7000-8000-000000000000',
      '%00',
      "'",
    ]) {
      for (const path of [`/api/v1/articles/${id}`, `/api/v1/articles/${id}/comments`])
        said.push(await call(path));
      said.push(await post(id, { name: 'Rosa', text: 'Words.' }));
    }
    const gone = said.splice(3, 3);
    for (const { status, body } of gone)
      assert.deepEqual(
        [status, body.code, body.detail],
        [410, 'withdrawn', 'The publication withdrew this article. It is gone.'],
      );
    for (const { status, body } of said) {
      assert.equal(status, 404);
      assert.deepEqual([body.code, body.detail], ['no-article', 'There is no such article.']);
    }
    said.push(...gone);
    said.push(await call('/api/v1/articles'));
    assert.doesNotMatch(JSON.stringify(said.map(({ body }) => body)), /canary/i);
  });

  test('an answer is known again by its ETag until something changes, from any origin', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const path = `/api/v1/articles/${id}/comments`;
    const headers = { origin: 'https://reader.example' };
    const first = await call(path, { headers });
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]{22}"$/);
    const again = await call(path, { headers: { ...headers, 'if-none-match': etag } });
    assert.deepEqual([again.status, again.body], [304, null]);
    for (const answer of [first, again, await call(`${path}?limit=0`), await call('/api/none')])
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    await post(id, { name: 'Rosa', text: 'Words.' });
    const changed = await call(path, { headers: { 'if-none-match': etag } });
    assert.deepEqual([changed.status, changed.body.items.length], [200, 1]);
  });

  test('HEAD answers like GET without a body', async () => {
    const { site, call } = await openApi(engine);
    const { id } = await publish(site);
    const { status, headers, body } = await call(`/api/v1/articles/${id}`, { method: 'HEAD' });
    assert.deepEqual([status, body], [200, null]);
    assert.ok(headers.get('etag'));
    assert.equal((await call('/api/v1/articles/none', { method: 'HEAD' })).status, 404);
  });
});

test('what is kept in memory is never sent without the header for other origins', async () => {
  const { site, web, call } = await openApi('sqlite');
  const { id } = await publish(site);
  for (const path of ['/api/v1/articles', `/api/v1/articles/${id}`, '/api/v1/openapi.json']) {
    await call(path);
    assert.equal(web.pages.fresh(path)?.variant('').headers['access-control-allow-origin'], '*');
    assert.equal((await call(path)).headers.get('access-control-allow-origin'), '*');
  }
});
