import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { articleInput } from '../articles/article.ts';
import { attributeArticle } from '../articles/attributions/attribute-article.ts';
import { closeClaim } from '../articles/claims/close-claim.ts';
import { markClaim, withdrawClaim } from '../articles/claims/mark-claim.ts';
import { giveCorrection } from '../articles/corrections/give-correction.ts';
import type { Editor } from '../articles/keep-revision.ts';
import { publishDue } from '../articles/publish-due.ts';
import { readEditable, stageOf } from '../articles/queries.ts';
import { editArticle } from '../articles/save-article.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import { markRisk, overrideReader, readVersion } from '../articles/second-reader.ts';
import { wordsHash } from '../articles/unread.ts';
import { restoreArticle, withdrawArticle } from '../articles/withdraw-article.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { draft, json, openApi, publish, tokenOf } from './fixtures.ts';

const words = { title: 'Who owns Customs Quay', body: 'The deeds name a *firm*.' };

/** A draft that an editor wrote by the API and marked as a legal risk, and another editor who has not written it. */
async function open(engine: EngineName) {
  const api = await openApi(engine);
  const { site, call } = api;
  const { headers, staff } = await tokenOf(site, 'editor');
  const writer: Editor = { actor: { role: 'editor' }, staffId: staff.id };
  const added = await addStaff(site, { name: 'Wilf Pryce', email: 'second@ledger.example', role: 'editor' });
  assert.ok(added.ok);
  const second: Editor = { actor: { role: 'editor' }, staffId: added.value.id };
  const { body } = await call('/api/v1/articles', json('POST', words, headers));
  const { id } = body;
  assert.ok((await markRisk(site, writer, { id, reason: 'It names a firm.' })).ok);
  const read = async () =>
    assert.ok((await readVersion(site, second, { id, seen: await wordsHash(site.store.read, id) })).ok);
  const send = (content: object) =>
    call(`/api/v1/articles/${id}/publication`, json('POST', content, headers));
  const change = (content: object) =>
    call(`/api/v1/articles/${id}`, json('PATCH', content, { ...headers, 'if-match': '*' }));
  return { ...api, headers, writer, second, id, read, send, change };
}

const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'ok' : outcome.code);

onBothEngines('an article marked as a legal risk, by the API', (engine) => {
  test('is neither published nor given a time by its writer’s token alone, and a sentence says why', async () => {
    const { send, change, read, id, site } = await open(engine);
    for (const content of [{}, { at: '2026-03-13T06:30' }]) {
      const { status, body } = await send(content);
      assert.deepEqual([status, body.code], [409, 'needs-reader']);
      assert.match(body.detail, /marked as a legal risk/);
    }
    assert.equal(await stageOf(site.store.read, id), 'draft');
    await read();
    assert.equal((await change({ standfirst: 'And who sold it.' })).status, 200);
    assert.equal((await send({})).body.code, 'needs-reader', 'the reading was of other words');
    await read();
    assert.equal((await send({})).status, 201);
  });

  test('does not appear at its time when its words, or those beside them, were changed after they were read', async () => {
    const { send, read, id, site, writer } = await open(engine);
    await read();
    assert.equal((await send({ at: '2026-03-13T06:30' })).status, 202);
    const input = { passage: 'The deeds name a firm.', claim: 'The firm stole it.', due: '2026-11-30' };
    assert.ok((await markClaim(site, writer, { id, input })).ok);
    site.clock.pass(86_400_000);
    await runDueJobs(site, { 'article.publish-due': publishDue });
    assert.equal(await stageOf(site.store.read, id), 'draft');
  });

  test('keeps its published words: also those that another format would make others of', async () => {
    const { send, read, change, id, site } = await open(engine);
    await read();
    assert.equal((await send({})).status, 201);
    for (const content of [
      { body: 'The deeds name a thief.' },
      { format: 'html' },
      { title: 'Who stole it' },
    ]) {
      const { status, body } = await change(content);
      assert.deepEqual([status, body.code], [409, 'needs-reader'], JSON.stringify(content));
    }
    const article = await readEditable(site.store.read, id);
    assert.deepEqual([article?.source, article?.format], [words.body, 'markdown']);
    assert.equal((await change({ tags: ['quay'] })).status, 200, 'what is not its words may change');
  });

  test('takes no correction, claim, closing or source from whoever wrote it, and does from another', async () => {
    const { send, read, id, site, writer, second } = await open(engine);
    await read();
    await send({});
    const earlier = (await publish(site, { body: 'It will open on 30 November.' })).id;
    const claim = { passage: 'It will open', claim: '', due: '2026-11-30' };
    assert.ok((await markClaim(site, second, { id: earlier, input: claim })).ok);
    const ways = (editor: Editor) => [
      giveCorrection(site, editor, {
        id,
        input: {
          kind: 'update',
          was: '',
          now: 'It is a thief.',
          why: 'New.',
          prominence: 'top',
          revision: null,
        },
      }),
      markClaim(site, editor, { id, input: { passage: 'a firm', claim: 'A thief', due: '2026-11-30' } }),
      closeClaim(site, editor, {
        claim: { articleId: earlier, number: 1 },
        by: id,
        input: { outcome: 'denied', sentence: 'A thief has it.', date: '2026-03-12' },
      }),
      attributeArticle(site, editor, {
        id,
        version: 0,
        attribution: { sources: [{ class: 'own', count: 1, note: 'A thief' }], replies: [] },
      }),
    ];
    for (const way of ways(writer)) assert.equal(codeOf(await way), 'needs-reader');
    for (const way of ways(second)) assert.equal(codeOf(await way), 'ok');
    assert.ok(
      (await withdrawClaim(site, writer, { id, number: 1, version: 1 })).ok,
      'words may be taken away',
    );
  });

  test('takes one more word of its writer once an owner has let one pass', async () => {
    const { send, read, id, site, writer } = await open(engine);
    await read();
    await send({});
    const { staff } = await tokenOf(site, 'owner');
    const owner: Editor = { actor: { role: 'owner' }, staffId: staff.id };
    const seen = await wordsHash(site.store.read, id);
    assert.ok((await overrideReader(site, owner, { id, reason: 'Counsel read it.', seen })).ok);
    const mark = (due: string) =>
      markClaim(site, writer, { id, input: { passage: 'a firm', claim: 'A thief', due } });
    assert.equal(codeOf(await mark('2026-11-30')), 'ok');
    assert.equal(codeOf(await mark('2026-12-30')), 'needs-reader');
  });
});

