import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, setSetting } from '../../../test/support/publish.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { respondAsStaff } from '../../comments/respond-as-staff.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { commentIdAt } from '../../moderation/queries.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { removeForCase, withholdNow } from '../../notices/withhold.ts';
import { disableStaff } from '../../staff/disable-staff.ts';
import { listStaff } from '../../staff/queries.ts';
import { casePlaces } from '../../store/migrations/case-places.ts';
import { articleIn, type Desk, openDesk, publish, respond, signedIn, stored } from '../fixtures.ts';

/** A desk with a published response that three readers reported, one with words. */
async function withReported(engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  await setSetting(desk.site, 'comments.policy', 'open');
  const article = await publish(desk, 'Harbour board to push for a toll');
  const id = await respond(desk, article.id, { name: 'Turncock', text: 'They took the till.' });
  await setSetting(desk.site, 'comments.policy', 'all-held');
  for (const from of ['a', 'b', 'c']) await report(desk, id, from);
  return { desk, article, id, bede: await signedIn(desk, 'moderator'), ann: await signedIn(desk, 'owner') };
}

async function report({ site }: Desk, commentId: string, from: string): Promise<void> {
  const text = from === 'b' ? '<script>Lies</script>' : '';
  const reason = from === 'c' ? 'legal' : 'rule-3';
  granted(await reportComment(site, { commentId, reason, text, email: '', from }));
}

async function passSeconds({ site }: Desk, seconds: number): Promise<void> {
  site.clock.pass(seconds * 1000);
  await runDueJobs(site, jobHandlers);
}

