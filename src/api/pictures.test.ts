import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { deletePicture } from '../pictures/delete-picture.ts';
import { drawn } from '../pictures/fixtures.ts';
import { openApi, tokenOf } from './fixtures.ts';

onBothEngines('pictures by the API', (engine) => {
  test('a program adds a picture once for each key; what is no picture is refused by its field', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'author');
    const bytes = new Uint8Array(await drawn('png', 400, 300));
    const send = (
      fields: Record<string, string>,
      file: Uint8Array<ArrayBuffer> | null = bytes,
      more = {},
    ) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      if (file !== null) body.set('file', new Blob([file], { type: 'image/png' }), 'bridge.png');
      return call('/api/v1/pictures', { method: 'POST', headers: { ...headers, ...more }, body });
    };
    const key = { 'idempotency-key': 'bridge' };
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await send({ alt: 'The bridge' }, bytes, key));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.match(answers[0]?.headers.get('location') ?? '', /^https:\/\/ledger\.example\/pictures\//);
    const another = new Uint8Array(await drawn('png', 300, 400));
    for (const [alt, file] of [
      ['Another bridge', bytes],
      ['The bridge', another],
    ] as const) {
      const reused = await send({ alt }, file, key);
      assert.deepEqual([reused.status, reused.body.code], [422, 'key-reused']);
      assert.match(reused.body.detail, /make a new key for each picture/);
    }
    const two = { 'idempotency-key': 'at once' };
    const race = await Promise.all([send({ alt: 'A' }, bytes, two), send({ alt: 'A' }, another, two)]);
    assert.deepEqual(race.map(({ status }) => status).sort(), [201, 422]);
    const first = answers[0]?.body.id ?? '';
    const { staff } = await tokenOf(site, 'editor');
    assert.ok((await deletePicture(site, { actor: { role: 'editor' }, staffId: staff.id }, first)).ok);
    assert.equal((await send({ alt: 'The bridge' }, bytes, key)).status, 409);
    const faults = async (answer: ReturnType<typeof send>) => {
      const { status, body } = await answer;
      return [status, ...(body.errors ?? []).map(({ field }) => field)];
    };
    assert.deepEqual(await faults(send({})), [422, 'alt']);
    assert.deepEqual(await faults(send({ alt: 'A' }, null)), [422, 'file']);
    assert.deepEqual(await faults(send({ alt: 'A', id: 'x' })), [422, 'id']);
    assert.deepEqual(await faults(send({ alt: 'a\u0000b' })), [422, 'alt']);
    assert.equal((await send({ alt: 'A' }, new TextEncoder().encode('<svg/>'))).status, 415);
    const type = { 'content-type': 'application/json' };
    const json = await call('/api/v1/pictures', {
      method: 'POST',
      headers: { ...headers, ...type },
      body: '{}',
    });
    assert.equal(json.status, 415);
    assert.equal((await site.store.read.selectFrom('pictures').select('id').execute()).length, 1);
  });
});
