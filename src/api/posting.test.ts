import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { onBothEngines } from '../../test/support/engines.ts';
import type { TestSite } from '../../test/support/site.ts';
import { makeChallenge } from '../comments/flood/challenge.ts';
import { releaseComment } from '../moderation/decide.ts';
import { type Content, openApi, publish } from './fixtures.ts';

const words = { name: 'Rosa Lund', text: 'The wall *was* there.' };

async function allComments(site: TestSite) {
  return site.store.read.selectFrom('comments').select(['id', 'number', 'state', 'email', 'url']).execute();
}

onBothEngines('posting by the API', (engine) => {
  test('a comment is answered with itself, its address and its receipt', async () => {
    const { site, post } = await openApi(engine);
    const { id, path } = await publish(site);
    const { status, body, headers } = await post(id, {
      ...words,
      email: 'rosa@post.example',
      url: 'https://rosa.example',
    });
    assert.equal(status, 201);
    const { receipt, cite, ...comment } = body;
    const hash = createHash('sha256').update('The wall was there.\n').digest('hex');
    assert.equal(cite, `https://ledger.example${path}responses/1/versions/${hash}/`);
    assert.deepEqual(comment, {
      number: 1,
      author: { name: 'Rosa Lund', sameWriter: [] },
      published: '2026-03-12T07:00:00.000Z',
      edited: null,
      inReplyTo: null,
      html: '<p>The wall <em>was</em> there.</p>',
      text: 'The wall was there.',
      quotes: [],
      references: [],
      citations: [],
      state: 'published',
    });
    assert.match(receipt, /^https:\/\/ledger\.example\/receipt\/[0-9a-f-]{36}\/[\w-]{43}\/$/);
    assert.equal(headers.get('location'), `https://ledger.example${path}responses/1/`);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.match(headers.get('set-cookie') ?? '', /HttpOnly/);
    const [row] = await allComments(site);
    assert.deepEqual([row?.email, row?.url], ['rosa@post.example', 'https://rosa.example']);
  });

  test('a reply names the number it answers, as a number, as digits, by either name', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    await post(id, words);
    const replies = [{ in_reply_to: 1 }, { in_reply_to: '1' }, { inReplyTo: 1 }, { inReplyTo: '1' }];
    for (const [index, reply] of replies.entries()) {
      const { status, body } = await post(id, { ...words, text: `Reply ${index}.`, ...reply });
      assert.deepEqual([status, body.inReplyTo], [201, 1]);
    }
    const none = await post(id, { ...words, text: 'None.', in_reply_to: null, email: null, url: null });
    assert.deepEqual([none.status, none.body.inReplyTo], [201, null]);
  });

  test('the writer’s cookie makes comments the same writer’s', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const first = await post(id, words);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await post(id, { ...words, text: 'Two.' }, { cookie });
    assert.deepEqual(second.body.author.sameWriter, [1]);
    assert.equal(second.headers.get('set-cookie'), null);
    const other = await post(id, { ...words, text: 'Three.' }, { cookie: '' });
    assert.deepEqual(
      [other.status, other.body.code, other.body.errors[0]?.field],
      [422, 'name-held', 'name'],
    );
    assert.match(other.body.detail, /Free are “/);
    await post(id, { name: 'Bollard', text: 'Three.' }, { cookie: '' });
    const { body } = await call(`/api/v1/articles/${id}/comments`);
    assert.deepEqual(
      body.items.map((item) => item.author.sameWriter),
      [[2], [1], []],
    );
  });

  test('a held comment is answered with its receipt alone and shows nowhere until it is released', async () => {
    const { site, call, post } = await openApi(engine, { 'comments.policy': 'first-held' });
    const { id } = await publish(site);
    const held = await post(id, { name: 'Canary Wren', text: 'canary words' });
    assert.equal(held.status, 202);
    assert.deepEqual(Object.keys(held.body).sort(), ['receipt', 'state']);
    assert.equal(held.body.state, 'held');
    const shown: Content[] = [];
    for (const path of ['/api/v1/articles', `/api/v1/articles/${id}`, `/api/v1/articles/${id}/comments`])
      shown.push((await call(path)).body);
    assert.doesNotMatch(JSON.stringify(shown), /canary/i);
    assert.deepEqual(shown[1]?.counts, { published: 0, removed: 0, withdrawn: 0, withheld: 0 });
    assert.deepEqual(shown[2]?.items, []);

    const again = await post(id, { name: 'Canary Wren', text: 'canary words' });
    assert.deepEqual([again.status, again.body], [202, held.body]);
    const [row] = await allComments(site);
    await releaseComment(site, {
      id: row?.id ?? '',
      moderator: { actor: { role: 'moderator' }, staffId: null },
    });
    const released = await post(id, { name: 'Canary Wren', text: 'canary words' });
    assert.deepEqual([released.status, released.body.number], [201, 1]);
    assert.equal(released.body.receipt, held.body.receipt);
    assert.equal((await call(`/api/v1/articles/${id}`)).body.counts.published, 1);
  });

  test('while very many arrive a comment without a proof of work waits, and one with it does not', async () => {
    const { site, post } = await openApi(engine, { 'comments.flood': '1' });
    const { id } = await publish(site);
    assert.equal((await post(id, words)).status, 201);
    const held = await post(id, { ...words, text: 'Without.' });
    assert.deepEqual([held.status, held.body.state], [202, 'held']);
    const challenge = await makeChallenge(site, id);
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    assert.equal((await post(id, { ...words, text: 'With.', proof })).status, 201);
    const wrong = await post(id, { ...words, text: 'Wrong.', proof: 7 });
    assert.deepEqual([wrong.status, wrong.body.errors[0]?.field], [422, 'proof']);
  });

  test('a reply to a held comment is refused like one to none', async () => {
    const { site, post } = await openApi(engine, { 'comments.policy': 'all-held' });
    const { id } = await publish(site);
    await post(id, words);
    const { status, body } = await post(id, { ...words, text: 'A reply.', in_reply_to: 1 });
    assert.equal(status, 422);
    assert.equal(body.errors[0]?.field, 'in_reply_to');
  });

  test('the same words are one comment, with a key or without', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const first = await post(id, words, { 'idempotency-key': 'a' });
    const resent = await post(id, words, { 'idempotency-key': 'a' });
    const again = await post(id, words);
    site.clock.pass(86_400_000);
    const nextDay = await post(id, words, { 'idempotency-key': 'a' });
    for (const answer of [resent, again, nextDay])
      assert.deepEqual([answer.status, answer.body], [201, first.body]);
    assert.equal((await allComments(site)).length, 1);
  });

  test('published words, repeated by somebody else at the same address, do not give them the receipt', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const { receipt, ...comment } = (await post(id, words)).body;
    assert.ok(receipt);
    const other = await post(id, words, { cookie: '' });
    assert.deepEqual([other.status, other.body], [201, comment]);
    assert.equal((await allComments(site)).length, 1);
  });

  test('a key that is used for other words is refused', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    await post(id, words, { 'idempotency-key': 'a' });
    const { status, body } = await post(id, { ...words, text: 'Others.' }, { 'idempotency-key': 'a' });
    assert.deepEqual([status, body.code], [422, 'key-reused']);
    assert.equal((await allComments(site)).length, 1);
  });

  test('twenty at once with one key are one comment with one number', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const sent = Array.from({ length: 20 }, () => post(id, words, { 'idempotency-key': 'one' }));
    const answers = await Promise.all(sent);
    for (const answer of answers) {
      assert.deepEqual([answer.status, answer.body.number], [201, 1]);
      assert.deepEqual(answer.body, answers[0]?.body);
    }
    assert.equal((await allComments(site)).length, 1);
  });

  test('twenty at once with other words each get a number of their own, without a gap', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const cookie = `__Host-hustings_writer=${'a'.repeat(43)}`;
    const sent = Array.from({ length: 20 }, (_, index) =>
      post(id, { ...words, text: `Words ${index}.` }, { cookie }),
    );
    const numbers = (await Promise.all(sent)).map((answer) => Number(answer.body.number));
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test('an article that takes no comments says so', async () => {
    const { site, post } = await openApi(engine, { 'comments.policy': 'closed' });
    const { id } = await publish(site);
    const { status, body } = await post(id, words);
    assert.deepEqual([status, body.code], [409, 'closed']);
  });

  test('too many from one address are told when to come again', async () => {
    const { site, post } = await openApi(engine, { 'comments.pace': '2' });
    const { id } = await publish(site);
    for (const text of ['One.', 'Two.']) assert.equal((await post(id, { ...words, text })).status, 201);
    const refused = await post(id, { ...words, text: 'Three.' });
    assert.deepEqual([refused.status, refused.body.code], [429, 'too-fast']);
    site.clock.pass(Number(refused.headers.get('retry-after')) * 1_000);
    assert.equal((await post(id, { ...words, text: 'Three.' })).status, 201);
  });
});
