import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeToLetters } from '../../../test/support/agree-to-letters.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer } from '../../../test/support/mail-server.ts';
import { granted, postOf, publishSample, type Sent, setSetting } from '../../../test/support/publish.ts';
import { keepMoving, openTestSite } from '../../../test/support/site.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { postComment } from '../../comments/post-comment.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { sha256 } from '../../lib/ids.ts';
import { findWriter } from '../../pseudonyms/queries.ts';
import { giveKey } from '../../pseudonyms/writer-keys.ts';
import { createSiteWeb } from '../../web-app.ts';
import { removeComment, restoreComment } from '../decide.ts';
import { removeMany } from '../decide-many.ts';
import { statementsBetween, statementsOf } from './queries.ts';

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-3', label: 'Rule 3: No accusation without a source.', sentence: 'Cite it.' };

type Left = { email?: string | null; trap?: boolean };

onBothEngines('statements of reasons', (engine) => {
  const open = async (t: Parameters<typeof openMailServer>[0]) => {
    const server = await openMailServer(t);
    const site = await openTestSite(engine, server.env);
    await setSetting(site, 'comments.policy', 'all-held');
    const { app } = createSiteWeb(site);
    const article = await publishSample(site);
    keepMoving(site.clock);
    const respond = async (
      text: string,
      { email = null, trap = false, ...by }: Pick<Sent, 'name' | 'secret'> & Left = {},
    ) => {
      const post = postOf({ articleId: article.id, text, honeypot: trap, ...by });
      return granted(await postComment(site, { ...post, input: { ...post.input, email } })).id;
    };
    const receipt = async (id: string) => (await app.request(site.config.url + receiptPath(site, id))).text();
    return {
      site,
      respond,
      receipt,
      letters: server.taken,
      refusals: server.refusals,
      work: () => runDueJobs(site, jobHandlers),
    };
  };

  test('stand at the receipt of each response that was removed in bulk, one by one; the words are in none', async (t) => {
    const { site, respond, receipt, work, letters } = await open(t);
    const ids = [await respond('Tillpurloiner one.'), await respond('Tillpurloiner two.')];
    const told = await removeMany(site, { picks: ids.map((id) => ({ id, seen: 0 })), moderator, reason });
    assert.ok(told.every(({ outcome }) => outcome.ok));
    for (const id of ids) {
      const page = await receipt(id);
      assert.match(page, /<h2 id="reasons">Why, and what you can do<\/h2>/);
      assert.match(page, /<h3>The rule<\/h3>\s*<p><bdi>Rule 3: No accusation without a source\./);
      assert.match(page, /<bdi>Cite it\.<\/bdi>/);
      const [statement, ...more] = await statementsOf(site.store.read, id);
      assert.equal(more.length, 0);
      assert.equal(statement?.restriction, 'refused');
      assert.doesNotMatch(JSON.stringify(statement), /Tillpurloiner|Half-Tide/);
    }
    await work();
    assert.deepEqual(letters, [], 'nobody left an address');
  });

  test('a restored response shows that it was removed, and why, folded away; its report of the period keeps both', async (t) => {
    const { site, respond, receipt } = await open(t);
    const id = await respond('Tillpurloiner.');
    const from = site.clock.now().toISOString();
    granted(await removeComment(site, { id, moderator, reason }));
    granted(await restoreComment(site, { id, moderator }));
    const page = await receipt(id);
    assert.doesNotMatch(page, /id="reasons"/);
    assert.match(page, /<details[^>]*><summary>Not published, /);
    granted(
      await removeComment(site, {
        id,
        moderator,
        reason: { code: 'legal', label: 'For a legal reason', sentence: null },
      }),
    );
    const again = await receipt(id);
    assert.match(again, /Your response 1 to “The bridge is stuck” is removed/);
    assert.match(again, /<h3>The legal ground<\/h3>/);
    const to = site.clock.now().toISOString();
    const all = await statementsBetween(site.store.read, { from, to });
    assert.deepEqual(
      all.map(({ restriction }) => restriction),
      ['refused', 'removed'],
    );
    const second = await statementsBetween(site.store.read, { from, to, after: all[0]?.id ?? '' });
    assert.deepEqual(
      second.map(({ id: each }) => each),
      [all[1]?.id],
    );
    assert.deepEqual(await statementsBetween(site.store.read, { from: to, to: '2027' }), []);
  });

  test('a confirmed address gets the whole statement, another only that there is news, and a trap’s catch nothing', async (t) => {
    const { site, respond, work, letters, refusals } = await open(t);
    const told = await respond('Tillpurloiner told.', { email: 'Quill@post.example' });
    await agreeToLetters(site, { email: 'quill@post.example', commentId: told });
    const wendeline = { name: 'Wendeline Crake', secret: 'her own' };
    const typed = await respond('Tillpurloiner typed.', { email: 'quill@post.example', ...wendeline });
    const keeper = { name: 'Ottoline Vane', secret: 'kept by mail' };
    const kept = await respond('Tillpurloiner kept.', { email: 'Vane@post.example', ...keeper });
    await site.store.write(async (tx) => {
      const writer = await findWriter(tx, keeper.secret);
      const content = 'vane@post.example';
      await giveKey(site, tx, { writerId: writer?.id ?? '', kind: 'email', hash: sha256(content), content });
    });
    const unknown = await respond('Tillpurloiner unknown.', { email: 'crake@post.example' });
    const trapped = await respond('Tillpurloiner trapped.', { email: 'victim@post.example', trap: true });
    for (const id of [told, typed, kept, unknown, trapped])
      granted(await removeComment(site, { id, moderator, reason }));
    await work();
    assert.equal(letters.length, 4);
    const wholes = letters.filter((letter) => letter.includes('Rule 3'));
    assert.deepEqual(wholes.map((letter) => /^To: (.*?)\r?$/m.exec(letter)?.[1]?.toLowerCase()).sort(), [
      'quill@post.example',
      'vane@post.example',
    ]);
    const whole = wholes.find((letter) => /To: quill@/i.test(letter)) ?? '';
    assert.match(whole, /Rule 3: No accusation without a source\./);
    assert.ok(whole.includes(receiptPath(site, told)), whole);
    assert.equal(
      letters.filter((letter) => letter.includes(receiptPath(site, typed))).length,
      0,
      'who types the address of somebody else has the statement sent to nobody',
    );
    const news = letters.find((letter) => /To: crake@post\.example/i.test(letter)) ?? '';
    assert.match(news, /there is news for you/i);
    assert.doesNotMatch(news, /Rule 3|Cite it|receipt\/|removed/);
    assert.doesNotMatch(letters.join(), /Tillpurloiner/);
    const mistyped = await respond('Tillpurloiner mistyped.', { email: 'nobody@post.example' });
    granted(await removeComment(site, { id: mistyped, moderator, reason }));
    refusals.push(550);
    await work();
    const jobs = await site.store.read.selectFrom('jobs').select(['kind', 'failed_at', 'done_at']).execute();
    assert.deepEqual(
      jobs.filter(({ kind, failed_at, done_at }) => kind === 'mail.reasons' && (failed_at || !done_at)),
      [],
      'an address that takes no letters is no failed job',
    );
  });

  test('no letter goes about a decision that no longer stands when it is sent', async (t) => {
    const { site, respond, work, letters } = await open(t);
    const id = await respond('Tillpurloiner.', { email: 'quill@post.example' });
    await agreeToLetters(site, { email: 'quill@post.example', commentId: id });
    granted(await removeComment(site, { id, moderator, reason }));
    granted(await restoreComment(site, { id, moderator }));
    await work();
    assert.deepEqual(
      letters.filter((letter) => /decided/.test(letter)),
      [],
    );
  });
});
