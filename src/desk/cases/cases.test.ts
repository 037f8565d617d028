import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, send, setSetting } from '../../../test/support/publish.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { annotateArticle } from '../../marks/follow-marks.ts';
import { restoreComment } from '../../moderation/decide.ts';
import { pressKeep } from '../../moderation/reports/press-keep.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { findPlace } from '../../notices/find-place.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { watchDeadlines } from '../../notices/watch-deadlines.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { signedIn } from '../fixtures.ts';
import { openCases as open, notice as values, words } from './fixtures.ts';

onBothEngines('cases at the desk', (engine) => {
  test('stand with the soonest due first, then those without a clock of their own that is running', async () => {
    const { site, editor, complain } = await open(engine);
    site.clock.set('2026-04-02T14:00:00.000Z');
    const order: string[] = [];
    for (const kind of ['personal-data', 'accuracy', 'uk-s5', 'dsa-16'] as const) {
      await complain(kind);
    }
    const { text } = await editor.get('/desk/cases/');
    for (const [, number = ''] of text.matchAll(/>Case (2026-\d{3})</g)) order.push(number);
    assert.deepEqual(order, ['2026-004', '2026-003', '2026-002', '2026-001']);
    assert.match(text, /8 April 2026, 15:02 BST/, 'Easter does not count');
    assert.match(text, /3 May 2026, 00:00 BST/, 'a month for personal data');
    assert.match((await editor.get('/desk/cases/?state=closed')).text, /No complaint was closed yet/);
  });

  test('show the notice, its clock in London’s time, and what staff tick moves the clock', async () => {
    const { site, editor, complain } = await open(engine);
    site.clock.set('2026-03-27T23:30:00.000Z');
    const { path } = await complain();
    const first = await editor.get(path);
    assert.match(first.text, /Send the notice to the writer/);
    assert.match(first.text, /<b><time[^>]*>31 March 2026, 23:30 BST/);
    assert.ok(first.text.includes(values.wrong));
    assert.equal((await editor.post(`${path}check/`, { repeat: 'yes' })).status, 303);
    const repeat = await editor.get(`${path}?done=checked`);
    assert.match(repeat.text, /removed twice before: remove them/);
    assert.match(repeat.text, /name="repeat" value="yes" checked/);
    await editor.post(`${path}check/`, { invalid: 'yes' });
    assert.match((await editor.get(path)).text, /The notice is incomplete/);
    assert.match((await editor.get(path)).text, /Read and checked, .*by Edda Rees, editor/s);
  });

  test('withhold in one press: out of every page, feed, search and program, evidence kept, undone by showing it again', async () => {
    const { desk, site, article, response, editor, read, complain } = await open(engine);
    const { path } = await complain();
    const places = [
      ...['/', article.path, `${article.path}responses/1/conversation/`, `${article.path}responses/1/cite/`],
      ...['/comments/feed/', `${article.path}feed/`, '/feed/', '/search?q=Tillpurloiner', '/record/'],
    ];
    assert.match(await read(article.path), /Tillpurloiner/);
    await annotateArticle(site, article.id);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 303);
    // What another reader quoted is theirs, and a case of its own.
    const own = (text: string) => text.replaceAll(/He wrote.*?there\./gs, '');
    for (const place of places)
      assert.doesNotMatch(own((await read(place)).replace(/<[^>]+>/g, '')), /Tillpurloiner took/, place);
    const page = await read(article.path);
    assert.match(page, /withheld while a complaint is considered/);
    assert.match(page, /One Response to “The bridge is stuck” \(1 withheld\)/);
    assert.match(page, /exact, response 1, which is withheld/);
    const counts = JSON.parse(await read(`/api/v1/articles/${article.id}`)).counts;
    assert.deepEqual(counts, { published: 1, removed: 0, withdrawn: 0, withheld: 1 });
    const api = await read(`/api/v1/articles/${article.id}/comments`);
    const [first] = (JSON.parse(api) as { items: { state: string; text: null; author: null }[] }).items;
    assert.deepEqual([first?.state, first?.text, first?.author], ['withheld', null, null]);
    assert.match(await read(receiptPath(site, response)), /Withheld\./);
    assert.match(await read('/record/'), /Response 1 withheld while a complaint is considered/);
    assert.match((await editor.get(path)).text, /The words as they were.*Tillpurloiner/s);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 409);
    assert.equal((await editor.post(`${path}response/`, { do: 'restore' })).status, 303);
    assert.match(await read(article.path), /Tillpurloiner took the money home/);
    assert.match(await read('/search?q=Tillpurloiner'), /took the money home/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    await editor.post(`${path}response/`, { do: 'withhold' });
    assert.equal((await editor.post(`${path}response/`, { do: 'remove' })).status, 303);
    assert.match(await read(article.path), /This response was removed\..*For a legal reason/s);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    const kept = await site.store.read.selectFrom('case_evidence').select('source').execute();
    assert.deepEqual(
      kept.map(({ source }) => source),
      [words],
      'the same words are kept once',
    );
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.get(path)).status, 403);
  });

  test('withhold what readers’ reports withheld before: its words are kept, and settling the reports shows it no more', async () => {
    const { site, article, editor, read, complain, work } = await open(engine);
    await setSetting(site, 'reports.hold-first-time', '2');
    const sent = granted(
      await send(site, { articleId: article.id, text: 'Wrackline.', secret: 'new', name: 'New' }),
    );
    const report = (commentId: string, from: string) =>
      reportComment(site, { commentId, reason: 'rule-2', text: '', email: '', from });
    for (const from of ['a', 'b']) granted(await report(sent.id, from));
    const { path } = await complain('personal-data', { where: `${article.path}#response-3` });
    const evidence = () =>
      site.store.read
        .selectFrom('case_evidence')
        .select('source')
        .where('comment_id', '=', sent.id)
        .execute();
    assert.deepEqual(await evidence(), []);
    const before = await editor.get(path);
    assert.match(before.text, /Readers’ reports withhold it for now\..*Withhold it for this complaint/s);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 303);
    assert.deepEqual(
      (await evidence()).map(({ source }) => source),
      ['Wrackline.'],
    );
    assert.doesNotMatch((await editor.get(path)).text, /Withhold it for this complaint/);
    assert.equal((await editor.post(`${path}response/`, { do: 'withhold' })).status, 409);
    assert.match(await read(receiptPath(site, sent.id)), /Withheld\./);
    assert.deepEqual(await verifyPublication(site.store.read), []);
    const moderator = { actor: { role: 'moderator' }, staffId: null } as const;
    granted(await pressKeep(site, { id: sent.id, moderator }));
    site.clock.pass(10_000);
    await work();
    const item = await site.store.read.selectFrom('report_items').select('outcome').executeTakeFirst();
    assert.equal(item?.outcome, 'kept');
    assert.doesNotMatch(await read(article.path), /Wrackline/);
    assert.equal((await restoreComment(site, { id: sent.id, moderator })).ok, false);
    assert.equal((await editor.post(`${path}response/`, { do: 'restore' })).status, 303);
    assert.match(await read(article.path), /Wrackline/);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('a response that was withheld or shown by hand does not pass verification', async () => {
    const { site, response, editor, complain } = await open(engine);
    const { path } = await complain();
    await sequenceEntries(site);
    const set = (change: { state?: 'published' | 'removed'; withheld_at?: string | null }) =>
      site.store.write((tx) => tx.updateTable('comments').set(change).where('id', '=', response).execute());
    const faults = async () =>
      (await verifyPublication(site.store.read)).map(({ sentence }) => sentence).join(' ');
    await set({ state: 'removed', withheld_at: '2026-03-12T07:00:00.000Z' });
    assert.match(await faults(), /is withheld in the database, and published by the record/);
    await set({ state: 'published', withheld_at: null });
    await editor.post(`${path}response/`, { do: 'withhold' });
    await sequenceEntries(site);
    assert.equal(await faults(), '');
    await set({ withheld_at: null });
    assert.match(await faults(), /is removed in the database, and withheld by the record/);
    await set({ state: 'published' });
    assert.match(await faults(), /is published in the database, and withheld by the record/);
  });

  test('about what its writer has withdrawn, or about no response, say so and withhold nothing', async () => {
    const { site, article, editor, complain } = await open(engine);
    const place = granted(await findPlace(site, article.path));
    const notice = { kind: 'accuracy' as const, values, place, from: '192.0.2.8' };
    const about = granted(await receiveNotice(site, notice)).id;
    const refused = await editor.post(`/desk/cases/${about}/response/`, { do: 'withhold' });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /This case is about no response/);
    const { path } = await complain();
    await site.store.write((tx) =>
      tx
        .updateTable('comments')
        .set({ state: 'withdrawn', html: '', source: '' })
        .where('number', '=', 1)
        .execute(),
    );
    const gone = await editor.get(path);
    assert.match(gone.text, /Its writer has withdrawn it/);
    assert.doesNotMatch(gone.text, /Withhold it now/);
    const late = await editor.post(`${path}response/`, { do: 'withhold' });
    assert.match(late.text, /its writer has withdrawn it/);
  });

  test('are counted anew when holidays change in mid-case, and staff are written to once before one comes due', async (t) => {
    const mail = await openMailServer(t);
    const { site, editor, complain, work } = await open(engine, mail.env);
    site.clock.set('2026-03-16T10:00:00.000Z');
    const { path } = await complain();
    assert.match((await editor.get(path)).text, /18 March 2026, 10:00 GMT/);
    await watchDeadlines(site);
    await work();
    const reminders = () => mail.taken.filter((letter) => /A complaint comes due/.test(letter));
    assert.equal(reminders().length, 0);
    await assert.rejects(setSetting(site, 'complaints.holidays', '2026-13-01'), /must be days such as/);
    await setSetting(site, 'complaints.holidays', '2026-03-17\n2026-05-08');
    assert.match((await editor.get(path)).text, /19 March 2026, 10:00 GMT/);
    assert.match((await editor.get('/desk/cases/')).text, /19 March 2026, 10:00 GMT/);
    site.clock.set('2026-03-18T10:30:00.000Z');
    await watchDeadlines(site);
    await watchDeadlines(site);
    await work();
    assert.equal(reminders().length, 2, 'the owner and the editor');
    assert.doesNotMatch(reminders().join(), /thief|Crake|2026-001/);
    const [row] = await site.store.read.selectFrom('cases').select('due_at').execute();
    assert.equal(row?.due_at, '2026-03-19T10:00:00.000Z');
  });
});
