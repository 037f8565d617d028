import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer, sendLetters } from '../../../test/support/mail-server.ts';
import { granted } from '../../../test/support/publish.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { tellModerators } from '../../moderation/telling/tell-moderators.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { disableStaff } from '../../staff/disable-staff.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, pass, publish, respond, signedIn } from '../fixtures.ts';

const path = '/desk/queue/telling/';
const hour = 3_600_000;

onBothEngines('whoever moderates', (engine) => {
  test('is written to as often as they chose, when something new waits, with numbers alone', async (t) => {
    const { env, taken } = await openMailServer(t);
    const desk = await openDesk(engine, env);
    const { site } = desk;
    const article = await publish(desk, 'Harbour board to push for a toll');
    const bede = await signedIn(desk, 'moderator');
    const ann = await signedIn(desk, 'owner');
    assert.match((await bede.post(path, { digest: 'each minute' })).text, /Choose how often/);
    await respond(desk, article.id, { name: 'Turncock', text: 'They will not say.' });
    assert.match((await bede.post(path, { digest: 'hourly' })).text, /role="status">Kept\./);
    await ann.post(path, { digest: 'daily' });
    const told = async (milliseconds: number) => {
      site.clock.pass(milliseconds);
      const count = await tellModerators(site);
      await sendLetters(site);
      return count;
    };
    assert.equal(await told(hour), 0, 'what waited when they chose is no news');
    await respond(desk, article.id, { name: 'Ropewalk', text: 'Nor will I.' });
    assert.equal(await told(0), 1);
    assert.equal(await told(hour), 0, 'nothing came since');
    assert.match(taken[0] ?? '', /To: moderator@ledger\.example/);
    assert.match(taken[0] ?? '', /Held: 2\r\n/);
    assert.doesNotMatch(taken.join('\n'), /Turncock|Ropewalk|will not say|Harbour/);
    assert.equal(await told(23 * hour), 1, 'a day later the owner');
    assert.match(taken[1] ?? '', /To: owner@ledger\.example/);
    await bede.post(path, { digest: 'off' });
    await respond(desk, article.id, { name: 'Mo', text: 'Later.' });
    assert.equal(await told(2 * hour), 0);
    assert.equal(taken.length, 2);
  });

  test('has a feed of what waits at a secret address, without a word or a name of readers, until it ends', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const article = await publish(desk, 'Harbour board to push for a toll');
    const first = await respond(desk, article.id, { name: 'Turncock', text: 'They will not say.' });
    const owner = await signedIn(desk, 'owner');
    await owner.post(`/desk/queue/${first}/release/`);
    await pass(desk, 10_000);
    granted(
      await reportComment(site, { commentId: first, reason: 'rule-1', text: 'Libel!', email: '', from: 'a' }),
    );
    const held = await respond(desk, article.id, { name: 'Ropewalk', text: 'Nor will I.' });
    const values = { name: 'Ottoline Crake', email: 'ottoline@post.example', wrong: 'All', right: 'None' };
    granted(await receiveNotice(site, { kind: 'accuracy', values, place: null, from: 'x' }));
    const { app } = createSiteWeb(site);
    const bede = await signedIn(desk, 'moderator');
    const made = async (by: typeof bede) => {
      const { text } = await by.post(`${path}feed/`);
      return new URL(/https:\/\/ledger\.example\/feed\/waiting\/[\w-]{43}\//.exec(text)?.[0] ?? '').pathname;
    };
    const ask = async (address: string) => {
      const answer = await app.request(site.config.url + address);
      return { status: answer.status, text: await answer.text(), kept: answer.headers.get('cache-control') };
    };
    const address = await made(bede);
    const feed = await ask(address);
    assert.deepEqual([feed.status, feed.kept], [200, 'no-store']);
    assert.match(feed.text, /Response 1 to “Harbour board to push for a toll” is reported/);
    assert.match(feed.text, new RegExp(`kind=held#response-${held}`));
    assert.doesNotMatch(feed.text, /Turncock|Ropewalk|will not say|Nor will|Libel|Ottoline|Complaint/);
    assert.ok(!feed.text.includes(address.split('/')[3] ?? ''), 'the secret is not in it');
    assert.match((await ask(await made(owner))).text, /Complaint 2026-001 is open/);
    assert.doesNotMatch((await bede.get(path)).text, /feed\/waiting\/[\w-]{43}/, 'it is shown once');
    const other = await made(bede);
    assert.equal((await ask(address)).status, 404, 'a new address ends the old one');
    assert.equal((await ask(other)).status, 200);
    await bede.post(`${path}feed/end/`);
    assert.equal((await ask(other)).status, 404);
    const last = await made(bede);
    granted(await disableStaff(site, 'moderator@ledger.example'));
    assert.equal((await ask(last)).status, 404, 'whoever leaves the staff reads nothing more');
    assert.equal((await ask(`/feed/waiting/${'x'.repeat(43)}/`)).status, 404);
  });
});
