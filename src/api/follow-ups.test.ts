import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { withholdRevision } from '../articles/revisions/withhold.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { makeToken } from '../tokens/make-token.ts';
import { scopes } from '../tokens/token.ts';
import { draft, json, openApi, publish, tokenOf } from './fixtures.ts';

async function open(engine: EngineName) {
  const api = await openApi(engine);
  const { headers, staff } = await tokenOf(api.site, 'editor');
  const send = (method: string, path: string, content?: object, more = {}) =>
    api.call(
      `/api/v1${path}`,
      content === undefined ? { method, headers } : json(method, content, { ...headers, ...more }),
    );
  return { ...api, headers, staff, send };
}

const wrong = { kind: 'correction', was: 'March', now: 'May', why: 'The minutes say May.' };

onBothEngines('corrections by the API', (engine) => {
  test('are given once for each key, listed, changed, withdrawn; readers get each as it then stands', async () => {
    const { site, send, call } = await open(engine);
    const { id } = await publish(site);
    const at = `/articles/${id}/corrections`;
    const keyed = { 'idempotency-key': 'march' };
    const answers = [await send('POST', at, wrong, keyed), await send('POST', at, wrong, keyed)];
    for (const { status, body } of answers)
      assert.deepEqual([status, body.number, body.was, body.now], [201, 1, 'March', 'May']);
    const reused = await send('POST', at, { ...wrong, now: 'June' }, keyed);
    assert.deepEqual([reused.status, reused.body.code], [422, 'key-reused']);
    assert.equal((await call(`/api/v1${at}`)).body.items.length, 1);
    const changed = await send('PUT', `${at}/1`, { ...wrong, now: '3 May', version: 1 });
    assert.deepEqual([changed.status, changed.body.now], [200, '3 May']);
    const late = await send('PUT', `${at}/1`, { ...wrong, now: '4 May', version: 1 });
    assert.deepEqual([late.status, late.body.code], [409, 'stale']);
    assert.match(late.body.detail, /Somebody changed this note/);
    const taken = await send('PUT', `${at}/1/withdrawal`, { version: 2, why: 'March was right.' });
    assert.deepEqual([taken.status, taken.body.state, taken.body.was], [200, 'withdrawn', null]);
    const { body } = await call(`/api/v1/articles/${id}`);
    assert.deepEqual(
      body.corrections.map(({ state, why }) => [state, why]),
      [['withdrawn', 'March was right.']],
    );
  });

  test('that are none are refused with each field at fault, and drafts have none', async () => {
    const { site, send, call } = await open(engine);
    const { id } = await publish(site);
    const at = `/articles/${id}/corrections`;
    const cases: [object, string][] = [
      [{ ...wrong, was: null }, 'was'],
      [{ ...wrong, now: ' ' }, 'now'],
      [{ ...wrong, why: '' }, 'why'],
      [{ ...wrong, kind: 'rumour' }, 'kind'],
      [{ ...wrong, prominence: 'left' }, 'prominence'],
      [{ ...wrong, revision: 9 }, 'revision'],
      [{ ...wrong, revision: 1.5 }, 'revision'],
      [{ ...wrong, was: 'x'.repeat(1501) }, 'was'],
      [{ ...wrong, by: 'me' }, 'by'],
    ];
    for (const [content, field] of cases) {
      const { status, body } = await send('POST', at, content);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, field], JSON.stringify(content).slice(0, 80));
    }
    for (const number of ['1', '0', 'x', '9999999']) {
      const { status, body } = await send('PUT', `${at}/${number}`, { ...wrong, version: 1 });
      assert.deepEqual([status, body.code], [404, 'no-correction'], number);
    }
    const hidden = await draft(site);
    assert.equal((await call(`/api/v1/articles/${hidden}/corrections`)).status, 404);
    assert.equal((await send('POST', `/articles/${hidden}/corrections`, wrong)).status, 403);
  });
});

