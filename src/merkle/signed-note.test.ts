import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.ts';
import { provenBy, readLogProof, writeLogProof } from './log-proof.ts';
import { isKeyName, openNote, readVerifierKey, signNote, verifierKey, verifierOf } from './signed-note.ts';
import { inclusionProof, leafHash, rootOf } from './tree.ts';

/** A note that another program has signed, and its key: the example of the format's first description. */
const elsewhere = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: 'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  ),
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const seed = Buffer.alloc(32, 7);
const signer = { name: 'ledger.example/record', seed };
const verifier = verifierOf(signer);
const text = 'One line.\n\nAnother.\n';
const note = signNote(text, signer);

describe('a signed note', () => {
  test('of another program is opened by its key, as it prints it', () => {
    const key = readVerifierKey(elsewhere.key);
    assert.ok(key);
    assert.equal(verifierKey(key), elsewhere.key);
    assert.equal(openNote(`${elsewhere.text}\n${elsewhere.signature}`, key), elsewhere.text);
    assert.equal(openNote(`${elsewhere.text.replace('know', 'now')}\n${elsewhere.signature}`, key), null);
  });

  test('is opened by its own key and by no other; what others signed beside it is left alone', () => {
    assert.equal(openNote(note, verifier), text);
    assert.equal(openNote(note, verifierOf({ ...signer, seed: Buffer.alloc(32, 8) })), null);
    assert.equal(openNote(note, { ...verifier, name: 'other.example/record' }), null);
    assert.equal(openNote(note + elsewhere.signature, verifier), text);
    assert.equal(
      openNote(elsewhere.signature + note, verifier),
      null,
      'a signature in front is text that nobody signed',
    );
  });

  test('with any letter changed is not opened', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (place, letter) => {
        const at = place % note.length;
        const changed = note.slice(0, at) + letter + note.slice(at + 1);
        fc.pre(changed !== note);
        const opened = openNote(changed, verifier);
        assert.ok(opened === null, JSON.stringify(changed));
      }),
      { numRuns: 500 },
    );
  });

  test('that is none is refused, whatever it is', () => {
    for (const wrong of [
      '',
      '\n',
      '\n\n',
      note.slice(0, -1),
      note.replace('\n\n—', '\n—'),
      `${note}\n`,
      note.replace('— ', '- '),
    ])
      assert.equal(openNote(wrong, verifier), null, JSON.stringify(wrong));
    const tail = note.at(-3) ?? ''; // the last letter of the signature: some of its bits are unused
    const next = String.fromCharCode(tail.charCodeAt(0) + 1);
    assert.equal(openNote(`${note.slice(0, -3)}${next}${note.slice(-2)}`, verifier), null);
    assert.equal(openNote(note.replace('Another', 'An\tother'), verifier), null);
    assert.equal(
      openNote(note + elsewhere.signature.repeat(16), verifier),
      null,
      'more signatures than a note may have',
    );
    for (const line of [
      '',
      'a+b+c',
      elsewhere.key.replace('c74f20a3', 'c74f20a4'),
      elsewhere.key.replace('ARpc', 'AhpC'),
    ])
      assert.equal(readVerifierKey(line), null, line);
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb']) assert.ok(!isKeyName(name), name);
  });
});

describe('a checkpoint', () => {
  const root = rootOf([leafHash(Buffer.from('one'))]);

  test('says origin, size and root in three lines, and is read back', () => {
    const written = signCheckpoint({ size: 1, root }, signer);
    assert.deepEqual(written.split('\n').slice(0, 4), [signer.name, '1', root.toString('base64'), '']);
    assert.deepEqual(openCheckpoint(written, verifier), { origin: signer.name, size: 1, root });
  });

  test('in another form is none', () => {
    const encoded = root.toString('base64');
    assert.ok(readCheckpoint(`o\n1\n${encoded}\n`));
    assert.ok(readCheckpoint(`o\n1\n${encoded}\nmore\n`));
    for (const wrong of [
      ...[
        '',
        'o\n',
        `\n1\n${encoded}\n`,
        `o\n01\n${encoded}\n`,
        `o\n-1\n${encoded}\n`,
        `o\n1e3\n${encoded}\n`,
      ],
      ...[
        `o\n1\n${encoded.slice(0, -2)}\n`,
        `o\n1\n${encoded.replace('=', '')}\n`,
        `o\n99999999999999999\n${encoded}\n`,
      ],
    ])
      assert.equal(readCheckpoint(wrong), null, JSON.stringify(wrong));
  });
});

describe('a proof that stands for itself', () => {
  const entries = ['one', 'two', 'three', 'four', 'five'].map((word) => Buffer.from(word));
  const leaves = entries.map(leafHash);
  const proofOf = async (index: number) => {
    const find = async (level: number, place: number) =>
      rootOf(leaves.slice(place * 2 ** level, (place + 1) * 2 ** level));
    const hashes = await inclusionProof({ index, size: leaves.length }, find);
    const checkpoint = signCheckpoint({ size: leaves.length, root: rootOf(leaves) }, signer);
    return writeLogProof({ index, hashes, checkpoint });
  };

  test('shows its own entry and no other, after being written and read', async () => {
    for (const [index, entry] of entries.entries()) {
      const proof = readLogProof(await proofOf(index));
      assert.ok(proof);
      assert.equal(provenBy(proof, entry, verifier)?.size, entries.length);
      assert.equal(provenBy(proof, Buffer.from('six'), verifier), null);
      assert.equal(provenBy({ ...proof, index: (index + 1) % 5 }, entry, verifier), null);
      assert.equal(provenBy(proof, entry, verifierOf({ ...signer, seed: Buffer.alloc(32, 8) })), null);
    }
  });

  test('with data that nobody vouches for is read without it; in another form it is none', async () => {
    const written = await proofOf(2);
    assert.deepEqual(readLogProof(written.replace('index', 'extra aGVsbG8=\nindex')), readLogProof(written));
    for (const wrong of [
      '',
      written.replace('@v1', '@v2'),
      written.replace('index 2', 'index 02'),
      written.replace('\n\n', '\n'),
    ])
      assert.equal(readLogProof(wrong), null, JSON.stringify(wrong));
  });
});
