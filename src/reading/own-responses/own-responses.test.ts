import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openSiteWithMail } from '../../../test/support/mail-server.ts';
import { granted, publishSample, setSetting } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { sendWriterLetter } from '../../pseudonyms/writer-letter.ts';
import { createSiteWeb } from '../../web-app.ts';

onBothEngines('a writer’s own responses', (engine) => {
  const opened = async (given?: TestSite) => {
    const site = given ?? (await openTestSite(engine));
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    const { app } = createSiteWeb(site);
    const post = (path: string, fields: Record<string, string>, cookie = '') =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } });
    const write = async (name: string, text: string, cookie = '') => {
      const sent = await post(`${article.path}responses/`, { name, text }, cookie);
      assert.equal(sent.status, 303);
      return (sent.headers.get('set-cookie') ?? cookie).split(';')[0] ?? '';
    };
    const get = async (path: string, cookie = '') =>
      (await app.request(path, { headers: { cookie } })).text();
    return { site, article, post, write, get };
  };

  test('are listed for the browser that wrote them, with the way to change each, and given along as JSON', async () => {
    const { post, write, get } = await opened();
    const wilf = await write('Wilf', 'I live by the quay.');
    await write('Wilf', 'And I stay.', wilf);
    await write('Ropewalk', 'Who asked?');
    const page = await get('/you/responses/', wilf);
    assert.match(page, /I live by the quay\./);
    assert.doesNotMatch(page, /Who asked/);
    const receipt = /href="(\/receipt\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.match(
      await get(receipt),
      /href="[^"]+\/edit\/"/,
      'what was published at once can be changed from here',
    );
    const { responses } = JSON.parse(await (await post('/you/responses/download/', {}, wilf)).text());
    assert.equal(responses.length, 2);
    assert.match(await get('/you/responses/'), /This browser keeps no name/);
    assert.equal((await post('/you/responses/download/', {})).status, 422);
    assert.match(await get('/you/', wilf), /href="\/you\/responses\/"/);
  });

  test('may all be withdrawn: what is kept of their writer is still taken along, and erased', async () => {
    const { site, post, write, get } = await opened();
    const wilf = await write('Wilf', 'I live by the quay.');
    const receipt = /href="(\/receipt\/[^"]+)"/.exec(await get('/you/responses/', wilf))?.[1] ?? '';
    assert.equal((await post(`${receipt}withdraw/`, { sure: 'yes' }, wilf)).status, 303);
    const page = await get('/you/responses/', wilf);
    assert.match(page, /action="\/you\/responses\/download\/"/);
    const path = /<form[^>]* action="(\/you\/responses\/erase\/)"/.exec(page)?.[1] ?? '';
    assert.equal((await post(path, { depth: 'words', sure: 'erase' }, wilf)).status, 303);
    for (const table of ['pseudonyms', 'writers', 'writer_keys', 'name_looks'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
  });

  test('are erased by their writer, the names alone or the words too, after a word typed', async () => {
    const { site, article, post, write, get } = await opened();
    const wilf = await write('Wilf', 'I live by the quay.');
    const nan = await write('Nan', 'So do I.');
    const path = '/you/responses/erase/';
    const slip = await post(path, { depth: 'words', sure: '' }, wilf);
    assert.deepEqual([slip.status, /Type the word erase/.test(await slip.text())], [422, true]);
    assert.equal((await post(path, { depth: 'name', sure: 'Erase' }, nan)).status, 303);
    assert.equal((await post(path, { depth: 'words', sure: 'erase' }, wilf)).status, 303);
    const page = await get(article.path);
    assert.match(page, /Its writer withdrew this response/);
    assert.match(page, /<bdi>Name removed<\/bdi>[\s\S]*So do I\./);
    assert.doesNotMatch(page, /Wilf|Nan\b|quay/);
    assert.deepEqual(await faultsOf(site), []);
    for (const table of ['pseudonyms', 'writers', 'writer_keys', 'name_looks'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
    assert.match(await get('/you/responses/', wilf), /This browser keeps no name/);
  });

  test('are had and erased by a link to the address that was given, without the browser: a look does nothing, the link one deed', async (t) => {
    const { site, taken } = await openSiteWithMail(t, engine);
    const { article, post, get } = await opened(site);
    const write = (name: string, text: string, email = '') =>
      post(`${article.path}responses/`, { name, text, email });
    await write('Nan', 'I live by the quay.', 'Nan@Post.example');
    await write('Nan of old', 'So I do.', 'nan@post.example');
    await write('Ropewalk', 'Who asked?', 'rope@post.example');
    const ask = (email: string) => post('/you/responses/letter/', { email });
    const link = async () => {
      await runDueJobs(site, { 'mail.writer': sendWriterLetter });
      const letters = taken.splice(0);
      assert.equal(letters.length, 1);
      assert.doesNotMatch(letters[0] ?? '', /quay|Nan\b(?!@)|Toll/);
      return /\/you\/responses\/link\/\?token=([\w-]{43})/.exec(letters[0] ?? '')?.[1] ?? '';
    };
    const [known, unknown, bad] = [
      await ask('nan@post.example'),
      await ask('nobody@post.example'),
      await ask('nan at post'),
    ];
    assert.deepEqual([known.status, known.headers.get('location')], [303, '/you/responses/?asked=1']);
    assert.deepEqual([unknown.status, unknown.headers.get('location')], [303, known.headers.get('location')]);
    assert.deepEqual([bad.status, /value="nan at post"/.test(await bad.text())], [422, true]);
    const token = await link();
    const path = '/you/responses/link/';
    for (let look = 0; look < 3; look += 1)
      assert.match(await get(`${path}?token=${token}`), /2 responses were found by this address/);
    const slip = await post(`${path}erase/`, { token, depth: 'words', sure: '' });
    assert.deepEqual([slip.status, /Type the word erase/.test(await slip.text())], [422, true]);
    const both = await Promise.all([1, 2].map(() => post(`${path}download/`, { token })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 410]);
    const given = await both.find(({ status }) => status === 200)?.text();
    assert.deepEqual(
      JSON.parse(given ?? '').responses.map((each: { text: string }) => each.text),
      ['So I do.', 'I live by the quay.'],
    );
    assert.equal((await post(`${path}erase/`, { token, depth: 'words', sure: 'erase' })).status, 410);

    await ask('nan@post.example');
    const late = await link();
    site.clock.pass(61 * 60_000);
    assert.equal((await post(`${path}erase/`, { token: late, depth: 'words', sure: 'erase' })).status, 410);
    await ask('nan@post.example');
    const erased = await post(`${path}erase/`, { token: await link(), depth: 'words', sure: 'erase' });
    assert.equal(erased.status, 303);
    assert.match(await get(erased.headers.get('location') ?? ''), /Done: it is erased/);
    const page = await get(article.path);
    assert.doesNotMatch(page, /quay|So I do|Nan\b/);
    assert.match(page, /Who asked/);
    assert.deepEqual(await faultsOf(site), []);
    for (let more = 0; more < 3; more += 1) await ask('rope@post.example');
    await ask('rope@post.example');
    await runDueJobs(site, { 'mail.writer': sendWriterLetter });
    assert.equal(taken.length, 3, 'three letters a day to one address');
    const last = await Promise.all(Array.from({ length: 10 }, () => ask('rope@post.example')));
    assert.ok(last.some(({ status }) => status === 429));
  });

  test('an address that keeps names has all that was written under them; one that a report was left with, that report', async (t) => {
    const { site, taken } = await openSiteWithMail(t, engine);
    const { post, write, get } = await opened(site);
    const letter = async () => {
      await runDueJobs(site, { 'mail.writer': sendWriterLetter });
      return /token=([\w-]{43})/.exec(taken.splice(0)[0] ?? '')?.[1] ?? '';
    };
    const wilf = await write('Wilf', 'I live by the quay.');
    await post('/you/email/', { email: 'wilf@post.example' }, wilf);
    await post('/you/link/', { token: await letter() }, wilf);
    await post('/you/responses/letter/', { email: 'wilf@post.example' });
    const token = await letter();
    assert.match(await get(`/you/responses/link/?token=${token}`), /One response was found/);
    const { id: commentId } = await site.store.read
      .selectFrom('comments')
      .select('id')
      .executeTakeFirstOrThrow();
    const report = { commentId, reason: 'legal', text: 'It is my garden.', email: 'gull@post.example' };
    granted(await reportComment(site, { ...report, from: '192.0.2.77' }));
    const reporters = async () => {
      await post('/you/responses/letter/', { email: 'Gull@post.example' });
      return letter();
    };
    const own = await reporters();
    assert.match(await get(`/you/responses/link/?token=${own}`), /0 responses and one report were found/);
    const given = await (await post('/you/responses/link/download/', { token: own })).text();
    assert.match(given, /It is my garden/);
    assert.doesNotMatch(given, /Wilf|quay/);
    const spare = { token: await reporters(), depth: 'name', sure: 'erase' };
    assert.equal((await post('/you/responses/link/erase/', spare)).status, 303);
    const left = await site.store.read.selectFrom('reports').select(['email', 'text']).execute();
    assert.deepEqual(
      left.map(({ email, text }) => [email, text]),
      [[null, 'It is my garden.']],
    );
    const erased = await post('/you/responses/link/erase/', { token, depth: 'name', sure: 'erase' });
    assert.equal(erased.status, 303);
    for (const table of ['pseudonyms', 'writers', 'writer_keys', 'name_looks'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
    assert.deepEqual(await faultsOf(site), []);
  });
});
