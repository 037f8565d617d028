import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { editComment } from '../../comments/edits/edit-comment.ts';
import { forgetAddresses } from '../../comments/forget-addresses.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { removeComment } from '../../moderation/decide.ts';
import { pressKeep } from '../../moderation/reports/press-keep.ts';
import { mostWithinAnHour, reportedItems } from '../../moderation/reports/queries.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { createSiteWeb } from '../../web-app.ts';

const words = 'The treasurer took the till home, and everybody knows it.';
const moderator = { actor: { role: 'moderator' }, staffId: null } as const;
const rule = { code: 'rule-2', label: 'Rule 2: No insults', sentence: null };

onBothEngines('reports by readers', (engine) => {
  const open = async (env: Record<string, string> = {}) => {
    const site = await openTestSite(engine, env);
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    const { id } = granted(await send(site, { articleId: article.id, text: words }));
    const { app } = createSiteWeb(site);
    const path = `${article.path}responses/1/report/`;
    const ask = async (fields?: Record<string, string>, where = path) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin: site.config.url };
      const body = new URLSearchParams(fields).toString();
      const answer = await app.request(
        site.config.url + where,
        fields ? { method: 'POST', body, headers: type } : {},
      );
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
    };
    const reports = () => site.store.read.selectFrom('reports').selectAll().orderBy('id').execute();
    const from = (address: string, more = {}) =>
      reportComment(site, { commentId: id, reason: 'rule-2', text: '', email: '', from: address, ...more });
    const item = async () => (await reportedItems(site.store.read, [id])).get(id);
    const state = () =>
      site.store.read
        .selectFrom('comments')
        .select(['state', 'number', 'withheld_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    return { site, article, id, app, path, ask, reports, from, item, state };
  };

  test('each response leads to a page on which one press on a rule reports it, without a script or an account', async () => {
    const { site, article, app, path, ask, reports, item } = await open();
    const page = await (await app.request(site.config.url + article.path)).text();
    assert.match(page, new RegExp(`href="${path}"[^>]*>\\s*Report 1<`));
    const form = await ask();
    assert.equal(form.status, 200);
    assert.match(form.text, /<button type="submit" name="reason"[^>]*value="rule-1"/);
    assert.match(form.text, /value="legal">It may be against the law/);
    assert.doesNotMatch(form.text, /name="email"/, 'without a mail server no address is asked for');
    const sent = await ask({ reason: 'rule-2', text: '<b>Not</b> true', email: '' });
    assert.equal(sent.status, 303);
    assert.match(sent.to, new RegExp(`^${path}\\?done=sent&own=[0-9a-f-]{36}\\.[\\w-]{43}$`));
    assert.match((await ask(undefined, sent.to)).text, /href="\/review\/[^"]+">Your report</);
    assert.match((await ask(undefined, sent.to)).text, /Your report is with the staff/);
    assert.equal((await ask({ reason: 'rule-1' })).to, `${path}?done=again`);
    const kept = await reports();
    assert.deepEqual(
      kept.map(({ reason, text }) => [reason, text]),
      [['rule-2', '<b>Not</b> true']],
    );
    assert.equal((await item())?.count, 1);
    await sequenceEntries(site);
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select(['visibility', 'private_body'])
      .where('action', '=', 'comment.report')
      .execute();
    assert.equal(entries.length, 1);
    assert.match(entries[0]?.private_body ?? '', /"role":"reporter".*"reason":"rule-2"/);
    assert.equal((await app.request(`${site.config.url}${article.path}responses/9/report/`)).status, 404);
  });

  test('a report without a reason, with too much text or with what is no address is refused, and every word comes back', async (t) => {
    const { env } = await openMailServer(t);
    const { ask, reports } = await open(env);
    const typed = { text: `${'long '.repeat(250)}<i>words</i>`, email: 'nobody at post' };
    const refused = await ask({ reason: '', ...typed });
    assert.equal(refused.status, 422);
    for (const sentence of [
      'Choose which rule the response breaks',
      'is longer than 1,000 characters',
      'is not a whole e-mail address',
    ])
      assert.ok(refused.text.includes(sentence), sentence);
    assert.match(refused.text, /long &lt;i&gt;words&lt;\/i&gt;/);
    assert.match(refused.text, /value="nobody at post"/);
    assert.equal((await ask({ reason: 'rule-99' })).status, 422);
    assert.deepEqual(await reports(), []);
  });

  test('many reports hide nothing and are one item; a flood from one address is answered by a sentence', async () => {
    const { site, from, item, state, reports, ask, article } = await open();
    for (let n = 0; n < 6; n += 1) {
      granted(
        await from(`192.0.2.${n}`, { reason: n < 4 ? 'rule-2' : 'legal', text: n === 5 ? 'Libel.' : '' }),
      );
      if (n === 0) site.clock.pass(2 * 3_600_000);
    }
    assert.equal(
      granted(await from('192.0.2.1', { text: 'It is not so.', email: 'a@post.example' })).again,
      true,
    );
    const found = await item();
    assert.deepEqual([found?.count, found?.withinHour], [6, 5]);
    assert.deepEqual(found?.reasons, [
      { code: 'rule-2', count: 4 },
      { code: 'legal', count: 2 },
    ]);
    assert.deepEqual(found?.texts.map(({ text }) => text).sort(), ['It is not so.', 'Libel.']);
    assert.equal((await state()).state, 'published');
    assert.ok(
      (await reports()).every(({ email }) => email === null),
      'nobody could be written to',
    );
    const row = await site.store.read.selectFrom('report_items').selectAll().executeTakeFirstOrThrow();
    assert.equal(
      Date.parse(row.first_at) - Date.parse(row.queue_at),
      9 * 3_600_000,
      'five more, and the law',
    );
    for (let n = 2; n <= 22; n += 1)
      granted(await send(site, { articleId: article.id, text: `Words ${n}.`, address: `h${n}` }));
    const answers = [];
    for (let n = 2; n <= 22; n += 1)
      answers.push((await ask({ reason: 'rule-1' }, `${article.path}responses/${n}/report/`)).status);
    assert.deepEqual(answers, [...Array(20).fill(303), 429]);
    const last = await ask({ reason: 'rule-1' }, `${article.path}responses/22/report/`);
    assert.match(last.text, /Too many reports have come from your address within an hour/);
    site.clock.pass(31 * 86_400_000);
    await forgetAddresses(site);
    assert.ok((await reports()).every(({ address_hash }) => address_hash === null));
  });

  test('a setting lets so many withhold the first response of a writer, until it is kept; never that of one who has others', async () => {
    const { site, article, id, from, state, ask } = await open();
    await setSetting(site, 'reports.hold-first-time', '3');
    const regular = [1, 2].map((n) => ({
      articleId: article.id,
      text: `Regular ${n}.`,
      name: 'Ropewalk',
      secret: 'r',
    }));
    const other = granted(await send(site, regular[0] ?? { articleId: '' }));
    granted(await send(site, regular[1] ?? { articleId: '' }));
    for (const address of ['a', 'b', 'c']) {
      granted(await from(address));
      granted(await from(address, { commentId: other.id }));
    }
    const withheld = await state();
    assert.deepEqual([withheld.state, withheld.number, withheld.withheld_at !== null], ['removed', 1, true]);
    const standing = await site.store.read
      .selectFrom('comments')
      .select('state')
      .where('id', '=', other.id)
      .executeTakeFirstOrThrow();
    assert.equal(standing.state, 'published');
    assert.equal((await ask({ reason: 'rule-1' })).status, 410, 'it is no longer shown');
    granted(await pressKeep(site, { id, moderator }));
    site.clock.pass(10_000);
    await runDueJobs(site, jobHandlers);
    const kept = { state: 'published', number: 1, withheld_at: null };
    assert.deepEqual({ ...(await state()) }, kept);
    for (const address of ['d', 'e', 'f']) granted(await from(address));
    assert.deepEqual({ ...(await state()) }, kept, 'no number of reports overrules whoever kept it');
    const late = granted(await from('a', { text: 'Still untrue.' }));
    assert.deepEqual(late, { again: true, id: null, kept: false, told: false });
    site.clock.pass(1000);
    granted(await editComment(site, { id, text: 'The treasurer and her brother took the till home.' }));
    assert.equal(granted(await from('a')).again, false, 'other words than those that were kept');
    assert.equal(granted(await from('a')).again, true);
  });

  test('a reporter who left an address hears the outcome in one letter without the words; then the address is gone', async (t) => {
    const { env, taken } = await openMailServer(t);
    const { site, article, id, path, from, reports, item, ask } = await open(env);
    const typed = { reason: 'rule-2', text: '', email: 'ottoline@post.example' };
    const sent = (await ask(typed)).to;
    assert.match((await ask(undefined, sent)).text, /One letter tells you, at the address that you left,/);
    assert.doesNotMatch((await ask(undefined, `${path}?done=sent`)).text, /letter tells you/);
    const other = (await ask({ ...typed, email: 'percival@post.example' })).to;
    const neighbour = await ask(undefined, other);
    assert.match(neighbour.text, /Not all that you added now is kept/);
    assert.match(neighbour.text, /No letter comes to the address that you typed now/);
    const same = await ask(undefined, (await ask(typed)).to);
    assert.match(same.text, /What you added is kept with it while it waits\. One letter tells you/);
    granted(await from('b'));
    granted(await removeComment(site, { id, moderator, reason: rule }));
    assert.equal(await item(), undefined, 'a removal settles every report');
    await runDueJobs(site, jobHandlers);
    assert.equal(taken.length, 1);
    const [letter = ''] = taken;
    assert.match(letter, /^To: ottoline@post\.example/m);
    assert.match(letter, /It was removed\. Rule 2: No insults\./);
    assert.match(letter, new RegExp(`${article.path}responses/1/`));
    assert.doesNotMatch(letter, /treasurer|till/);
    assert.ok((await reports()).every(({ email }) => email === null));
    assert.equal((await ask()).status, 410);
    assert.equal((await ask({ reason: 'rule-1' })).status, 410);
    const next = granted(await send(site, { articleId: article.id, text: 'Second.', address: 'x' }));
    granted(
      await from('a', { commentId: next.id, email: 'ottoline@post.example', text: 'It says “Second”.' }),
    );
    granted(await withdrawComment(site, next.id));
    await runDueJobs(site, jobHandlers);
    assert.match(taken[1] ?? '', /It is no longer there: its writer took it back/);
    assert.ok(
      (await reports()).every(({ text }) => text === ''),
      'what a reporter repeated of it is gone too',
    );
    const settled = await site.store.read
      .selectFrom('record_entries')
      .select('private_body')
      .where('action', '=', 'report.settle')
      .execute();
    assert.equal(settled.length, 1, 'what a writer takes back, no one of the staff settled');
    assert.match(settled[0]?.private_body ?? '', /"reason":"removed"/);
  });
});

test('the greatest number within an hour is counted wherever the hour lies', () => {
  const at = (minutes: number) => new Date(minutes * 60_000).toISOString();
  assert.equal(mostWithinAnHour([]), 0);
  assert.equal(mostWithinAnHour([at(0), at(60), at(61), at(100), at(120), at(300)]), 4);
});
