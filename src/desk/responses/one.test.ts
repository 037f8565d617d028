import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, setSetting } from '../../../test/support/publish.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { respondAsStaff } from '../../comments/respond-as-staff.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { commentIdAt } from '../../moderation/queries.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { listStaff } from '../../staff/queries.ts';
import { withStaffMarker } from '../../staff/staff-marker.ts';
import { type Answer, Browser, openDesk, publish, respond, signedIn, stored } from '../fixtures.ts';

/** A desk with an article, a published response that a reader reported, and a held one. */
async function withThread(engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  const { site } = desk;
  await setSetting(site, 'comments.policy', 'open');
  const article = await publish(desk, 'Harbour board to push for a toll');
  const id = await respond(desk, article.id, { name: 'Turncock', text: 'They took the till.' });
  await setSetting(site, 'comments.policy', 'all-held');
  const held = await respond(desk, article.id, { name: 'Ropewalk', text: 'Nobody may read this yet.' });
  const report = { commentId: id, reason: 'rule-3', text: 'It is not so.', email: '' };
  granted(await reportComment(site, { ...report, from: 'a' }));
  const place = `${article.path}#response-1`;
  return { desk, site, article, id, held, place, page: `/desk/responses/${id}/` };
}

const asked = ({ status, location }: Answer) => [status, location];
const json = { accept: 'application/json' };