const item = ({ site }: Desk, id: string) =>
  site.store.read
    .selectFrom('report_items')
    .select(['outcome', 'closed_at', 'keep_at', 'by_role'])
    .where('comment_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** Reports that were settled, taken out or put in by hand are found by the check of the record. */
async function checkForgeries({ site: { store } }: Desk): Promise<void> {
  const faults = async () => (await verifyPublication(store.read)).map(({ sentence }) => sentence).join();
  assert.equal(await faults(), '');
  const settle = (outcome: 'kept' | 'removed' | null) =>
    store.write((tx) => tx.updateTable('report_items').set({ outcome }).execute());
  await settle('kept');
  assert.match(await faults(), /^The reports of a response \(\S+\) were not settled as the record says\.$/);
  await settle(null);
  assert.match(await faults(), /were not settled as the record says/);
  const [first] = await store.read.selectFrom('reports').selectAll().execute();
  assert.ok(first);
  await store.write((tx) => tx.deleteFrom('reports').where('id', '=', first.id).execute());
  assert.match(await faults(), /are not those that the record has taken/);
  await store.write(async (tx) => {
    await tx.deleteFrom('reports').execute();
    await tx.deleteFrom('report_items').execute();
  });
  assert.match(await faults(), /\(comment\.report\) is missing.*\(report\.settle\) is missing/s);
}

/** What waits, in the order of the page: `case` or the id of a response. */
const order = (page: string) =>
  [...page.matchAll(/ id="(?:(case)-|response-)([0-9a-f-]{36})"/g)].map(([, kind, id]) => kind ?? id);

onBothEngines('what waits', (engine) => {
  test('is one list of what is held, reported and complained about, each as far as somebody may decide on it', async () => {
    const { desk, article, id, bede, ann } = await withReported(engine);
    const held = await respond(desk, article.id, { name: 'Ropewalk', text: 'Later.' });
    const values = { name: 'Ottoline Crake', email: 'ottoline@post.example', wrong: 'All', right: 'Nothing' };
    const place = { articleId: article.id, commentId: id };
    granted(await receiveNotice(desk.site, { kind: 'accuracy', values, place, from: 'x' }));
    const { text } = await ann.get('/desk/queue/');
    assert.match(text, /<h1>3 waiting<\/h1>/);
    assert.match(text, /Queue 3<\/a>/);
    const places = [`id="response-${id}"`, `id="response-${held}"`, 'id="case-'].map((each) =>
      text.indexOf(each),
    );
    assert.ok(
      places.every((each) => each > 0),
      'all three',
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      'what was reported by three stands first',
    );
    assert.match(text, /<b>Reported:<\/b> 3 times, from as many network addresses, all within an hour/);
    assert.match(text, /2 × Rule 3: /);
    assert.match(text, /&lt;script&gt;Lies&lt;\/script&gt;/);
    const moderators = await bede.get('/desk/queue/');
    assert.match(moderators.text, /<h1>2 waiting<\/h1>/);
    assert.doesNotMatch(moderators.text, /id="case-|kind=case/, 'complaints are for editors and owners');
    const kinds = [
      ['held', 'Ropewalk'],
      ['report', 'Turncock'],
      ['case', 'Complaint'],
    ] as const;
    for (const [kind, has] of kinds) {
      const narrowed = await ann.get(`/desk/queue/?kind=${kind}`);
      assert.match(narrowed.text, /<h1>1 waiting<\/h1>/, kind);
      assert.match(narrowed.text, new RegExp(has));
    }
    assert.match((await ann.get(`/desk/queue/?article=${article.id}&name=turn`)).text, /<h1>1 waiting<\/h1>/);
    assert.match((await ann.get('/desk/queue/?because=all')).text, /<h1>1 waiting<\/h1>/);
    assert.match(
      (await ann.get('/desk/')).text,
      /1 response is held\. 1 response is reported\. 1 complaint is open\./,
    );
    assert.equal(
      (await ann.get(`/desk/queue/?kind=case&article=${await articleIn(desk, 'draft')}`)).status,
      200,
    );
    const more = async (days: number) => {
      desk.site.clock.pass(days * 86_400_000);
      return respond(desk, article.id, { name: `Writer ${days}`, text: `After ${days} days more.` });
    };
    const [before, after] = [await more(4), await more(2)];
    const queue = await ann.get('/desk/queue/');
    assert.deepEqual(
      order(queue.text),
      [id, held, before, 'case', after],
      'a complaint that is due in seven days counts as waiting from the fifth',
    );
    assert.match(queue.text, /A complaint counts as waiting from 48 hours before it is due/);
    const stand = () => desk.site.store.read.selectFrom('cases').select('queue_at').execute();
    const written = await stand();
    await desk.site.store.write(async (tx) => {
      await tx.updateTable('cases').set({ queue_at: '' }).execute();
      await sql.raw(casePlaces.statements[engine].at(-1) ?? '').execute(tx);
    });
    assert.deepEqual(await stand(), written, 'one that was there before is given the same place');
  });

  test('a reported response that is kept settles all its reports in ten seconds, unless that is undone', async () => {
    const { desk, id, bede, ann } = await withReported(engine);
    const pressed = await bede.post(`/desk/queue/${id}/keep/`);
    assert.deepEqual([pressed.status, pressed.location], [303, `/desk/queue/?decided=${id}`]);
    assert.match(
      (await bede.get(pressed.location ?? '')).text,
      /Keeping of .* takes effect in 10 seconds\./s,
    );
    const late = await ann.post(`/desk/queue/${id}/keep/`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Bede Hallam pressed keep on it/);
    const undone = await bede.post(`/desk/queue/${id}/undo/`, {}, { accept: 'application/json' });
    assert.match(JSON.parse(undone.text).sentence, /The reports of Turncock wait again/);
    await passSeconds(desk, 10);
    assert.equal((await item(desk, id))?.closed_at, null);
    await bede.post(`/desk/queue/${id}/keep/`);
    await passSeconds(desk, 10);
    assert.deepEqual(
      [(await item(desk, id))?.outcome, (await item(desk, id))?.by_role, (await stored(desk, id)).state],
      ['kept', 'moderator', 'published'],
    );
    assert.match(
      (await bede.get(`/desk/queue/?decided=${id}`)).text,
      /is kept, and its reports are settled\./,
    );
    assert.equal((await bede.post(`/desk/queue/${id}/undo/`)).status, 409);
    await report(desk, id, 'd');
    assert.match(
      (await bede.get('/desk/queue/')).text,
      /<b>Reported:<\/b> once/,
      'what comes later is a new item',
    );
    await checkForgeries(desk);
  });

  test('the thread around stands beside it: the two responses before and the two behind', async () => {
    const { desk, article, id, bede } = await withReported(engine);
    await setSetting(desk.site, 'comments.policy', 'open');
    for (const n of [2, 3, 4])
      await respond(desk, article.id, { name: `Writer ${n}`, text: `Words of ${n}.` });
    const { text } = await bede.get('/desk/queue/');
    assert.match(
      text,
      /The 2 responses around it.*#response-2"[^>]*>2, <bdi>Writer 2<.*Words of 2\..*3, <bdi>Writer 3</s,
    );
    assert.doesNotMatch(text, /Words of 4/);
    await setSetting(desk.site, 'comments.policy', 'all-held');
    await respond(desk, article.id, { name: 'Ropewalk', text: 'Later.' });
    assert.match(
      (await bede.get('/desk/queue/?kind=held')).text,
      /The 2 responses around it.*Words of 3\..*Words of 4\./s,
    );
    assert.ok(id);
  });

  test('a removal settles the reports too, also where the other had pressed keep, and both are told', async () => {
    const { desk, id, bede, ann } = await withReported(engine);
    await bede.post(`/desk/queue/${id}/keep/`);
    assert.equal(
      (await ann.post(`/desk/queue/${id}/remove/`, {})).status,
      422,
      'without a reason nothing is removed',
    );
    assert.equal((await ann.post(`/desk/queue/${id}/remove/`, { reason: 'rule-3' })).status, 303);
    await passSeconds(desk, 10);
    assert.deepEqual(
      [(await item(desk, id))?.outcome, (await stored(desk, id)).state],
      ['removed', 'removed'],
    );
    assert.match(
      (await bede.get('/desk/queue/')).text,
      /Ann Osei removed the response by Turncock, whose keeping you had pressed\./,
    );
    const late = await bede.post(`/desk/queue/${id}/keep/`);
    assert.match(late.text, /Ann Osei removed it/);
  });

  test('what was withheld or removed for a complaint comes back by those alone who decide on complaints', async () => {
    const { desk, article, id, bede, ann } = await withReported(engine);
    const values = { name: 'Ottoline Crake', email: 'ottoline@post.example', wrong: 'All', right: 'Nothing' };
    const place = { articleId: article.id, commentId: id };
    granted(await receiveNotice(desk.site, { kind: 'accuracy', values, place, from: 'x' }));
    const one = await desk.site.store.read.selectFrom('cases').select('id').executeTakeFirstOrThrow();
    const by = { actor: { role: 'owner' as const }, staffId: null };
    granted(await withholdNow(desk.site, { id: one.id, by }));
    for (const withheld of [true, false]) {
      if (!withheld) granted(await removeForCase(desk.site, { id: one.id, by }));
      const refused = await bede.post(`/desk/responses/${id}/restore/`);
      assert.equal(refused.status, 409);
      assert.match(refused.text, /decided in a complaint: an owner or an editor has to decide/);
      assert.equal((await stored(desk, id)).state, 'removed');
    }
    assert.equal((await ann.post(`/desk/responses/${id}/restore/`)).status, 303);
    assert.equal((await stored(desk, id)).state, 'published');
  });

  test('nobody decides on their own response while somebody else may; whoever is alone may, and is told so', async () => {
    const { desk, article, bede, ann } = await withReported(engine);
    const staff = await listStaff(desk.site);
    const owner = staff.find(({ role }) => role === 'owner');
    assert.ok(owner);
    const sent = { articleId: article.id, text: 'We asked.', in_reply_to: '' };
    const { number } = granted(await respondAsStaff(desk.site, owner, sent));
    const own = { id: (await commentIdAt(desk.site.store.read, article.path, number)) ?? '' };
    await report(desk, own.id, 'a');
    assert.match((await ann.get('/desk/queue/')).text, /You wrote this yourself: somebody else/);
    for (const [path, fields] of [
      ['keep', {}],
      ['remove', { reason: 'rule-3' }],
    ] as const) {
      const refused = await ann.post(`/desk/queue/${own.id}/${path}/`, fields);
      assert.deepEqual([path, refused.status], [path, 409]);
      assert.match(
        refused.text,
        /You wrote this response yourself: somebody else of the staff has to decide/,
      );
    }
    assert.equal((await bede.post(`/desk/responses/${own.id}/remove/`, { reason: 'rule-3' })).status, 303);
    const back = await ann.post(`/desk/responses/${own.id}/restore/`);
    assert.equal(back.status, 409, 'nor bring it back');
    assert.match(back.text, /You wrote this response yourself/);
    assert.equal((await bede.post(`/desk/responses/${own.id}/restore/`)).status, 303);
    desk.site.clock.pass(1000);
    await report(desk, own.id, 'b');
    for (const { email, role } of staff)
      if (role === 'moderator' || role === 'editor') granted(await disableStaff(desk.site, email));
    assert.match((await ann.get('/desk/queue/')).text, /Nobody else of the staff may decide, so you may\./);
    assert.equal((await ann.post(`/desk/queue/${own.id}/keep/`)).status, 303);
    await passSeconds(desk, 10);
    assert.equal((await item(desk, own.id))?.outcome, 'kept');
  });
});
