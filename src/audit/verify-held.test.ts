import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { eraseName, eraseWords } from '../comments/erasure/erase-comment.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { receiveNotice } from '../notices/receive-notice.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { Schema } from '../store/schema.ts';
import { faultsOf, forge } from './fixtures.ts';

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-1', label: 'Rule 1', sentence: null };

onBothEngines('what was held, and complaints', (engine) => {
  /** Six responses that were held: one still is, the others were released, refused, withdrawn, erased, and unnamed. */
  const open = async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.policy', 'all-held');
    await setSetting(site, 'comments.pace', '0');
    const { id: articleId } = await publishSample(site);
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
      ids.push(granted(await send(site, { articleId, text })).id);
    const [held = '', released = '', refused = '', withdrawn = '', erased = '', unnamed = ''] = ids;
    granted(await editComment(site, { id: held, text: 'One, and a half' }));
    granted(await releaseComment(site, { id: released, moderator }));
    for (const id of [refused, unnamed]) granted(await removeComment(site, { id, moderator, reason }));
    granted(await withdrawComment(site, withdrawn));
    const erasing = { by: moderator, reason: { code: 'asked', label: 'Asked.' } };
    await site.store.write(async (tx) => {
      assert.ok(await eraseWords(site, tx, { id: erased, state: 'erased', erasing }));
      assert.ok(await eraseName(site, tx, { id: unnamed, erasing }));
    });
    await sequenceEntries(site);
    return { site, held, released, refused, withdrawn };
  };

  test('agree with the record, whatever became of them', async () => {
    const { site, refused } = await open();
    assert.deepEqual(await faultsOf(site), []);
    granted(await restoreComment(site, { id: refused, moderator }));
    assert.deepEqual(await faultsOf(site), []);
  });

  test('are missed, where a held response was changed, put in, taken out or put into another state', async () => {
    const { site, held, released, refused, withdrawn } = await open();
    const comment = (id: string, set: Partial<Schema['comments']>) =>
      forge(site, { table: 'comments', id, set });
    assert.match((await comment(released, { source: 'Words' })).join(' '), /words it was published with/);
    await site.store.write((tx) =>
      tx.deleteFrom('comment_versions').where('comment_id', '=', held).execute(),
    );
    assert.match(
      (await faultsOf(site)).join(' '),
      /took in does not have the words that it was taken in with/,
    );
    await site.store.write((tx) => tx.deleteFrom('comments').where('id', '=', held).execute());
    assert.match((await faultsOf(site)).join(' '), /took in is missing from the database/);
    assert.match(
      (await comment(refused, { state: 'held' })).join(' '),
      /is held in the database, and refused/,
    );
    assert.match(
      (await comment(withdrawn, { state: 'refused' })).join(' '),
      /refused in the database, and withdrawn/,
    );
    await putIn(site, refused);
    assert.match((await faultsOf(site)).join(' '), /was held, and no entry says that it was taken in/);
  });

  test('cases are missed, or found without their line', async () => {
    const { site } = await open();
    const values = { description: 'Wrong', email: 'ada@post.example' };
    const { id } = granted(
      await receiveNotice(site, { kind: 'accuracy', values, place: null, from: '192.0.2.7' }),
    );
    assert.deepEqual(await faultsOf(site), []);
    const set = (change: Partial<Schema['cases']>) =>
      site.store.write((tx) => tx.updateTable('cases').set(change).where('id', '=', id).execute());
    await set({ kind: 'uk-s5' });
    assert.match((await faultsOf(site)).join(), /Case 2026-001 is of another kind than/);
    await set({ kind: 'accuracy', outcome: 'rejected' });
    assert.match((await faultsOf(site)).join(), /Case 2026-001 has ended, and no entry says so/);
    await set({ outcome: null });
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write(async (tx) => {
      await tx.deleteFrom('case_steps').where('case_id', '=', id).execute();
      const row = await tx.deleteFrom('cases').where('id', '=', id).returningAll().executeTakeFirstOrThrow();
      await tx
        .insertInto('cases')
        .values({ ...row, id: 'another' })
        .execute();
    });
    const faults = (await faultsOf(site)).join(' ');
    assert.match(faults, /Case 2026-001 is in no entry of the record/);
    assert.match(faults, /The case that an entry that waits for its place is about is missing/);
  });
});

/** A held response that nobody took in. */
async function putIn(site: TestSite, like: string): Promise<void> {
  await site.store.write(async (tx) => {
    const row = await tx.selectFrom('comments').selectAll().where('id', '=', like).executeTakeFirstOrThrow();
    await tx
      .insertInto('comments')
      .values({ ...row, id: 'forged', state: 'held' })
      .execute();
  });
}
