import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { keepMoving, openTestSite } from '../../../test/support/site.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { createSiteWeb } from '../../web-app.ts';

const words = 'The treasurer took the till home, and everybody knows it.';
const whole = {
  words,
  meaning: 'That I am a thief.',
  harm: 'Nobody lets me count the money any more.',
  wrong: 'The till is in the club house.',
  name: 'Ottoline Crake',
  email: 'ottoline@post.example',
  unknown_poster: 'yes',
  give_name: 'yes',
  give_email: 'no',
};

onBothEngines('complaints', (engine) => {
  const open = async (env: Record<string, string> = {}) => {
    const site = await openTestSite(engine, env);
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    granted(await send(site, { articleId: article.id, text: words }));
    const { app } = createSiteWeb(site);
    const ask = async (path: string, fields?: Record<string, string>) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin: site.config.url };
      const body = new URLSearchParams(fields).toString();
      const init = fields ? { method: 'POST', body, headers: type } : {};
      const answer = await app.request(site.config.url + path, init);
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
    };
    const where = `${site.config.url}${article.path}#response-1`;
    return { site, article, ask, where };
  };

  test('can be made from every page’s foot and from each response: the kind first, then its form', async () => {
    const { article, ask } = await open();
    const page = await ask(article.path);
    assert.match(page.text, /<footer.*href="\/complain\/"/s);
    const [, link = ''] = /href="(\/complain\/\?about=[^"]+)"[^>]*>Complain about 1</.exec(page.text) ?? [];
    const kinds = await ask(link);
    const forms = [...kinds.text.matchAll(/href="(\/complain\/[a-z0-9-]+\/\?about=[^"]+)"/g)];
    assert.equal(forms.length, 5);
    for (const [, path = ''] of forms) {
      const form = await ask(path);
      assert.equal(form.status, 200);
      assert.match(form.text, new RegExp(`value="${article.path}responses/1/"`), path);
    }
    assert.equal((await ask('/complain/libel/')).status, 404);
  });

  test('each missing part is named in its own sentence, and everything typed comes back', async () => {
    const { ask, site } = await open();
    const bare = await ask('/complain/uk-s5/', {});
    assert.equal(bare.status, 422);
    for (const sentence of [
      'Say where it stands',
      'Copy the words',
      'Say what meaning',
      'Say why that meaning is defamatory',
      'Say what is untrue',
      'Give your name',
      'Give an e-mail address',
      'Confirm that you do not know enough',
      'Say whether the writer may have your name',
      'Say whether the writer may have your e-mail',
    ])
      assert.equal(bare.text.split(sentence).length, 3, `${sentence}: at its field and above`);
    const { harm: _, ...without } = whole;
    const again = await ask('/complain/uk-s5/', { ...without, where: '/nowhere/' });
    assert.equal(again.status, 422);
    for (const typed of [words, whole.meaning, whole.wrong, whole.name, whole.email, '/nowhere/'])
      assert.ok(again.text.includes(typed), typed);
    assert.match(again.text, /name="unknown_poster"[^>]*checked/);
    assert.match(again.text, /<option value="no" selected/);
    assert.equal((await site.store.read.selectFrom('cases').selectAll().execute()).length, 0);
  });

  test('the address must be of an article or a response of ours, however it is written', async () => {
    const { site, article, ask, where } = await open();
    const refusals: Record<string, RegExp> = {
      'https://elsewhere.example/2026/03/12/the-bridge-is-stuck/': /This is no address of an article/,
      'the third one': /This is no address of an article/,
      '/desk/': /This is no address of an article/,
      '/2026/03/12/another/': /Nothing stands or stood at this address/,
      [`${article.path}#response-2`]: /Nothing stands or stood at this address/,
    };
    for (const [typed, sentence] of Object.entries(refusals)) {
      const answer = await ask('/complain/uk-s5/', { ...whole, where: typed });
      assert.equal(answer.status, 422, typed);
      assert.match(answer.text, sentence, typed);
    }
    const host = new URL(site.config.url).host;
    const ways = [where, `${article.path}responses/1/`, `${host}${article.path}comment-page-1/#response-1`];
    for (const typed of ways)
      assert.equal((await ask('/complain/uk-s5/', { ...whole, where: typed })).status, 303, typed);
    const cases = await site.store.read.selectFrom('cases').select(['number', 'comment_id']).execute();
    assert.deepEqual(cases.map(({ number }) => number).sort(), ['2026-001', '2026-002', '2026-003']);
    assert.equal(new Set(cases.map((each) => each.comment_id)).size, 1);
  });

  test('a complaint becomes a case with a secret address, a clock, and a line in the record without a word of it', async () => {
    const { site, ask, where } = await open();
    site.clock.set('2026-04-02T14:00:00.000Z');
    keepMoving(site.clock);
    const sent = await ask('/complain/uk-s5/', { ...whole, where });
    assert.equal(sent.status, 303);
    const page = await ask(sent.to);
    assert.match(page.text, /Your complaint 2026-001/);
    assert.match(page.text, /8 April 2026, 15:00 BST/);
    assert.ok(page.text.includes(whole.meaning));
    assert.equal((await ask(sent.to.replace(/.\/$/, '-/'))).status, 404);
    await sequenceEntries(site);
    const { received_at } = await site.store.read
      .selectFrom('cases')
      .select('received_at')
      .executeTakeFirstOrThrow();
    const step = await site.store.read.selectFrom('case_steps').select('at').executeTakeFirstOrThrow();
    assert.equal(step.at, received_at, 'received once');
    const [entry] = await site.store.read
      .selectFrom('record_entries')
      .select(['leaf', 'visibility'])
      .where('action', '=', 'case.open')
      .execute();
    assert.equal(entry?.visibility, 'public');
    assert.match(entry?.leaf ?? '', /"reason":"uk-s5"/);
    assert.doesNotMatch(entry?.leaf ?? '', /Crake|till|article|thief/);
    assert.match((await ask('/record/')).text, /A complaint received/);
  });

  test('an incomplete one may be sent as it is, and says what it lacks; never without an address to answer to', async () => {
    const { ask, where } = await open();
    const { meaning: _, email, ...rest } = whole;
    const asked = await ask('/complain/uk-s5/', { ...rest, email, where });
    assert.match(asked.text, /Send it as it is/);
    const sent = await ask('/complain/uk-s5/', { ...rest, email, where, incomplete: 'yes' });
    assert.equal(sent.status, 303);
    assert.match((await ask(sent.to)).text, /Parts of a full notice are missing:.*Say what meaning/s);
    const unanswerable = await ask('/complain/uk-s5/', { ...rest, where, incomplete: 'yes' });
    assert.equal(unanswerable.status, 422);
    assert.doesNotMatch(unanswerable.text, /Send it as it is/);
  });

  test('whoever tells of the abuse of children under article 16 need give neither name nor address', async () => {
    const { ask, where } = await open();
    const fields = { where, illegal: 'It shows a child.', good_faith: 'yes' };
    assert.equal((await ask('/complain/dsa-16/', fields)).status, 422);
    assert.equal((await ask('/complain/dsa-16/', { ...fields, minors: 'yes' })).status, 303);
  });

  test('the letter says only that there is news; what it leads to shows that the address is theirs', async (t) => {
    const mail = await openMailServer(t);
    const { site, ask, where } = await open(mail.env);
    const sent = await ask('/complain/uk-s5/', { ...whole, where });
    assert.doesNotMatch((await ask(sent.to)).text, /Yes, the address is mine/);
    assert.equal(
      (await ask(`${sent.to}confirm/`, {})).status,
      404,
      'the form’s own address confirms nothing',
    );
    await runDueJobs(site, jobHandlers);
    const letter = mail.taken.find((each) => each.includes('To: ottoline@post.example')) ?? '';
    assert.match(letter, /There is news for you/);
    assert.doesNotMatch(letter, /Crake|till|thief|2026-001|defam/);
    const [, path = ''] = /https:\/\/ledger\.example(\/complain\/case\/[\w/-]+\/)/.exec(letter) ?? [];
    assert.match((await ask(path)).text, /Yes, the address is mine/);
    assert.equal((await ask(`${path}confirm/`, {})).status, 303);
    assert.match((await ask(path)).text, /Your e-mail address is confirmed/);
    const steps = await site.store.read.selectFrom('case_steps').select('kind').orderBy('number').execute();
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['received', 'confirmed'],
    );
  });

  test('a flood from one address is slowed, with every word kept', async () => {
    const { site, ask, where } = await open();
    for (let sent = 0; sent < 6; sent += 1)
      assert.equal((await ask('/complain/uk-s5/', { ...whole, where })).status, 303);
    const stopped = await ask('/complain/uk-s5/', { ...whole, where });
    assert.equal(stopped.status, 429);
    assert.match(stopped.text, /Too many complaints came from your address/);
    assert.ok(stopped.text.includes(whole.meaning));
    site.clock.pass(3_600_000);
    assert.equal((await ask('/complain/uk-s5/', { ...whole, where })).status, 303);
  });
});
