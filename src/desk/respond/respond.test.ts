import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import type { TestSite } from '../../../test/support/site.ts';
import { commentsFrom } from '../../api/comment-json.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { postComment } from '../../comments/post-comment.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const entered = async (site: TestSite) => {
  await sequenceEntries(site);
  return faultsOf(site);
};

onBothEngines('staff who answer under an article', (engine) => {
  test('do so at once, in their own name, with a mark that the record commits to', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    await setSetting(site, 'comments.policy', 'open');
    const { id, path } = await publishSample(site);
    granted(await send(site, { articleId: id, name: 'Mike', text: 'Why?' }));
    const author = await signedIn(desk, 'author');
    const at = `/desk/articles/${id}/respond/`;
    assert.match((await author.get(at)).text, /marked as the publication’s own/);
    const refused = await author.post(at, { text: 'Words kept', in_reply_to: '7' });
    assert.deepEqual([refused.status, /Words kept/.test(refused.text)], [422, true]);
    const sent = await author.post(at, { text: 'Because.', in_reply_to: '1' });
    assert.equal(sent.status, 303);
    const { app } = createSiteWeb(site);
    const page = await (await app.request(`https://ledger.example${path}`)).text();
    assert.match(page, /<li class="own">Of the publication<\/li>/);
    assert.match(page, /, in reply to 1, of the publication, 1 word\./);
    const [, answer] = await commentsFrom(site, { id, path, lastNumber: 2 }, { from: 1, limit: 9 });
    assert.equal(answer?.json.author?.staff, true);
    assert.deepEqual(await entered(site), []);
    await site.store.write((tx) =>
      tx.updateTable('comments').set({ by_staff: 'x' }).where('name', '=', 'Mike').execute(),
    );
    assert.match((await entered(site)).join(), /Response 1 .*words/);
  });

  test('a moderator does too, from the list of responses, and gets no way to the text', async () => {
    const desk = await openDesk(engine);
    await setSetting(desk.site, 'comments.policy', 'open');
    const { id, path } = await publishSample(desk.site);
    granted(await send(desk.site, { articleId: id, name: 'Mike', text: 'Why?' }));
    const moderator = await signedIn(desk, 'moderator');
    const at = `/desk/articles/${id}/respond/`;
    const list = (await moderator.get('/desk/responses/')).text;
    assert.ok(list.includes(`href="${at}?in_reply_to=1"`));
    const page = (await moderator.get(`${at}?in_reply_to=1`)).text;
    assert.match(page, /value="1"/);
    assert.doesNotMatch(page, /\/publishing\/"/);
    assert.equal((await moderator.post(at, { text: 'Because.', in_reply_to: '1' })).status, 303);
    const { app } = createSiteWeb(desk.site);
    const shown = await (await app.request(`https://ledger.example${path}`)).text();
    assert.match(shown, /<li class="own">Of the publication<\/li>/);
    assert.deepEqual(await entered(desk.site), []);
  });

  test('are held to what they sent as it is kept, decomposed letters, lone returns and all, and once if pressed twice', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id } = await publishSample(site);
    const author = await signedIn(desk, 'author');
    const at = `/desk/articles/${id}/respond/`;
    const words = { text: 'Au cafe\u0301 de la je\u0301te\u0301e.\r\rNot a\u030a second.', in_reply_to: '' };
    const both = [await author.post(at, words), await author.post(at, words)];
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    );
    assert.equal(both[0]?.location, both[1]?.location);
    const kept = async () =>
      (await site.store.read.selectFrom('comments').select('html').execute()).map(({ html }) => html);
    assert.deepEqual(await kept(), ['<p>Au café de la jétée.</p>\n<p>Not å second.</p>']);
    assert.deepEqual(await entered(site), []);
    const editor = await signedIn(desk, 'editor');
    assert.equal((await editor.post(at, words)).status, 303);
    site.clock.pass(10 * 60_000);
    assert.equal((await author.post(at, words)).status, 303);
    assert.equal((await kept()).length, 3, 'somebody else’s, and later ones, are others');
    await setSetting(site, 'comments.length', '100');
    const long = await author.post(at, { text: 'Long. '.repeat(200), in_reply_to: '' });
    assert.deepEqual([long.status, /longer than 100 characters/.test(long.text)], [422, true]);
  });

  test('and not where responses are closed', async () => {
    const desk = await openDesk(engine);
    const { id } = await publishSample(desk.site, { policy: 'closed' });
    const editor = await signedIn(desk, 'editor');
    const closed = await editor.post(`/desk/articles/${id}/respond/`, { text: 'Late', in_reply_to: '' });
    assert.match(closed.text, /Responses to this article are closed/);
  });
});

onBothEngines('a response without a name', (engine) => {
  const post = (articleId: string, text: string) => ({
    ...{ articleId, input: { name: '', text, email: null, url: null, inReplyTo: null } },
    writer: { secret: 'a secret', address: '192.0.2.1', honeypot: false },
  });

  test('is taken only where the setting lets it, shown as no name, and nobody’s', async () => {
    const { site } = await openDesk(engine);
    await setSetting(site, 'comments.policy', 'open');
    const { id, path } = await publishSample(site);
    const refused = await postComment(site, post(id, 'One'));
    assert.equal(refused.ok || refused.code, 'name-missing');
    await setSetting(site, 'comments.anonymous', 'yes');
    for (const text of ['One', 'Two']) granted(await postComment(site, post(id, text)));
    const { app } = createSiteWeb(site);
    const page = await (await app.request(`https://ledger.example${path}`)).text();
    assert.match(page, /<b class="p-author h-card">\s*<i>Anonymous<\/i>/);
    assert.doesNotMatch(page, /Same writer/);
    const [first] = await commentsFrom(site, { id, path, lastNumber: 2 }, { from: 1, limit: 9 });
    assert.deepEqual(first?.json.author, { name: '', sameWriter: [], anonymous: true });
    assert.deepEqual(await site.store.read.selectFrom('pseudonyms').selectAll().execute(), []);
    assert.deepEqual(await entered(site), []);
    const text = page.replace(/<(?:p|li|h\d|article|div|section)[^>]*>/g, '\n\n').replace(/<[^>]+>/g, '');
    const [article] = parseCapture(text).articles;
    assert.deepEqual(
      article?.comments.map(({ author }) => author),
      [null, null],
    );
    const feed = await (await app.request('https://ledger.example/comments/feed/')).text();
    assert.match(feed, /<title>Anonymous on “/);
    assert.match(page, /<option value="2">[^<]*Anonymous/);
    const typed = new URLSearchParams({ name: ' ', text: 'Three' });
    const headers = { origin: 'https://ledger.example', 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await app.request(`https://ledger.example${path}responses/`, {
      method: 'POST',
      headers,
      body: typed.toString(),
    });
    assert.equal(sent.status, 303);
  });

  test('always waits where first responses do', async () => {
    const { site } = await openDesk(engine);
    await setSetting(site, 'comments.anonymous', 'yes');
    const { id } = await publishSample(site);
    assert.deepEqual(granted(await postComment(site, post(id, 'One'))).heldFor, ['first']);
  });
});
