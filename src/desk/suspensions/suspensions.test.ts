import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { keepMoving } from '../../../test/support/site.ts';
import { verifyPublication } from '../../audit/verify-publication.ts';
import { editComment } from '../../comments/edits/edit-comment.ts';
import { forgetAddresses, forgetSuspended } from '../../comments/forget-addresses.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { respondAsStaff } from '../../comments/respond-as-staff.ts';
import { statementsOf } from '../../moderation/statements/queries.ts';
import { suspendWriter } from '../../moderation/suspensions/suspend-writer.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { listStaff } from '../../staff/queries.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const day = 86_400_000;
const secret = (letter: string) => letter.repeat(43);

onBothEngines('suspensions', (engine) => {
  const open = async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    keepMoving(site.clock);
    const { app } = createSiteWeb(site);
    const ask = async (path: string, fields?: Record<string, string>, cookie = '') => {
      await sequenceEntries(site);
      const type = 'application/x-www-form-urlencoded';
      const headers = { 'content-type': type, origin: site.config.url, cookie };
      const body = new URLSearchParams(fields).toString();
      const init = fields ? { method: 'POST', body, headers } : {};
      const answer = await app.request(site.config.url + path, init);
      return { status: answer.status, text: await answer.text() };
    };
    const respond = (text: string, more: { name?: string; secret?: string; address?: string } = {}) =>
      send(site, { articleId: article.id, text, secret: secret('q'), address: '192.0.2.9', ...more });
    const { id } = granted(await respond('Tillpurloiner.'));
    const moderator = await signedIn(desk, 'moderator');
    const form = `/desk/responses/${id}/suspend/`;
    const whole = {
      kind: 'pseudonym',
      reason: 'rule-3',
      sentence: 'Three times now.',
      period: '7',
      date: '',
    };
    return { desk, site, article, ask, respond, id, moderator, form, whole, receipt: receiptPath(site, id) };
  };
  const bodyOf = ({ text }: { text: string }) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'taken' : outcome.code);
  const entriesOf = async ({ site }: { site: Awaited<ReturnType<typeof open>>['site'] }) => {
    const rows = await site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility', 'leaf'])
      .where('action', 'like', 'writer.%')
      .orderBy('id')
      .execute();
    return rows.map(({ action, visibility }) => [action, visibility]);
  };

  test('of a name hold its writer under every name, tell them why at the receipt, and end with their day', async () => {
    const { site, article, ask, respond, id, moderator, form, whole, receipt } = await open();
    const page = await moderator.get(form);
    assert.match(page.text, /Tillpurloiner/);
    assert.doesNotMatch(page.text, /Until the staff end it/, 'not a moderator’s');
    const bare = await moderator.post(form, { sentence: 'Kept sentence.' });
    assert.equal(bare.status, 422);
    assert.match(bodyOf(bare), /Choose who\..*Choose the reason\..*Choose for how long\..*Kept sentence\./);
    const long = await moderator.post(form, { ...whole, period: 'until-ended' });
    assert.equal(long.status, 422);
    assert.match(long.text, /up to 30 days.*Three times now\./s);
    assert.equal((await moderator.post(form, { ...whole, period: 'date', date: '2020-01-01' })).status, 422);
    const unsaid = await moderator.post(form, { ...whole, reason: 'legal', sentence: ' ' });
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.text, /<a href="#s-sentence">Say in a sentence what is wrong with it and why/);
    assert.equal((await moderator.post(form, whole)).status, 303);
    assert.equal((await moderator.post(form, whole)).status, 409, 'twice');

    for (const name of ['Half-Tide', 'Another Name'])
      assert.equal(codeOf(await respond('Again.', { name })), 'suspended', name);
    assert.equal(codeOf(await respond('Not me.', { name: 'Tea Stall', secret: secret('t') })), 'taken');
    assert.equal(codeOf(await editComment(site, { id, text: 'Changed.' })), 'suspended');
    const sent = await ask(
      `${article.path}responses/`,
      { name: 'Half-Tide', text: 'Words that I want to keep.' },
      `__Host-hustings_writer=${secret('q')}`,
    );
    assert.equal(sent.status, 422);
    assert.match(
      bodyOf(sent),
      /No responses are taken from you until 19 March 2026.*The reason: Rule 3.*a review can be asked for there.*Words that I want to keep/,
    );
    const told = bodyOf(await ask(receipt));
    assert.match(told, /You are suspended, and why/);
    assert.match(told, /It ends by itself on 19 March 2026.*Rule 3.*Three times now\..*Ask for a review/);
    assert.match(told, /Published\. Everybody can read it/);
    assert.match(bodyOf(await moderator.get('/desk/suspensions/')), /A name: Half-Tide.*by Bede Hallam/);
    assert.deepEqual(await entriesOf({ site }), [['writer.suspend', 'public']]);
    assert.match((await ask('/record/')).text, /A writer suspended/);
    assert.deepEqual(await verifyPublication(site.store.read), []);

    site.clock.pass(7 * day);
    assert.equal(codeOf(await respond('Back again.')), 'taken');
    assert.match(bodyOf(await moderator.get('/desk/suspensions/')), /Nobody is suspended/);
    assert.match(bodyOf(await ask(receipt)), /Earlier decisions, with their reasons Suspended/);
  });

  test('of an address hold whoever writes from it and nobody of the staff; nothing of it is public or outlives it', async () => {
    const { desk, site, article, ask, respond, id, moderator, form, whole } = await open();
    assert.equal((await moderator.post(form, { ...whole, kind: 'address' })).status, 303);
    const other = { name: 'Tea Stall', secret: secret('t') };
    assert.equal(codeOf(await respond('From the same house.', other)), 'suspended');
    assert.equal(codeOf(await editComment(site, { id, text: 'Changed.' })), 'suspended');
    assert.equal(codeOf(await respond('From elsewhere.', { address: '192.0.2.10' })), 'taken');
    const owner = (await listStaff(site)).find(({ role }) => role === 'owner');
    assert.ok(owner);
    const answered = await respondAsStaff(site, owner, {
      ...{ articleId: article.id, text: 'An answer of ours.', in_reply_to: '' },
    });
    assert.equal(codeOf(answered), 'taken');

    assert.deepEqual(await entriesOf({ site }), [['writer.suspend', 'private']]);
    for (const path of ['/record/', article.path, `/api/v1/articles/${article.id}/comments`])
      assert.doesNotMatch((await ask(path)).text, /suspend/i, path);
    site.clock.pass(3 * day);
    await setSetting(site, 'retention.addresses', '1');
    await forgetAddresses(site);
    await forgetSuspended(site);
    const hashes = async (table: 'comments' | 'suspensions') =>
      (
        await site.store.read
          .selectFrom(table)
          .select('address_hash')
          .where('address_hash', 'is not', null)
          .execute()
      ).length;
    assert.deepEqual([await hashes('comments'), await hashes('suspensions')], [0, 1], 'kept while it runs');
    assert.equal(codeOf(await respond('Still.', other)), 'suspended');
    site.clock.pass(5 * day);
    await forgetSuspended(site);
    assert.equal(await hashes('suspensions'), 0);
    assert.equal(codeOf(await respond('At last.', other)), 'taken');
    const old = await moderator.post(form, { ...whole, kind: 'address' });
    assert.equal(old.status, 422);
    assert.match(old.text, /no longer kept/);
    assert.equal((await signedIn(desk, 'author').then((author) => author.get(form))).status, 403);
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('are ended early by staff or by a review of somebody else, and found when they are changed by hand', async () => {
    const { desk, site, ask, respond, id, moderator, form, whole, receipt } = await open();
    assert.equal((await moderator.post(form, whole)).status, 303);
    const page = (await ask(receipt)).text;
    const about = /name="about" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const words = 'I wrote it once.';
    assert.equal((await ask(`${receipt}review/`, { about, words, what: 'suspension' })).status, 303);
    const editor = await signedIn(desk, 'editor');
    const list = await editor.get('/desk/reviews/');
    const path = /href="(\/desk\/reviews\/[0-9a-f-]{36}\/)"/.exec(list.text)?.[1] ?? '';
    assert.equal((await moderator.post(path, { do: 'reverse', sentence: 'No.' })).status, 403);
    assert.match(bodyOf(await editor.get(path)), /I wrote it once\..*Suspended.*Bede Hallam/);
    assert.equal((await editor.post(path, { do: 'reverse', sentence: 'Once is not thrice.' })).status, 303);
    assert.equal(codeOf(await respond('Thank you.')), 'taken');
    assert.match(bodyOf(await ask(receipt)), /it has ended\. Once is not thrice\./);
    assert.deepEqual(await entriesOf({ site }), [
      ['writer.suspend', 'public'],
      ['writer.unsuspend', 'public'],
    ]);

    assert.equal((await editor.post(form, { ...whole, period: 'until-ended' })).status, 303);
    const [latest] = await statementsOf(site.store.read, id);
    assert.deepEqual(latest?.duration, { kind: 'until-ended', until: null });
    const end = `/desk/suspensions/${latest?.id}/end/`;
    const theirs = await moderator.get('/desk/suspensions/');
    assert.doesNotMatch(theirs.text, /End it now/, 'longer than a moderator may suspend for');
    const notTheirs = await moderator.post(end);
    assert.equal(notTheirs.status, 403);
    assert.match(bodyOf(notTheirs), /longer than a moderator may suspend for: ask an editor or an owner/);
    assert.equal(codeOf(await respond('Still not.')), 'suspended');
    const again = { about: latest?.id ?? '', words: 'Again, please.', what: 'suspension' };
    assert.equal((await ask(`${receipt}review/`, again)).status, 303);
    const second = /href="(\/desk\/reviews\/[0-9a-f-]{36}\/)"/.exec(
      (await moderator.get('/desk/reviews/')).text,
    )?.[1];
    assert.match(bodyOf(await moderator.get(second ?? '')), /an owner or an editor has to look at it again/);
    const reversed = await moderator.post(second ?? '', { do: 'reverse', sentence: 'Enough.' });
    assert.equal(reversed.status, 403);
    assert.match(bodyOf(reversed), /lasts longer than a moderator may suspend for/);
    assert.match((await editor.get('/desk/suspensions/')).text, /End it now/);
    assert.equal((await editor.post(end)).status, 303);
    assert.equal((await editor.post(end)).status, 409);
    assert.equal(codeOf(await respond('And again.')), 'taken');
    assert.deepEqual(await verifyPublication(site.store.read), []);
    await site.store.write((tx) => tx.updateTable('suspensions').set({ reason_code: 'rule-1' }).execute());
    const faults = (await verifyPublication(site.store.read)).map(({ sentence }) => sentence).join();
    assert.match(faults, /Suspension .* is not what/);
    await site.store.write((tx) => tx.deleteFrom('suspensions').execute());
    const gone = (await verifyPublication(site.store.read)).map(({ sentence }) => sentence).join();
    assert.match(gone, /writer\.suspend\) is missing/);
  });

  test('are none of staff’s own responses, and none where nobody is known', async () => {
    const { desk, site, article } = await open();
    const owner = (await listStaff(site)).find(({ role }) => role === 'owner');
    assert.ok(owner);
    const editor = await signedIn(desk, 'editor');
    await editor.post(`/desk/articles/${article.id}/respond/`, { text: 'Ours.', in_reply_to: '' });
    const own = await site.store.read
      .selectFrom('comments')
      .select('id')
      .where('by_staff', 'is not', null)
      .executeTakeFirstOrThrow();
    const by = { actor: { role: 'owner' as const }, staffId: owner.id };
    const reason = { code: 'other', label: 'Another reason', sentence: null };
    const suspended = await suspendWriter(site, {
      ...{ commentId: own.id, kind: 'pseudonym', until: null, reason, by },
    });
    assert.equal(codeOf(suspended), 'staff');
  });
});