onBothEngines('claims, closings and sources by the API', (engine) => {
  test('are read by everybody with their article, and by nobody before', async () => {
    const { site, send, call } = await open(engine);
    const claimed = await draft(site, { body: 'It will open on 30 November.' });
    const claim = { passage: 'It will open on 30 November', due: '2026-11-30' };
    const keyed = { 'idempotency-key': 'opens' };
    const marked = await send('POST', `/articles/${claimed}/claims`, claim, keyed);
    assert.deepEqual([marked.status, marked.body.number, marked.body.standing], [201, 1, 'to-come']);
    assert.equal((await send('POST', `/articles/${claimed}/claims`, claim, keyed)).body.number, 1);
    const known = { sources: [{ class: 'official', count: 2 }], replies: [] };
    const said = await send('PUT', `/articles/${claimed}/attribution`, { version: 0, ...known });
    assert.equal(said.status, 200);
    const late = await send('PUT', `/articles/${claimed}/attribution`, { version: 0, ...known });
    assert.deepEqual([late.status, late.body.code], [409, 'stale']);
    assert.equal((await call(`/api/v1/articles/${claimed}`)).status, 404);
    assert.equal((await send('POST', `/articles/${claimed}/publication`, {})).status, 201);
    const shown = (await call(`/api/v1/articles/${claimed}`)).body;
    assert.deepEqual(
      shown.claims.map(({ due, standing, outcome }) => [due, standing, outcome]),
      [['2026-11-30', 'to-come', null]],
    );
    assert.deepEqual(shown.attribution?.sources, [{ class: 'official', count: 2, note: '' }]);

    const closer = await draft(site, { title: 'It stays shut', body: 'It stays shut.' });
    const closing = { outcome: 'denied', sentence: 'It stays shut.', date: '2026-03-12' };
    const path = `/articles/${closer}/closings/${claimed}/1`;
    for (const time of ['first', 'second']) {
      const { status, body } = await send('PUT', path, closing);
      assert.deepEqual([status, body.items.map(({ article }) => article.id)], [200, [claimed]], time);
    }
    assert.equal((await call(`/api/v1/articles/${claimed}`)).body.claims[0]?.outcome, null, 'not yet');
    assert.equal((await send('DELETE', path)).body.items.length, 0);
    assert.equal((await send('DELETE', path)).status, 404);
    await send('PUT', path, closing);
    assert.equal((await send('POST', `/articles/${closer}/publication`, {})).status, 201);
    const closed = (await call(`/api/v1/articles/${claimed}`)).body.claims[0];
    assert.deepEqual(
      [closed?.standing, closed?.outcome?.outcome, closed?.outcome?.by?.id],
      ['closed', 'denied', closer],
    );
    assert.equal((await call(`/api/v1/articles/${closer}`)).body.closes[0]?.article.id, claimed);
  });

  test('are changed and taken off as the version that was read, and what is none is refused by field', async () => {
    const { site, send } = await open(engine);
    const { id } = await publish(site, { body: 'It will open on 30 November.' });
    const at = `/articles/${id}/claims`;
    const claim = { passage: 'It will open', due: '2026-11-30' };
    await send('POST', at, claim);
    const changed = await send('PUT', `${at}/1`, { ...claim, due: '2026-12-01', version: 1 });
    assert.deepEqual([changed.status, changed.body.due], [200, '2026-12-01']);
    assert.equal((await send('PUT', `${at}/1`, { ...claim, version: 1 })).status, 409);
    assert.equal((await send('DELETE', `${at}/1`)).status, 422);
    assert.equal((await send('DELETE', `${at}/1?version=1`)).status, 409);
    const taken = await send('DELETE', `${at}/1?version=2`);
    assert.deepEqual([taken.status, taken.body.items], [200, []]);
    const cases: [object, string][] = [
      [{ ...claim, passage: 'Nowhere in it' }, 'passage'],
      [{ ...claim, due: '2026-02-30' }, 'due'],
      [{ ...claim, due: 30 }, 'due'],
      [{ ...claim, source: 'Bob' }, 'source'],
    ];
    for (const [content, field] of cases) {
      const { status, body } = await send('POST', at, content);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, field]);
    }
    const known = { version: 0, replies: [] };
    for (const source of [{ class: 'friend', count: 1 }, { class: 'official', count: 0 }, { name: 'Bob' }]) {
      const sent = { ...known, sources: [source] };
      assert.equal((await send('PUT', `/articles/${id}/attribution`, sent)).status, 422);
    }
  });
});

