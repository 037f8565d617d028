import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import fc from 'fast-check';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, postOf, publishSample, type Sent, setSetting } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import { createSiteWeb } from '../../web-app.ts';
import { postComment } from '../post-comment.ts';
import { respondAsStaff } from '../respond-as-staff.ts';
import { makeChallenge } from './challenge.ts';
import { busiest, floodBegan } from './flood.ts';
import { forgetProofs } from './meet-flood.ts';
import { readProof } from './proof.ts';
import { readFlood } from './queries.ts';

type Payload = { challenge: { parameters: object; signature: string }; solution: object };

type Answer = { challenge: Challenge; worker: string; say: string };

const written = (sent: unknown) => Buffer.from(JSON.stringify(sent)).toString('base64');

async function solved(site: TestSite, articleId: string): Promise<Payload> {
  const challenge = JSON.parse(JSON.stringify(await makeChallenge(site, articleId)));
  const solution = await solveChallenge({ challenge, deriveKey });
  assert.ok(solution);
  return { challenge, solution };
}

let count = 0;
/** Sends words that nobody sent before, from an address that nobody sent from. */
async function say(site: TestSite, sent: Pick<Sent, 'articleId'> & { proof?: string }) {
  count += 1;
  const post = postOf({ ...sent, text: `Words ${count}.`, address: `address ${count}` });
  return granted(await postComment(site, { ...post, proof: sent.proof ?? '' }));
}

onBothEngines('a flood', (engine) => {
  test('each response brings a proof of work of its own, or is held behind the others', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.flood', '3');
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    const { id: other } = await publishSample(site, { policy: 'open', title: 'Another bridge' });
    for (const _ of [1, 2, 3]) assert.equal((await say(site, { articleId })).state, 'published');
    assert.deepEqual((await say(site, { articleId })).heldFor, ['flood']);
    assert.deepEqual((await say(site, { articleId: other })).heldFor, ['flood'], 'wherever it is sent');

    const proof = written(await solved(site, articleId));
    assert.equal((await say(site, { articleId: other, proof })).state, 'held', 'it is for one article');
    const both = await Promise.all([1, 2].map(() => say(site, { articleId, proof })));
    assert.deepEqual(
      both.map(({ state }) => state).sort(),
      ['held', 'published'],
      'of two at once one counts',
    );
    assert.deepEqual((await say(site, { articleId, proof })).heldFor, ['flood']);
    const staff = { id: 'none', name: 'Ada Quill', role: 'moderator' as const };
    granted(await respondAsStaff(site, staff, { articleId, text: 'We read them all.', in_reply_to: '' }));

    const late = written(await solved(site, articleId));
    site.clock.pass(599_999);
    assert.equal((await readProof(site, { text: late, articleId })).state, 'good');
    assert.equal((await readFlood(site))?.isOn, true);
    for (const _ of [1, 2, 3]) await say(site, { articleId });
    site.clock.pass(1);
    const since = '2026-03-12T07:00:00.000Z';
    assert.deepEqual(await readFlood(site), { most: 3, sent: 3, isOn: true, since });
    assert.deepEqual((await say(site, { articleId, proof: late })).heldFor, ['flood']);
    const rows = await site.store.read
      .selectFrom('comment_findings')
      .innerJoin('comments', 'comments.id', 'comment_findings.comment_id')
      .select(['found', 'posted_at', 'queue_at'])
      .where('reason', '=', 'flood')
      .orderBy('comments.id')
      .execute();
    const found = rows.map((row) => row.found.slice(2, -2));
    assert.deepEqual(found.filter((each) => each !== 'none').sort(), ['late', 'used', 'used', 'wrong']);
    assert.equal(found.length, 9);
    const sixHours = 6 * 3_600_000;
    for (const row of rows) assert.equal(Date.parse(row.queue_at) - Date.parse(row.posted_at), sixHours);

    assert.equal((await site.store.read.selectFrom('spent_proofs').selectAll().execute()).length, 1);
    await forgetProofs(site);
    assert.deepEqual(await site.store.read.selectFrom('spent_proofs').selectAll().execute(), []);
    site.clock.pass(600_000);
    assert.equal((await readFlood(site))?.isOn, false);
    assert.equal(
      (await say(site, { articleId })).state,
      'published',
      'a flood that is over asks for nothing',
    );
    await setSetting(site, 'comments.flood', '0');
    assert.equal(await readFlood(site), null);
    for (const _ of [1, 2, 3, 4]) assert.equal((await say(site, { articleId })).state, 'published');
  });

  test('a challenge is asked for by the page, a little before it is needed, and nothing is kept of it', async () => {
    const site = await openTestSite(engine);
    const { id: articleId, path } = await publishSample(site, { policy: 'open' });
    const { app } = createSiteWeb(site);
    const address = `${path}responses/challenge/`;
    const ask = async () => (await (await app.request(address)).json()) as Answer;
    assert.doesNotMatch(await (await app.request(path)).text(), /challenge/);
    await setSetting(site, 'comments.flood', '5');
    assert.ok((await (await app.request(path)).text()).includes(`data-challenge="${address}"`));
    for (const _ of [1, 2, 3]) await say(site, { articleId });
    assert.deepEqual(await ask(), { challenge: null });
    for (const _ of [4, 5]) await say(site, { articleId });
    for (let number = 0; number < 50; number += 1) assert.ok((await ask()).challenge.signature);
    for (const table of ['spent_proofs', 'jobs'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], 'nothing is kept');
    const answer = await app.request(address);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { challenge, worker, say: sentence } = (await answer.json()) as Answer;
    assert.match(sentence, /nothing you typed is lost/);
    assert.equal((await app.request(worker)).status, 200);
    assert.equal((await app.request('/2026/03/12/nothing/responses/challenge/')).status, 404);

    const solution = await solveChallenge({ challenge, deriveKey });
    const send = (fields: Record<string, string>) =>
      app.request(`${path}responses/`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: 'Nan', ...fields }).toString(),
      });
    const proof = written({ challenge, solution });
    const good = await send({ text: 'With work.', proof });
    assert.equal(good.headers.get('location'), `${path}#response-6`);
    for (const [index, bad] of [proof, '', '{"__proto__":1}', 'A'.repeat(500_000)].entries()) {
      const held = await send({ text: `Held ${index}.`, proof: bad, name: `Writer ${'ABCD'[index]}` });
      assert.deepEqual([held.status, held.headers.get('location')?.slice(0, 9)], [303, '/receipt/']);
    }
    assert.deepEqual(site.faults, []);
  });
});