onBothEngines('one response at the desk', (engine) => {
  test('has every decision that it has in the queue, and leads back to its place under the article', async () => {
    const { desk, site, article, id, held, place, page } = await withThread(engine);
    const [bede, ann] = [await signedIn(desk, 'moderator'), await signedIn(desk, 'owner')];
    const list = await bede.get(`/desk/responses/?article=${article.id}&number=1`);
    assert.deepEqual(asked(list), [303, page]);
    const reported = (await bede.get(page)).text;
    assert.match(reported, /<h1>Response 1<\/h1>/);
    assert.match(reported, new RegExp(`href="${place}">Back to response 1 under its article`));
    for (const verb of ['keep', 'remove', 'note', 'open'])
      assert.ok(reported.includes(`action="/desk/queue/${id}/${verb}/?back=thread"`), verb);
    assert.ok(reported.includes(`href="${page}suspend/"`));
    assert.match(reported, /It is not so\./);

    const kept = await bede.post(`/desk/queue/${id}/keep/?back=thread`);
    assert.deepEqual(asked(kept), [303, `${page}?done=decided`]);
    const undoing = (await bede.get(kept.location ?? '')).text;
    assert.match(undoing, /Keeping of <bdi>Turncock<\/bdi>/);
    assert.ok(undoing.includes(`action="/desk/queue/${id}/undo/?back=thread"`));
    const late = await ann.post(`/desk/queue/${id}/keep/?back=thread`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Bede Hallam pressed keep on it/);
    assert.match((await bede.get(page)).text, /Ann Osei wanted to keep the response by Turncock/);
    await bede.post(`/desk/queue/${id}/undo/?back=thread`);

    const noted = await bede.post(`/desk/queue/${id}/note/?back=thread`, { note: 'A regular.' });
    assert.deepEqual(asked(noted), [303, `${page}?done=noted`]);
    assert.match((await bede.get(noted.location ?? '')).text, /The note is kept\..*A regular\./s);

    const again = await bede.post(`/desk/queue/${id}/remove/?back=thread`, {
      reason: '',
      sentence: 'Kept <so>',
    });
    assert.equal(again.status, 422);
    assert.match(again.text, /value="Kept &lt;so&gt;"/);
    assert.ok(again.text.includes(`action="/desk/queue/${id}/remove/?back=thread"`));
    const removed = await bede.post(`/desk/queue/${id}/remove/?back=thread`, { reason: 'rule-3' });
    assert.deepEqual(asked(removed), [303, place]);
    assert.match((await bede.get(page)).text, /<b>Removed<\/b>.*Rule 3/s);
    site.clock.pass(1000);
    const restored = await bede.post(`${page}restore/?back=thread`);
    assert.deepEqual(asked(restored), [303, place]);
    assert.equal((await stored(desk, id)).state, 'published');

    const waits = (await bede.get(`/desk/responses/${held}/`)).text;
    assert.match(waits, /<h1>One response<\/h1>/);
    const pressed = await bede.post(`/desk/queue/${held}/release/?back=thread`, { seen: '0' });
    assert.deepEqual(asked(pressed), [303, `/desk/responses/${held}/?done=decided`]);
    assert.match((await bede.get(pressed.location ?? '')).text, /Release takes effect in 10 seconds\./);
    const nobodys = '/desk/responses/01957f00-0000-7000-8000-000000000000/';
    assert.equal((await bede.get(nobodys)).status, 404);
  });

  test('tells who may not decide on it why, and has the acts of an open complaint for whoever manages it', async () => {
    const { desk, site, article, id, place, page } = await withThread(engine);
    const [bede, edda] = [await signedIn(desk, 'moderator'), await signedIn(desk, 'editor')];
    const values = { name: 'Ottoline Crake', email: 'ottoline@post.example', wrong: 'All', right: 'Nothing' };
    const about = { articleId: article.id, commentId: id };
    const taken = await receiveNotice(site, { kind: 'accuracy', values, place: about, from: 'x' });
    const action = `/desk/cases/${granted(taken).id}/response/?back=thread`;
    assert.ok(!(await bede.get(page)).text.includes(action));
    assert.ok((await edda.get(page)).text.includes(`action="${action}"`));
    assert.deepEqual(asked(await edda.post(action, { do: 'withhold' })), [303, place]);
    await bede.post(`/desk/queue/${id}/keep/`);
    site.clock.pass(10_000);
    await runDueJobs(site, jobHandlers);
    const withheld = (await bede.get(page)).text;
    assert.match(withheld, /This was decided in a complaint: an owner or an editor has to decide/);
    assert.doesNotMatch(withheld, /\/restore\//);
    assert.ok((await edda.get(page)).text.includes('value="restore"'));
    for (const wrong of ['wrong', 'constructor', ''])
      assert.equal((await edda.post(action, { do: wrong })).status, 404);
    assert.deepEqual(asked(await edda.post(action, { do: 'restore' })), [303, place]);
    assert.equal((await stored(desk, id)).state, 'published');

    const staff = await listStaff(site);
    const moderator = staff.find(({ role }) => role === 'moderator');
    const words = { articleId: article.id, text: 'We asked the board.', in_reply_to: '' };
    const { number } = granted(await respondAsStaff(site, moderator ?? assert.fail(), words));
    const own = await commentIdAt(site.store.read, article.path, number);
    const mine = (await bede.get(`/desk/responses/${own}/`)).text;
    assert.match(mine, /You wrote this response yourself: somebody else of the staff has to decide on it\./);
    assert.doesNotMatch(mine, /\/remove\/\?back=thread/);
  });

  test('is offered to the script of a thread for staff who decide, and to nobody else', async () => {
    const { desk, article, id, page } = await withThread(engine);
    const address = `/desk/thread/?${new URLSearchParams({ article: article.path, from: '1', to: '100' })}`;
    const bede = await signedIn(desk, 'moderator');
    const told = await bede.get(address);
    assert.deepEqual([told.status, told.headers.get('cache-control')], [200, 'no-store']);
    const { html, responses } = JSON.parse(told.text);
    assert.match(html, new RegExp(`href="/desk/queue/\\?article=${article.id}">1 response waits under`));
    assert.deepEqual(
      responses.map(({ number }: { number: number }) => number),
      [1],
    );
    assert.match(responses[0].html, new RegExp(`data-of="${page}".*\\(reported 1 time\\)`, 's'));
    assert.doesNotMatch(told.text, /Nobody may read this yet|They took the till|Ropewalk|Turncock/);
    assert.equal((await bede.get('/desk/thread/?article=/nowhere/')).status, 404);

    const controls = JSON.parse((await bede.ask(page, { headers: json })).text);
    assert.ok(controls.html.includes(`action="/desk/queue/${id}/keep/?back=thread"`));
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const removing = await bede.post(
      `/desk/queue/${id}/remove/?back=thread`,
      { reason: 'legal' },
      { ...json, ...type },
    );
    assert.equal(removing.status, 422);
    assert.match(JSON.parse(removing.text).html, /data-controls.*role="alert".*#sentence-/s);
    const kept = await bede.post(`/desk/queue/${id}/keep/?back=thread`, {}, { ...json, ...type });
    assert.match(JSON.parse(kept.text).html, /data-controls.*\/undo\/\?back=thread/s);

    const author = await signedIn(desk, 'author');
    assert.equal(author.cookies.get('hustings.staff'), '1', 'the mark says only that it is worth asking');
    assert.equal((await author.get(address)).status, 403);
    assert.equal((await author.ask(page, { headers: json })).status, 403);
    const stranger = new Browser(desk);
    stranger.cookies.set('hustings.staff', '1');
    assert.deepEqual(asked(await stranger.get(address)), [303, '/desk/sign-in/']);
    assert.deepEqual(asked(await stranger.ask(page, { headers: json })), [303, '/desk/sign-in/']);

    assert.equal(bede.cookies.get('hustings.staff'), '1');
    await bede.post('/desk/sign-out/');
    assert.equal(bede.cookies.has('hustings.staff'), false);
  });
});

test('the mark of a session lasts as long as it, can be read by scripts, and holds nothing of it', () => {
  const session =
    '__Host-hustings.session_token=se.cret; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax';
  const other = 'hustings.passkey=x; Path=/; HttpOnly';
  assert.deepEqual(withStaffMarker([session, other]), [
    session,
    'hustings.staff=1; Max-Age=2592000; Path=/; Secure; SameSite=Lax',
    other,
  ]);
  assert.deepEqual(withStaffMarker(['hustings.session_token=; Max-Age=0; Path=/; HttpOnly']), [
    'hustings.session_token=; Max-Age=0; Path=/; HttpOnly',
    'hustings.staff=; Max-Age=0; Path=/',
  ]);
});
