import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openSiteWithMail } from '../../../test/support/mail-server.ts';
import { granted, publishSample, setSetting } from '../../../test/support/publish.ts';
import type { TestSite } from '../../../test/support/site.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { importCapture } from '../../migration/import-capture.ts';
import { emailOfArchive } from '../../pseudonyms/claim-archive.ts';
import { sendWriterLetter } from '../../pseudonyms/writer-letter.ts';
import { createSiteWeb } from '../../web-app.ts';

const origin = 'https://ledger.example';
type App = ReturnType<typeof createSiteWeb>['app'];

/** A browser: it keeps the cookie that it is given. */
function browserOf(app: App, cookie = '') {
  const own = {
    cookie,
    async get(path: string) {
      const answer = await app.request(origin + path, { headers: { cookie: own.cookie } });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
    async post(path: string, fields: Record<string, string> = {}) {
      const headers = { cookie: own.cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams(fields).toString();
      const answer = await app.request(origin + path, { method: 'POST', headers, body });
      const set = answer.headers.get('set-cookie');
      if (set !== null) own.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
      const text = await answer.text();
      return { status: answer.status, to: answer.headers.get('location'), text, set };
    },
  };
  return own;
}

async function open(t: Parameters<typeof openSiteWithMail>[0], engine: 'sqlite' | 'postgres') {
  const { site, taken } = await openSiteWithMail(t, engine);
  await setSetting(site, 'comments.policy', 'open');
  await setSetting(site, 'comments.pace', '0');
  const { app } = createSiteWeb(site);
  const { id, path } = await publishSample(site);
  let said = 0;
  const say = async (browser: ReturnType<typeof browserOf>, name: string) => {
    said += 1;
    return browser.post(`${path}responses/`, { name, text: `Words ${said}` });
  };
  const letters = async () => {
    await runDueJobs(site, { 'mail.writer': sendWriterLetter });
    return taken.splice(0);
  };
  return { site, app, id, path, say, letters, browser: (cookie = '') => browserOf(app, cookie) };
}

const tokenIn = (letter = '') => /\/you\/link\/\?token=([\w-]{43})/.exec(letter)?.[1] ?? '';
const phraseIn = (text: string) => /((?:[a-z]{5} ){5}[a-z]{5})/.exec(text)?.[1] ?? '';
const idOf = (text: string, path: string) =>
  new RegExp(`action="${path}".*?name="id" value="([^"]+)"`, 's').exec(text)?.[1] ?? '';

onBothEngines('a writer’s own page', (engine) => {
  test('is never kept, and shows who asks their names, where they stand, and nobody else’s', async (t) => {
    const { browser, say, path } = await open(t, engine);
    const [mike, other] = [browser(), browser()];
    assert.match((await mike.get('/you/')).text, /No name is kept in this browser yet/);
    assert.equal((await say(mike, 'Mike <b>')).status, 303);
    await say(other, 'Bollard');
    const { text, headers } = await mike.get('/you/');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    assert.match(text, /<bdi>Mike &lt;b&gt;<\/bdi>/);
    assert.match(text, new RegExp(`href="${path}responses/1/"`));
    assert.doesNotMatch(text, /Bollard/);
    for (const forged of ['x', 'a'.repeat(43), '"; drop', '%00'.repeat(10)])
      assert.match((await browser(`__Host-hustings_writer=${forged}`).get('/you/')).text, /No name is kept/);
  });

  test('makes a phrase that brings the names to another browser; a new one ends it; nothing of it is kept', async (t) => {
    const { site, browser, say } = await open(t, engine);
    const [first, second] = [browser(), browser()];
    assert.equal((await first.post('/you/phrase/')).status, 422);
    await say(first, 'Mike');
    assert.match((await say(second, 'Mike')).text, /Somebody else writes here as/);
    const phrase = phraseIn((await first.post('/you/phrase/')).text);
    const kept = JSON.stringify(await site.store.read.selectFrom('writer_keys').selectAll().execute());
    assert.ok(!kept.includes(phrase) && !kept.includes(phrase.slice(0, 11)));
    const wrong = await second.post('/you/bring/phrase/', { phrase: 'lusab babad' });
    assert.deepEqual([wrong.status, /value="lusab babad"/.test(wrong.text)], [422, true]);
    const brought = await second.post('/you/bring/phrase/', {
      phrase: phrase.toUpperCase().replaceAll(' ', '-'),
    });
    assert.deepEqual([brought.status, brought.to], [303, '/you/?done=bring-names']);
    assert.match(
      brought.set ?? '',
      /^__Host-hustings_writer=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    assert.equal((await say(second, 'Mike')).status, 303);
    await first.post('/you/phrase/');
    assert.equal((await browser().post('/you/bring/phrase/', { phrase })).status, 422);
  });

  test('tries of phrases are held back by address', async (t) => {
    const { browser } = await open(t, engine);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await browser().post('/you/bring/phrase/', { phrase: `word ${n}` })).status);
    assert.deepEqual(statuses, [...Array(10).fill(422), 429, 429]);
  });

  test('a browser that holds other names lets go of them only when it is told to', async (t) => {
    const { browser, say } = await open(t, engine);
    const [first, second] = [browser(), browser()];
    await say(first, 'Mike');
    await say(second, 'Bollard');
    const phrase = phraseIn((await first.post('/you/phrase/')).text);
    const kept = await second.post('/you/bring/phrase/', { phrase });
    assert.match(kept.text, /This browser holds other names/);
    assert.match((await second.get('/you/')).text, /Bollard/);
    const before = second.cookie;
    await second.post('/you/bring/phrase/', { phrase, let_go: 'yes' });
    const { text } = await second.get('/you/');
    assert.ok(/Mike/.test(text) && !/Bollard/.test(text));
    assert.match((await browser(before).get('/you/')).text, /No name is kept/);
    assert.equal((await say(browser(), 'Bollard')).status, 422, 'it is still nobody else’s');
  });

  test('keys end everywhere: a stolen cookie, all other browsers, this one', async (t) => {
    const { browser, say } = await open(t, engine);
    const mine = browser();
    await say(mine, 'Mike');
    const phrase = phraseIn((await mine.post('/you/phrase/')).text);
    const thief = browser(mine.cookie);
    assert.equal((await say(thief, 'Mike')).status, 303, 'whoever has the secret is the writer');
    const safe = browser();
    await safe.post('/you/bring/phrase/', { phrase });
    await safe.post('/you/keys/end-others/');
    assert.match((await thief.get('/you/')).text, /No name is kept/);
    assert.equal((await say(thief, 'Mike')).status, 422);
    assert.equal((await say(thief, 'Bollard')).status, 303);
    assert.notEqual(thief.cookie, mine.cookie, 'it was given another secret');
    const third = browser();
    await third.post('/you/bring/phrase/', { phrase });
    await safe.post('/you/keys/end/', { id: idOf((await safe.get('/you/')).text, '/you/keys/end/') });
    await safe.post('/you/out/');
    assert.equal(safe.cookie, '');
    assert.match((await safe.get('/you/')).text, /No name is kept/);
  });

  test('another name is taken for seven days, and a name given up is nobody’s while responses stand under it', async (t) => {
    const { site, browser, say } = await open(t, engine);
    const [mike, other] = [browser(), browser()];
    await say(mike, 'Mike');
    assert.equal((await mike.post('/you/names/', { name: 'Turncock' })).to, '/you/?done=taken');
    assert.match((await mike.get('/you/')).text, /kept for you until 19 March 2026/);
    assert.equal((await say(other, 'turncock')).status, 422);
    const refused = await mike.post('/you/names/', { name: '\u3164' });
    assert.match(refused.text, /Give a name/);
    for (const name of ['Name One', 'Name Two']) await mike.post('/you/names/', { name });
    assert.match((await mike.post('/you/names/', { name: 'Name Three' })).text, /names wait already/);
    assert.match((await say(mike, 'Mike')).to ?? '', /response-2$/);
    const id = idOf((await mike.get('/you/')).text, '/you/names/give-up/');
    await mike.post('/you/names/give-up/', { id });
    assert.equal((await say(mike, 'Mike')).status, 422);
    assert.equal((await say(other, 'Mike')).status, 422);
    assert.equal((await other.post('/you/names/give-up/', { id })).status, 422);
    site.clock.pass(8 * 86_400_000);
    assert.equal((await say(other, 'Turncock')).status, 303);
  });

  test('an address brings names by a link that works once, whoever sends it how often; replies are all alike', async (t) => {
    const { site, browser, say, letters } = await open(t, engine);
    const mike = browser();
    await say(mike, 'Mike');
    const asked = await mike.post('/you/email/', { email: 'Mike@Post.example ' });
    const [confirm = ''] = await letters();
    assert.match(confirm, /To: mike@post\.example/);
    assert.doesNotMatch(confirm, /Mike\b(?!@)|bridge|Words/, 'nothing of names or responses');
    const link = `/you/link/?token=${tokenIn(confirm)}`;
    const stranger = browser();
    await say(stranger, 'Mick of the Quay');
    for (const another of [browser(), stranger]) {
      const { text } = await another.get(link);
      assert.match(text, /in another browser than this/);
      assert.doesNotMatch(text, /name="token"/);
      const pressed = await another.post('/you/link/', { token: tokenIn(confirm) });
      assert.deepEqual([pressed.status, pressed.set], [422, null], 'a mistyped address has nothing of it');
    }
    assert.match((await mike.get(link)).text, /Confirm this address, so that it keeps the names/);
    assert.equal((await mike.post('/you/link/', { token: tokenIn(confirm) })).to, '/you/?done=confirm-email');
    assert.equal((await mike.post('/you/link/', { token: tokenIn(confirm) })).status, 422);

    const other = browser();
    const known = await other.post('/you/bring/email/', { email: 'mike@post.example' });
    const unknown = await other.post('/you/bring/email/', { email: 'nobody@post.example' });
    assert.deepEqual([known.status, known.to], [unknown.status, unknown.to]);
    assert.equal(known.to, asked.to);
    const sent = await letters();
    assert.equal(sent.length, 1);
    const token = tokenIn(sent[0]);
    const stored = await site.store.read.selectFrom('writer_tokens').selectAll().execute();
    assert.ok(!JSON.stringify(stored).includes(token));
    const fifty = await Promise.all(
      Array.from({ length: 50 }, () => browser().post('/you/link/', { token })),
    );
    assert.equal(fifty.filter(({ status }) => status === 303).length, 1);

    for (let n = 0; n < 5; n += 1) await other.post('/you/bring/email/', { email: 'mike@post.example' });
    assert.equal((await letters()).length, 1, 'three letters a day to one address');
    await other.post('/you/bring/email/', { email: 'mike@post.example' });
    site.clock.pass(25 * 3_600_000);
    await other.post('/you/bring/email/', { email: 'mike@post.example' });
    const [late] = await letters();
    site.clock.pass(61 * 60_000);
    assert.equal((await other.get(`/you/link/?token=${tokenIn(late)}`)).status, 410);
    assert.equal((await other.post('/you/link/', { token: tokenIn(late) })).status, 422);
  });

  test('a link to something else that is sent here stays good where it belongs', async (t) => {
    const { site, browser, say, letters } = await open(t, engine);
    const mike = browser();
    await say(mike, 'Mike');
    await mike.post('/you/email/', { email: 'mike@post.example' });
    await mike.post('/you/link/', { token: tokenIn((await letters())[0]) });
    await mike.post('/you/responses/letter/', { email: 'mike@post.example' });
    const token = /token=([\w-]{43})/.exec((await letters())[0] ?? '')?.[1] ?? '';
    assert.equal((await mike.post('/you/link/', { token })).status, 422);
    assert.equal((await mike.get(`/you/link/?token=${token}`)).status, 410);
    const stored = await site.store.read.selectFrom('writer_tokens').select(['purpose', 'used_at']).execute();
    assert.deepEqual(
      stored.filter(({ purpose }) => purpose === 'own-data').map(({ used_at }) => used_at),
      [null],
    );
    assert.match((await mike.post('/you/responses/link/download/', { token })).text, /"responses"/);
  });

  test('who proves the address of an archive’s responses has them and their names', async (t) => {
    const { site, browser, say, letters, path } = await open(t, engine);
    const old = await importOld(site);
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ email: 'Mike@Old.example' }).where('name', '=', 'Mike').execute(),
    );
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ email: 'Änne@Old.example' }).where('name', '=', 'Rosa').execute(),
    );
    for (const typed of ['änne@old.example', 'ÄNNE@Old.example'])
      assert.equal(await emailOfArchive(site.store.read, typed), true, typed);
    const mike = browser();
    const first = await mike.post(`${old}responses/`, { name: 'Mike', text: 'It was me.' });
    assert.match(first.text, /Somebody of the archive/);
    await mike.post('/you/archive/', { email: 'mike@old.example' });
    const [letter = ''] = await letters();
    assert.doesNotMatch(letter, /archive|response|comment/i, 'it says only that somebody asks');
    const claimed = await mike.post('/you/link/', { token: tokenIn(letter) });
    assert.match(claimed.text, /2 responses are yours now/);
    assert.match(claimed.text, /Yours on the whole site: Mike/);
    assert.equal((await mike.post(`${old}responses/`, { name: 'Mike', text: 'It was me.' })).status, 303);
    const page = (await browser().get(old)).text;
    assert.match(page, /Same writer as[^#]*<a href="#response-3">3<\/a>/);
    assert.equal((await say(browser(), 'Mike')).status, 422, 'it is theirs on the whole site');
    await mike.post('/you/archive/', { email: 'mike@old.example' });
    assert.deepEqual(await letters(), [], 'there is nothing more to be had');
    assert.ok(path);
  });
});

async function importOld(site: TestSite): Promise<string> {
  const comment = (number: number, author: string) => ({
    ...{
      number,
      author,
      published: null,
      kind: 'comment',
      paragraphs: [`Old words ${number}.`],
      lostLinks: 0,
    },
  });
  const captured = {
    ...{ title: 'Ferry late', byline: null, published: '2011-05-03', paragraphs: ['It was late.'] },
    ...{ tags: { names: [], lost: 0 }, lostLinks: 0, commentsStated: 3, commentsOpen: true },
    comments: [comment(1, 'Mike'), comment(2, 'Rosa'), comment(3, 'Mike')],
  } as unknown as Parameters<typeof importCapture>[1]['captured'];
  return granted(await importCapture(site, { captured, publish: true })).path ?? '';
}
