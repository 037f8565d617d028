import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { markRisk } from '../../articles/second-reader.ts';
import { faultsOf, forge } from '../../audit/fixtures.ts';
import { releaseComment, removeComment } from '../../moderation/decide.ts';
import { pressRelease, takeEffect } from '../../moderation/press-release.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { receiptPath } from '../receipt.ts';
import { commentsBetween } from '../thread-queries.ts';
import { withdrawComment } from '../withdraw-comment.ts';
import { editComment } from './edit-comment.ts';

const minute = 60_000;
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'other', label: 'Another reason', sentence: null };

async function opened(engine: EngineName, policy = 'open') {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', policy);
  const article = await publishSample(site);
  const post = async (text = 'The bridge is a great expense.') =>
    granted(await send(site, { articleId: article.id, text })).id;
  const shown = async () => (await commentsBetween(site.store.read, article, { from: 1, to: 9 }))[0];
  const versions = async () => {
    const query = site.store.read.selectFrom('comment_versions').select(['source', 'shown']);
    return (await query.orderBy('number').execute()).map((row) => `${row.shown} ${row.source}`);
  };
  return { site, article, post, shown, versions };
}

const codeOf = async (outcome: ReturnType<typeof editComment>) => {
  const known = await outcome;
  return known.ok ? 'done' : known.code;
};