onBothEngines('an article that changes while somebody acts on it', (engine) => {
  test('is published by the API as the version that was seen, and as no other', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const address = `/api/v1/articles/${id}`;
    const { version } = (await call(address, { headers })).body;
    const send = (match: string, content: object = {}) =>
      call(`${address}/publication`, json('POST', content, { ...headers, 'if-match': match }));
    const changed = await call(address, json('PATCH', { title: 'Other' }, { ...headers, 'if-match': '*' }));
    for (const content of [{}, { at: '2026-03-13T06:30' }]) {
      const late = await send(`"${version}"`, content);
      assert.deepEqual(
        [late.status, late.body.code, late.body.version],
        [412, 'stale', changed.body.version],
      );
      assert.match(late.body.detail, /read it again/);
    }
    assert.equal(await stageOf(site.store.read, id), 'draft');
    assert.equal((await send(`"${changed.body.version}"`)).status, 201);
  });

  test('does not get another time where somebody has set one since', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const send = (content: object) =>
      call(`/api/v1/articles/${id}/publication`, json('POST', content, headers));
    const set = await send({ at: '2026-03-13T06:30', was: null });
    assert.equal(set.status, 202);
    const late = await send({ at: '2026-03-14T06:30', was: null });
    assert.deepEqual([late.status, late.body.code], [409, 'time-changed']);
    assert.equal((await send({ at: '2026-03-14T06:30', was: set.body.schedule?.at })).status, 202);
    assert.equal((await send({ at: '2026-03-14T06:30', was: 'yesterday' })).status, 422);
  });

  test('is not changed by somebody who was let to while it was a draft, once a time is set for it', async () => {
    const { site } = await openApi(engine);
    const id = await draft(site);
    const article = await readEditable(site.store.read, id);
    assert.ok(article);
    const seen = { state: article.state, updatedAt: article.updatedAt, stage: 'draft' } as const;
    const editor: Editor = { actor: { role: 'editor' }, staffId: null };
    assert.ok((await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' })).ok);
    const input = articleInput.parse({ title: 'Other', body: 'Other.' });
    assert.equal(codeOf(await editArticle(site, editor, { id, input, seen })), 'stale');
    assert.equal((await readEditable(site.store.read, id))?.title, article.title);
  });

  test('answers a publication that is sent again with its key as it did, though it is published by then', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const send = (content: object, key: string) =>
      call(
        `/api/v1/articles/${id}/publication`,
        json('POST', content, { ...headers, 'idempotency-key': key }),
      );
    assert.equal((await send({}, 'one')).status, 201);
    const again = await send({}, 'one');
    assert.deepEqual([again.status, again.body.stage], [201, 'published']);
    assert.deepEqual(
      [(await send({}, 'two')).status, (await send({}, 'two')).body.code],
      [403, 'not-allowed'],
    );
    const other = await send({ at: '2026-03-13T06:30' }, 'one');
    assert.deepEqual([other.status, other.body.code], [422, 'key-reused']);
  });
});

onBothEngines('an article whose format alone is changed', (engine) => {
  test('gets a version of its own, published or withdrawn, and the record agrees', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const { id } = await publish(site, { body: '<p>The wall</p>' });
    const change = (format: string) =>
      call(`/api/v1/articles/${id}`, json('PATCH', { format }, { ...headers, 'if-match': '*' }));
    const versions = async () =>
      (
        await site.store.read
          .selectFrom('article_revisions')
          .select('source_format')
          .where('article_id', '=', id)
          .orderBy('number')
          .execute()
      ).map(({ source_format }) => source_format);
    assert.equal((await change('html')).status, 200);
    assert.deepEqual(await versions(), ['markdown', 'html']);
    const editor: Editor = { actor: { role: 'editor' }, staffId: null };
    assert.ok((await withdrawArticle(site, editor, { id, reason: 'wrong', note: 'It was wrong.' })).ok);
    assert.equal((await change('markdown')).status, 200);
    assert.equal((await change('html')).status, 200);
    assert.ok((await restoreArticle(site, editor, id)).ok);
    assert.deepEqual(await versions(), ['markdown', 'html', 'html']);
  });
});