onBothEngines('where an article stands, by the API', (engine) => {
  test('a draft is sent to review, taken back, and answered by somebody else than who asked', async () => {
    const { site, send, call, headers } = await open(engine);
    const id = await draft(site);
    const at = `/articles/${id}/review`;
    const asked = await send('PUT', at, { note: 'The dates, please.' });
    assert.deepEqual(
      [asked.status, asked.body.stage, asked.body.review?.note],
      [200, 'in-review', 'The dates, please.'],
    );
    assert.deepEqual((await send('PUT', at, {})).body.code, 'already-asked');
    assert.equal((await send('DELETE', at)).body.stage, 'draft');
    const { body } = await send('PUT', at, {});
    const answer = { review: body.review?.id, outcome: 'approved' };
    const own = await call(`/api/v1${at}/answer`, json('PUT', answer, headers));
    assert.deepEqual([own.status, own.body.code], [409, 'own-review']);
    const other = await tokenOf(site, 'owner');
    const unsaid = { ...answer, outcome: 'sent-back' };
    const mute = await call(`/api/v1${at}/answer`, json('PUT', unsaid, other.headers));
    assert.deepEqual([mute.status, mute.body.errors[0]?.field], [422, 'answer']);
    const approved = await call(`/api/v1${at}/answer`, json('PUT', answer, other.headers));
    assert.deepEqual([approved.status, approved.body.stage, approved.body.review], [200, 'draft', null]);
  });

  test('it is marked as a legal risk, and the mark is taken off by somebody who did not write it', async () => {
    const { site, send, call, headers } = await open(engine);
    const made = await send('POST', '/articles', { title: 'Who owns the quay', body: 'A firm.' });
    const at = `/articles/${made.body.id}/risk`;
    const marked = await send('PUT', at, { reason: 'It names a firm.' });
    assert.deepEqual([marked.status, marked.body.risk?.reason], [200, 'It names a firm.']);
    assert.deepEqual((await send('PUT', at, { reason: ' ' })).body.errors[0]?.field, 'reason');
    const own = await call(`/api/v1${at}/clearance`, json('PUT', { reason: 'Fine.' }, headers));
    assert.deepEqual([own.status, own.body.code], [409, 'own-article']);
    const author = await tokenOf(site, 'author');
    const authors = await call(`/api/v1${at}/clearance`, json('PUT', { reason: 'Fine.' }, author.headers));
    assert.deepEqual([authors.status, authors.body.code], [403, 'not-allowed']);
    const added = await addStaff(site, { name: 'Wilf Pryce', email: 'w@ledger.example', role: 'editor' });
    assert.ok(added.ok);
    const token = await makeToken(site, added.value, { name: 'T', scopes: [...scopes], days: 30 });
    assert.ok(token.ok);
    const others = { authorization: `Bearer ${token.value.secret}` };
    const cleared = await call(`/api/v1${at}/clearance`, json('PUT', { reason: 'Fine.' }, others));
    assert.deepEqual([cleared.status, cleared.body.risk], [200, null]);
  });

  test('it is pinned and taken down, withdrawn and put back', async () => {
    const { site, send, call } = await open(engine);
    const { id } = await publish(site);
    const at = `/articles/${id}`;
    const pinned = await send('PUT', `${at}/pin`, { until: '2026-03-14T06:30' });
    assert.deepEqual([pinned.status, pinned.body.pin !== null], [200, true]);
    assert.deepEqual((await send('PUT', `${at}/pin`, { until: 'soon' })).body.errors[0]?.field, 'until');
    assert.equal((await send('DELETE', `${at}/pin`)).body.pin, null);
    assert.equal((await send('DELETE', `${at}/pin`)).status, 409);
    assert.equal((await send('PUT', `${at}/withdrawal`, { reason: 'wrong', note: 'N.' })).status, 200);
    assert.equal((await call(`/api/v1${at}`)).status, 410);
    assert.equal((await send('DELETE', `${at}/withdrawal`)).body.stage, 'published');
    assert.equal((await call(`/api/v1${at}`)).status, 200);
  });

  test('an earlier version is read and saved once more, made to the version that was seen', async () => {
    const { site, send, headers, staff } = await open(engine);
    const { id } = await publish(site, { body: 'First words.', tags: 'quay' });
    const any = { 'if-match': '*' };
    await send('PATCH', `/articles/${id}`, { body: 'Second words.' }, any);
    const list = await send('GET', `/articles/${id}/revisions`);
    assert.deepEqual(
      list.body.items.map(({ number }) => number),
      [2, 1],
    );
    assert.equal((await send('GET', `/articles/${id}/revisions/1`)).body.body, 'First words.');
    const at = `/articles/${id}/revisions/1/restoration`;
    assert.equal((await send('POST', at, {})).status, 428);
    assert.equal((await send('POST', at, {}, { 'if-match': '"x"' })).status, 412);
    const saved = await send('POST', at, {}, any);
    assert.deepEqual(
      [saved.status, saved.body.body, saved.body.tags],
      [200, 'First words.', [{ name: 'quay' }]],
    );
    assert.equal((await send('GET', `/articles/${id}/revisions`)).body.items.length, 3);
    const editor = { actor: { role: 'editor' }, staffId: staff.id } as const;
    assert.ok((await withholdRevision(site, editor, { id, number: 2, reason: 'privacy' })).ok);
    const withheld = await send('POST', `/articles/${id}/revisions/2/restoration`, {}, any);
    assert.deepEqual([withheld.status, withheld.body.code], [409, 'withheld']);
    assert.equal((await send('GET', `/articles/${id}/revisions/9`)).body.code, 'no-revision');
    assert.ok(headers);
  });

  test('drafts are listed for whoever may see them, page by page, and for nobody else', async () => {
    const { site, send, call } = await open(engine);
    for (const title of ['A', 'B', 'C']) {
      await draft(site, { title });
      site.clock.pass(1000);
    }
    await publish(site, { title: 'D' });
    const first = await send('GET', '/stages/draft/articles?limit=2');
    assert.deepEqual(
      first.body.items.map(({ title }) => title),
      ['C', 'B'],
    );
    assert.equal(first.headers.get('cache-control'), 'private, no-store');
    const rest = await send('GET', String(first.body.next).replace('https://ledger.example/api/v1', ''));
    assert.deepEqual([rest.body.items.map(({ title }) => title), rest.body.next], [['A'], null]);
    assert.deepEqual(
      (await send('GET', '/stages/published/articles')).body.items.map(({ title }) => title),
      ['D'],
    );
    assert.equal((await send('GET', '/stages/lost/articles')).status, 404);
    assert.equal((await call('/api/v1/stages/draft/articles')).status, 401);
    const writes = await tokenOf(site, 'editor', { scopes: ['articles:write'] });
    assert.equal((await call('/api/v1/stages/draft/articles', { headers: writes.headers })).status, 403);
    const moderator = await tokenOf(site, 'moderator');
    assert.equal((await call('/api/v1/stages/draft/articles', { headers: moderator.headers })).status, 403);
    assert.deepEqual(
      (await call('/api/v1/articles')).body.items.map(({ title }) => title),
      ['D'],
    );
    const shown = (await call('/api/v1/articles')).body.items[0];
    const one = await call(`/api/v1/articles/${shown?.id}`);
    assert.match(one.headers.get('vary') ?? '', /authorization/);
  });
});