onBothEngines('changing one’s words', (engine) => {
  test('is true by the record at whatever speed the clock goes', async () => {
    const { site, post } = await opened(engine);
    const id = await post();
    const now = () => {
      site.clock.pass(1);
      return site.clock.now();
    };
    granted(await editComment({ ...site, clock: { now } }, { id, text: 'The bridge is a bargain.' }));
    assert.deepEqual(await faultsOf(site), []);
  });

  test('a response keeps its number, says when it was changed, and is found by its new words; the record stays whole', async () => {
    const { site, post, shown, versions } = await opened(engine);
    const id = await post();
    site.clock.pass(9 * minute);
    const at = site.clock.now().toISOString();
    granted(await editComment(site, { id, text: 'The bridge is a *great* bargain.' }));
    const now = await shown();
    assert.ok(now?.state === 'published');
    assert.deepEqual([now.number, now.text, now.editedAt], [1, 'The bridge is a great bargain.', at]);
    assert.match(now.html, /<em>great<\/em>/);
    assert.deepEqual(await versions(), ['1 The bridge is a great expense.']);
    const found = async (query: string) =>
      (await (await createSiteWeb(site).app.request(`/search?q=${query}`)).text()).split('response-1')
        .length > 1;
    assert.deepEqual([await found('bargain'), await found('expense')], [true, false]);
    granted(await editComment(site, { id, text: 'The bridge is neither.' }));
    assert.deepEqual(await faultsOf(site), []);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    const entries = await site.store.read.selectFrom('record_entries').select('leaf').execute();
    assert.equal(entries.filter(({ leaf }) => leaf.includes('"comment.edit"')).length, 2);
    assert.doesNotMatch(JSON.stringify(entries), /bargain|neither|expense/);
  });

  test('words put in by hand, a wording taken away, and another time of the change are named by the check', async () => {
    const { site, post } = await opened(engine);
    const id = await post();
    granted(await editComment(site, { id, text: 'As I meant it.' }));
    const forged = async (set: object) => (await forge(site, { table: 'comments', id, set })).join(' ');
    assert.match(await forged({ source: 'As I never said' }), /^Response 1 .* does not have the words/);
    assert.match(await forged({ edited_at: null }), /^Response 1 .* at another time/);
    const [version] = await site.store.read.selectFrom('comment_versions').selectAll().execute();
    assert.ok(version);
    const back = {
      source: version.source,
      html: '<p>The bridge is a great expense.</p>',
      salt: version.salt,
    };
    assert.match(await forged(back), /^Response 1 .* does not have the words/);
    await site.store.write((tx) => tx.updateTable('comment_versions').set({ source: 'Mild' }).execute());
    assert.match(
      (await faultsOf(site)).join(' '),
      /^Response 1 .* does not have the words it was published with/,
    );
    await site.store.write((tx) => tx.deleteFrom('comment_versions').execute());
    assert.match((await faultsOf(site)).join(' '), /earlier wordings/);
  });

  test('ends with the minutes of the setting; 0 is never', async () => {
    const { site, post, shown } = await opened(engine);
    const id = await post();
    site.clock.pass(10 * minute);
    assert.equal(await codeOf(editComment(site, { id, text: 'Too late.' })), 'too-late');
    const now = await shown();
    assert.equal(now?.state === 'published' && now.editedAt, null);
    await setSetting(site, 'comments.edit-minutes', '0');
    const second = await post('Another.');
    assert.equal(await codeOf(editComment(site, { id: second, text: 'Changed.' })), 'too-late');
  });

  test('does not bring past a moderator what would have been held', async () => {
    const { site, post, shown } = await opened(engine);
    const links = 'https://a.example https://b.example https://c.example';
    const id = await post();
    assert.equal(await codeOf(editComment(site, { id, text: links })), 'would-be-held');
    const held = await post(links);
    granted(await releaseComment(site, { id: held, moderator }));
    assert.equal(await codeOf(editComment(site, { id: held, text: `${links} Indeed.` })), 'done');
    const other = links.replace('c.example', 'casino.example');
    assert.equal(await codeOf(editComment(site, { id: held, text: other })), 'would-be-held');
    await setSetting(site, 'comments.policy', 'all-held');
    assert.equal(await codeOf(editComment(site, { id, text: 'Milder.' })), 'would-be-held');
    const now = await shown();
    assert.equal(now?.state === 'published' && now.text, 'The bridge is a great expense.');
  });

  test('of a held response undoes a release that was pressed, and no moderator releases what they did not read', async () => {
    const { site, post, shown, versions } = await opened(engine, 'all-held');
    const id = await post();
    const { at } = granted(await pressRelease(site, { id, moderator, seen: 0 }));
    granted(await editComment(site, { id, text: 'Something else.' }));
    site.clock.pass(minute);
    await takeEffect(site, { id, at });
    assert.equal(await shown(), undefined);
    const pressed = await pressRelease(site, { id, moderator, seen: 0 });
    assert.equal(pressed.ok ? '' : pressed.code, 'changed-since');
    granted(await pressRelease(site, { id, moderator, seen: 1 }));
    granted(await releaseComment(site, { id, moderator }));
    const now = await shown();
    assert.ok(now?.state === 'published');
    assert.deepEqual([now.text, now.editedAt], ['Something else.', null]);
    assert.deepEqual(await versions(), ['0 The bridge is a great expense.']);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('of a held response under an article that is a legal risk adds what is found, and does not set it back in the queue', async () => {
    const { site, article, post } = await opened(engine, 'all-held');
    const by = { actor: { role: 'editor' as const }, staffId: null };
    granted(await markRisk(site, by, { id: article.id, reason: 'It names a firm.' }));
    const id = await post();
    const place = () =>
      site.store.read
        .selectFrom('comments')
        .select(['queue_at', 'posted_at', 'held_for'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    granted(await editComment(site, { id, text: 'https://a.example https://b.example https://c.example' }));
    const { queue_at, posted_at, held_for } = await place();
    assert.equal(held_for, '["all","links"]');
    assert.equal(Date.parse(posted_at) - Date.parse(queue_at ?? ''), (4 + 2) * 3_600_000);
  });

  test('is over with a removal or a withdrawal, and withdrawing erases every earlier wording', async () => {
    const { site, post, versions } = await opened(engine);
    const id = await post();
    granted(await editComment(site, { id, text: 'As I meant it.' }));
    granted(await removeComment(site, { id, moderator, reason }));
    assert.equal(await codeOf(editComment(site, { id, text: 'Mild.' })), 'already-gone');
    const other = await post('My address is 4 Quay Street.');
    granted(await editComment(site, { id: other, text: 'My address is nobody’s business.' }));
    granted(await withdrawComment(site, other));
    assert.deepEqual(await versions(), ['1 The bridge is a great expense.']);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('races with a withdrawal, a removal and itself: one after the other, and the record agrees', async () => {
    const { site, post, versions } = await opened(engine);
    for (let round = 0; round < 5; round += 1) {
      const id = await post(`Round ${round}`);
      const edits = ['a', 'b', 'c'].map((text) => editComment(site, { id, text: `Round ${round} ${text}` }));
      const other =
        round % 2 === 0 ? withdrawComment(site, id) : removeComment(site, { id, moderator, reason });
      granted(await other);
      await Promise.all(edits);
    }
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    assert.doesNotMatch(JSON.stringify(await versions()), /Round [024]/);
    assert.deepEqual(site.faults, []);
  });

  test('the same words again are no change, and twenty changes are the most', async () => {
    const { site, post, versions } = await opened(engine);
    const id = await post('Same');
    assert.deepEqual(granted(await editComment(site, { id, text: 'Same' })), { number: 1, changed: false });
    assert.deepEqual(await versions(), []);
    for (let time = 0; time < 20; time += 1) granted(await editComment(site, { id, text: `Time ${time}` }));
    assert.equal(await codeOf(editComment(site, { id, text: 'Once more' })), 'edited-often');
    assert.equal((await versions()).length, 20);
  });
});

onBothEngines('the page where words are changed', (engine) => {
  test('shows them, keeps what was typed with what is wrong, and leads back to the receipt', async () => {
    const { site, post, shown } = await opened(engine);
    const { app } = createSiteWeb(site);
    const id = await post();
    const path = `${receiptPath(site, id)}edit/`;
    const ask = async (address: string, fields?: Record<string, string>) => {
      const body = fields && new URLSearchParams(fields);
      return app.request(address, body ? { method: 'POST', body } : {});
    };
    const page = await ask(path);
    assert.match(await page.text(), /<textarea[^>]*>\nThe bridge is a great expense\./);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.match(await (await ask(receiptPath(site, id))).text(), /href="[^"]*\/edit\/"/);
    const empty = await ask(path, { text: '  ' });
    assert.deepEqual([empty.status, /Write something/.test(await empty.text())], [422, true]);
    const preview = await ask(path, { text: 'A *bargain*.', do: 'preview' });
    assert.match(await preview.text(), /<em>bargain<\/em>[\s\S]*A \*bargain\*\./);
    const saved = await ask(path, { text: 'A bargain.' });
    assert.deepEqual([saved.status, saved.headers.get('location')], [303, receiptPath(site, id)]);
    const now = await shown();
    assert.equal(now?.state === 'published' && now.text, 'A bargain.');
    assert.equal((await ask(path.replace(/.\/edit/, '_/edit'), { text: 'Forged' })).status, 404);
    site.clock.pass(10 * minute);
    const late = await ask(path, { text: 'Words typed for too long' });
    assert.equal(late.status, 409);
    assert.match(await late.text(), /Words typed for too long/);
    assert.equal((await ask(path)).status, 303);
  });
});
