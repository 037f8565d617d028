import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { provenBy, readLogProof } from '../merkle/log-proof.ts';
import { readVerifierKey } from '../merkle/signed-note.ts';
import { removeComment } from '../moderation/decide.ts';
import { commit, type EntryBody } from '../record/entry.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';
import type { ProofOfResponse } from './proof-of-response.ts';
import { receiptPath } from './receipt.ts';
import { withdrawComment } from './withdraw-comment.ts';

onBothEngines('the proof that a receipt gives', (engine) => {
  const open = async () => {
    const site = await openTestSite(engine);
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    const { id } = granted(await send(site, { articleId, text: 'It leaks.' }));
    granted(await send(site, { articleId, text: 'Another.', address: '192.0.2.9' }));
    const { app } = createSiteWeb(site);
    const path = `https://ledger.example${receiptPath(site, id)}proof.json`;
    const proof = async () => (await (await app.request(path)).json()) as ProofOfResponse;
    return { site, id, path, app, proof };
  };

  test('holds by itself: each line is in the log, and the words open its commitment', async () => {
    const { site, id, proof } = await open();
    await sequenceEntries(site);
    const { key, lines, words } = await proof();
    const verifier = readVerifierKey(key);
    assert.ok(verifier && words);
    assert.equal(lines.length, 1);
    for (const { line, leaf, proof: text } of lines) {
      const read = readLogProof(text);
      assert.ok(read);
      assert.equal(read.index, line - 1);
      assert.ok(provenBy(read, Buffer.from(leaf), verifier));
      const body = JSON.parse(leaf) as EntryBody;
      assert.deepEqual([body.action, body.subject.id], ['comment.publish', id]);
      assert.equal(commit(words.salt, words.text), body.words);
    }
    assert.match(words.text, /It leaks\./);
  });

  test('goes on with what was decided, and has no words once they are gone', async () => {
    const { site, id, proof } = await open();
    const reason = { code: 'rule-1', label: 'Rule 1', sentence: null };
    const moderator = { actor: { role: 'moderator' as const }, staffId: null };
    granted(await removeComment(site, { id, moderator, reason }));
    await sequenceEntries(site);
    const removed = await proof();
    const actions = ({ lines }: ProofOfResponse) =>
      lines.map(({ leaf }) => (JSON.parse(leaf) as EntryBody).action);
    assert.deepEqual(actions(removed), ['comment.publish', 'comment.remove']);
    assert.ok(removed.words);
    const other = await open();
    granted(await withdrawComment(other.site, other.id));
    await sequenceEntries(other.site);
    const withdrawn = await other.proof();
    assert.deepEqual(actions(withdrawn), ['comment.publish', 'comment.withdraw']);
    assert.equal(withdrawn.words, null);
  });

  test('is for whoever has the receipt, and kept by nobody in between', async () => {
    const { app, path } = await open();
    const found = await app.request(path);
    assert.deepEqual([found.status, found.headers.get('cache-control')], [200, 'no-store']);
    assert.equal(
      (await app.request(path.replace(/.\/proof/, 'A/proof').replace(/..\/proof/, 'AA/proof'))).status,
      404,
    );
  });
});
