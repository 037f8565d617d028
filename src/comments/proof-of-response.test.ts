import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { provenBy, readLogProof } from '../merkle/log-proof.ts';
import { readVerifierKey } from '../merkle/signed-note.ts';
import { removeComment } from '../moderation/decide.ts';
import { noteComment } from '../moderation/note-comment.ts';
import { commit, type EntryBody, type SealedBody } from '../record/entry.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { verifyChain } from '../record/verify.ts';
import { createSiteWeb } from '../web-app.ts';
import { editComment } from './edits/edit-comment.ts';
import { type ProofOfResponse, proofOfResponse } from './proof-of-response.ts';
import { receiptPath } from './receipt.ts';
import { withdrawComment } from './withdraw-comment.ts';

const reason = { code: 'rule-1', label: 'Rule 1', sentence: null };
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const actionsOf = ({ lines }: ProofOfResponse) =>
  lines.map(({ leaf, sealed }) => (JSON.parse(sealed?.text ?? leaf) as EntryBody).action);

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
    granted(await removeComment(site, { id, moderator, reason }));
    await sequenceEntries(site);
    const removed = await proof();
    assert.deepEqual(actionsOf(removed), ['comment.publish', 'comment.remove']);
    assert.ok(removed.words);
    const other = await open();
    granted(await withdrawComment(other.site, other.id));
    await sequenceEntries(other.site);
    const withdrawn = await other.proof();
    assert.deepEqual(actionsOf(withdrawn), ['comment.publish', 'comment.withdraw']);
    assert.equal(withdrawn.words, null);
  });

  test('shows that a response was taken in while it is held, and what it said then', async () => {
    const { site, app } = await open();
    await setSetting(site, 'comments.policy', 'all-held');
    const { id: articleId } = await publishSample(site);
    const { id } = granted(await send(site, { articleId, text: 'First words.', url: 'https://a.example' }));
    granted(await editComment(site, { id, text: 'Second words.' }));
    await sequenceEntries(site);
    const receipt = await app.request(`https://ledger.example${receiptPath(site, id)}`);
    assert.match(await receipt.text(), /href="[^"]+\/proof\.json"/, 'its receipt leads to it');
    const held = (await proofOfResponse(site, id)) ?? assert.fail();
    const verifier = readVerifierKey(held.key) ?? assert.fail();
    const [{ leaf, proof, sealed, words } = assert.fail(), ...more] = held.lines;
    assert.deepEqual(more, []);
    assert.ok(provenBy(readLogProof(proof) ?? assert.fail(), Buffer.from(leaf), verifier));
    assert.ok(sealed && words && held.words);
    assert.equal((JSON.parse(leaf) as SealedBody).sealed, commit(sealed.salt, sealed.text));
    const body = JSON.parse(sealed.text) as EntryBody;
    assert.deepEqual(
      [body.action, body.reason, body.subject, body.by.role],
      ['comment.hold', 'all', { type: 'comment', id, article: articleId }, 'writer'],
    );
    assert.equal(commit(words.salt, words.text), body.words);
    assert.match(words.text, /First words\./);
    assert.match(held.words.text, /Second words\./);

    granted(await noteComment(site, { id, moderator, text: 'Seen before.' }));
    granted(await removeComment(site, { id, moderator, reason }));
    await sequenceEntries(site);
    const refused = (await proofOfResponse(site, id)) ?? assert.fail();
    assert.deepEqual(actionsOf(refused), ['comment.hold', 'comment.refuse'], 'notes of staff are not told');
    const { id: other } = granted(await send(site, { articleId, text: 'Not again.' }));
    granted(await withdrawComment(site, other));
    await sequenceEntries(site);
    const gone = (await proofOfResponse(site, other)) ?? assert.fail();
    assert.deepEqual(actionsOf(gone), ['comment.hold', 'comment.withdraw']);
    assert.deepEqual([gone.words, gone.lines[0]?.words], [null, undefined]);
    assert.deepEqual((await verifyChain(site)).faults, []);
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