test('no proof that was tampered with is good, and none is an error', async () => {
  const site = await openTestSite('sqlite');
  const articleId = 'an article';
  const read = (text: string) => readProof(site, { text, articleId });
  const good = await solved(site, articleId);
  const { challenge, solution } = good;
  assert.equal((await read(written(good))).state, 'good');
  const signed = (change: object) =>
    written({ solution, challenge: { ...challenge, parameters: { ...challenge.parameters, ...change } } });
  const later = '2026-03-12T08:00:00.000Z';
  const bad = {
    'another key': written({ solution, challenge: { ...challenge, signature: 'a'.repeat(64) } }),
    unsigned: written({ solution, challenge: { parameters: challenge.parameters } }),
    'another algorithm': signed({ algorithm: 'SHA-256' }),
    'no algorithm': signed({ algorithm: 'none' }),
    cheaper: signed({ cost: 1 }),
    'a list of costs': signed({ cost: [2_000] }),
    'no prefix': signed({ keyPrefix: '' }),
    'a shorter prefix': signed({ keyPrefix: '0' }),
    'another article': signed({ data: { article: 'another', until: later } }),
    'for ever': signed({ data: { article: articleId, until: '9999' } }),
    'no end': signed({ data: { article: articleId } }),
    'another number': written({ challenge, solution: { ...solution, counter: 4_294_967_295 } }),
    'a number as text': written({ challenge, solution: { ...solution, counter: '7' } }),
    'a key of the right beginning': written({
      challenge,
      solution: { counter: 1, derivedKey: '00'.repeat(32) },
    }),
    'a key of nothing': written({ challenge, solution: { counter: 1, derivedKey: '' } }),
    'no object': written(null),
    'a list': written([good]),
    'its first format': written({
      algorithm: 'SHA-256',
      challenge: 'a',
      number: 1,
      salt: 'b',
      signature: 'c',
    }),
    prototypes: Buffer.from('{"__proto__":{"challenge":{}},"solution":{"__proto__":null}}').toString(
      'base64',
    ),
    'no JSON': Buffer.from('{"challenge":').toString('base64'),
    'no Base64': '\u{1f4a7} %%%',
    enormous: written({ ...good, more: 'x'.repeat(1_000_000) }),
    deep: Buffer.from('['.repeat(1_000)).toString('base64'),
  };
  for (const [what, text] of Object.entries(bad)) assert.equal((await read(text)).state, 'wrong', what);

  const text = JSON.stringify(good);
  const same = (changed: string) => {
    const { challenge: c, solution: s } = JSON.parse(changed);
    return JSON.stringify([c, s.counter, s.derivedKey]);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.constantFrom(...'0123456789abcdef":,{} '),
      async (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        const { state } = await read(Buffer.from(changed).toString('base64'));
        if (state === 'good') assert.equal(same(changed), same(text));
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 3_000 }), async (anything) => {
      assert.ok(['none', 'wrong'].includes((await read(anything)).state));
    }),
  );
});

test('when a flood began, and how many came at the busiest, is as whoever had counted all the while would say', () => {
  const start = Date.parse('2026-03-12T07:00:00.000Z');
  const span = 600_000;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 })), fc.integer({ min: 1, max: 5 }), (gaps, most) => {
      let at = start;
      const times = gaps.map((seconds) => {
        at += seconds * 1_000;
        return at;
      });
      // As it would be seen by whoever had counted all the while.
      let began: number | null = null;
      for (const [index, time] of times.entries()) {
        const before = times.slice(0, index).filter((each) => each > time - span).length;
        if (before < most) began = before + 1 >= most ? time : null;
      }
      const counts = times.map((time) => times.filter((each) => each <= time && each > time - span).length);
      const said = times.map((time) => new Date(time).toISOString()).reverse();
      assert.equal(busiest(said), Math.max(0, ...counts));
      if (began === null) return;
      assert.equal(floodBegan(said, { most, isAll: true }), new Date(began).toISOString());
      const some = floodBegan(said.slice(0, most + 1), { most, isAll: false });
      assert.ok(some === null || some === new Date(began).toISOString());
    }),
  );
});
