import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import type { TestSite } from '../../../test/support/site.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { run as verifyCommand } from '../../cli/verify.ts';
import { hireEveryRole, signedIn } from '../../desk/fixtures.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { openCheckpoint } from '../../merkle/checkpoint.ts';
import { provenBy, readLogProof } from '../../merkle/log-proof.ts';
import { verifierOf } from '../../merkle/signed-note.ts';
import { recordLines } from '../../record/export.ts';
import { append, recordOf, takeBack } from '../../record/fixtures.ts';
import { readHead, writeHead } from '../../record/head-file.ts';
import { checkpointPath } from '../../record/log/checkpoint-file.ts';
import { checkpointToGive, recordKey, recordSigner } from '../../record/log/log.ts';
import { storedEntries } from '../../record/queries.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import { verifyChain } from '../../record/verify.ts';
import { type Response, WitnessServer } from '../../record/witnesses/fixtures.ts';
import { witnessState } from '../../record/witnesses/queries.ts';
import { readWitnesses } from '../../record/witnesses/witness.ts';
import { createSiteWeb } from '../../web-app.ts';
import { callWitnesses } from './call-witnesses.ts';

const minute = 60_000;

/** Whether a note bears a cosignature of a key, by the words of C2SP tlog-cosignature alone; its time in seconds. */
function cosignedAt(note: string, key: string): number | null {
  const [, name = '', id = '', material = ''] = /^(.*)\+([0-9a-f]{8})\+(.*)$/.exec(key) ?? [];
  const bytes = Buffer.from(material, 'base64');
  assert.equal(bytes[0], 4);
  const fingerprint = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
  assert.equal(fingerprint, id);
  const x = bytes.subarray(1).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const [text = '', signatures = ''] = note.split('\n\n');
  for (const line of signatures.split('\n').filter((each) => each.startsWith(`— ${name} `))) {
    const raw = Buffer.from(line.split(' ')[2] ?? '', 'base64');
    const seconds = raw.readBigUInt64BE(4);
    const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}\n`);
    if (raw.subarray(0, 4).toString('hex') === id && verify(null, message, publicKey, raw.subarray(12)))
      return Number(seconds);
  }
  return null;
}

/** What somebody does who has a download, a cosigned note and the keys, and no install. */
async function checkOffline(
  site: TestSite,
  has: { note: string; key: string; witness: string },
): Promise<void> {
  const [record, note] = ['record.ndjson', 'note.txt'].map((name) => join(site.config.dataFolder, name));
  assert.ok(record && note);
  let lines = '';
  for await (const some of recordLines(site.store.read)) lines += some;
  writeFileSync(record, lines);
  writeFileSync(note, has.note);
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    isTerminal: false,
  };
  const args = [record, '--against', note, '--key', has.key, '--witness'];
  assert.equal(await verifyCommand([...args, has.witness], io), 0);
  assert.match(said.join('\n'), /^Cosigned by quay\.example\/w1 at 2026-03-12T[^\n]*\nThe record is whole/);
  const other = new WitnessServer('quay.example/w1', () => new Date(0)).key;
  await assert.rejects(verifyCommand([...args, other], io), /is not cosigned by quay\.example\/w1/);
  await assert.rejects(verifyCommand([...args, has.key], io), /is no key of a witness/);
  writeFileSync(note, has.note.replace(/^(.*\n)\d+/, '$15'));
  await assert.rejects(verifyCommand([...args, has.witness], io), /is not signed by this record/);
}

test('witnesses are read line by line, and what is none is refused', async () => {
  const { key } = new WitnessServer('w.example/1', () => new Date(0));
  const other = new WitnessServer('w.example/2', () => new Date(0)).key;
  assert.deepEqual(readWitnesses(''), []);
  assert.deepEqual(readWitnesses(`\n quay  https://w.example/a/ ${key}\n`), [
    { name: 'quay', url: 'https://w.example/a', key },
  ]);
  assert.equal(readWitnesses(`a ${key} https://w.example\nb https://w.example ${other}`)?.length, 2);
  for (const wrong of [
    'quay',
    `quay ${key}`,
    'quay https://w.example/',
    `quay https://w.example/ ${key} more`,
    `quay ftp://w.example/ ${key}`,
    `quay https://u:p@w.example/ ${key}`,
    `quay https://w.example/?a=b ${key}`,
    `quay https://w.example/ ${key.replace('+B', '+A')}`,
    `a https://w.example/ ${key}\nb https://w.example/ ${key}`,
    Array.from({ length: 9 }, (_, n) => new WitnessServer(`w/${n}`, () => new Date(0)).key)
      .map((each) => `w https://w.example/ ${each}`)
      .join('\n'),
  ])
    assert.equal(readWitnesses(wrong), null, wrong);
});

onBothEngines('witnesses of the record', (engine) => {
  const open = async () => {
    const listening = new WitnessServer('quay.example/w1', () => new Date(0));
    const witness = await listening.listen();
    const site = await recordOf(engine, 5, { HUSTINGS_OUTBOUND_ALLOW: witness.place });
    witness.now = () => site.clock.now();
    witness.trust(recordKey(site));
    await setSetting(site, 'record.witnesses', witness.line);
    await sequenceEntries(site);
    const web = createSiteWeb(site);
    const grow = async (count: number) => {
      const { length } = await storedEntries(site.store.read, { after: 0, limit: 1000 });
      for (let n = 1; n <= count; n += 1) await append(site, length + n);
      await sequenceEntries(site);
    };
    return {
      ...{ site, web, witness, grow },
      get: async (path: string) => (await web.app.request(`https://ledger.example${path}`)).text(),
      status: async (path: string) => (await web.app.request(`https://ledger.example${path}`)).status,
      state: async () => (await witnessState(site.store.read, witness.key)) ?? assert.fail('never asked'),
      /** What the background does: looks who is to be asked, and asks. */
      async turn(minutes = 0) {
        site.clock.pass(minutes * minute);
        const called = await callWitnesses(site);
        await runDueJobs(site, jobHandlers);
        return called;
      },
    };
  };

  test('cosign the checkpoint of new entries, not more often than is set, and their line stands in all that is given', async () => {
    const { site, witness, grow, get, status, turn } = await open();
    assert.equal(await status('/record/checkpoint/witnessed'), 404);
    assert.equal(await turn(), 1);
    assert.deepEqual(witness.asked, ['old 0']);
    const first = await get('/record/checkpoint');
    assert.equal(cosignedAt(first, witness.key), site.clock.now().getTime() / 1000);
    assert.equal(await get('/record/checkpoint/witnessed'), first);
    assert.match(await get('/record/'), /have cosigned it up to line 6:/);
    assert.equal(readFileSync(checkpointPath(site.config.dataFolder), 'utf8'), first);
    assert.equal(await checkpointToGive(site, { upTo: 'public' }), first);
    const verifier = verifierOf(recordSigner(site));
    const against = openCheckpoint(first, verifier) ?? assert.fail('the record’s own key opens it too');
    const [entry] = await storedEntries(site.store.read, { after: 0, limit: 1 });
    const proof = readLogProof(await get('/record/proofs/1.tlog-proof'));
    assert.ok(proof && entry && provenBy(proof, Buffer.from(entry.leaf), verifier));
    assert.ok(cosignedAt(proof.checkpoint, witness.key));

    await checkOffline(site, { note: first, key: recordKey(site), witness: witness.key });

    assert.equal(await turn(20), 0, 'no new entry');
    await grow(7);
    assert.equal(await turn(0), 1);
    await grow(1);
    assert.equal(await turn(9), 0, 'asked less than ten minutes ago');
    const [newest, witnessed] = [await get('/record/checkpoint'), await get('/record/checkpoint/witnessed')];
    assert.equal(cosignedAt(newest, witness.key), null, 'nobody cosigned this one');
    assert.ok(cosignedAt(witnessed, witness.key));
    assert.ok(Number(witnessed.split('\n')[1]) < Number(newest.split('\n')[1]));
    assert.equal(await turn(1), 1);
    assert.deepEqual(witness.asked, ['old 0', 'old 6', 'old 13']);
    assert.ok(cosignedAt(await get('/record/checkpoint'), witness.key));
    assert.deepEqual((await verifyChain(site, { against })).faults, []);
  });

  test('that know another size than is kept here are asked again from theirs', async () => {
    const { site, witness, grow, turn, state } = await open();
    await turn();
    await grow(3);
    await site.store.write((tx) => tx.deleteFrom('record_witnesses').execute());
    await turn(10);
    assert.deepEqual(witness.asked, ['old 0', 'old 0', 'old 6']);
    assert.deepEqual([(await state()).trouble, (await state()).size, witness.size], [null, 9, 9]);
  });

  test('that have seen more than there is, or other entries, are told of loudly', async () => {
    const { site, web, witness, grow, get, turn, state } = await open();
    await hireEveryRole(site);
    await grow(4);
    await turn();
    const seen = witness.size;
    await takeBack(site, seen - 3);
    await turn(10);
    assert.equal((await state()).trouble, 'ahead');
    await site.store.write((tx) => tx.deleteFrom('record_witnesses').execute());
    await turn();
    assert.deepEqual(witness.asked.slice(-1), ['old 0'], 'and so where nothing is known of it here');
    assert.match(
      (await state()).why ?? '',
      new RegExp(`It has seen ${seen} entries .* history was rolled back`),
    );
    assert.match((await verifyChain(site)).faults.join(), /^$/, 'nothing else shows it');
    assert.doesNotMatch(await get('/record/checkpoint'), /quay/, 'what is there was never cosigned');

    const owner = await signedIn({ site, web }, 'owner');
    const home = (await owner.get('/desk/')).text;
    assert.match(home, /Witnesses of the record[\s\S]*history was rolled back/);
    assert.match(
      (await owner.get('/desk/settings/outside/')).text,
      /class="refused"[\s\S]*history was rolled back/,
    );
    const editor = await signedIn({ site, web }, 'editor');
    assert.doesNotMatch((await editor.get('/desk/')).text, /Witnesses of the record/);

    await sequenceEntries(site);
    await takeBack(site, seen - 3);
    await grow(3);
    await turn(30);
    assert.equal((await state()).trouble, 'another-root');
    await grow(2);
    await turn(60);
    assert.equal((await state()).trouble, 'no-continuation');
    assert.match((await state()).why ?? '', /entries may have been rewritten/);
  });

  test('that once claim to have seen more than there is are asked again, and are well when they answer well', async () => {
    const { witness, turn, state } = await open();
    const claim = { status: 409, type: 'text/x.tlog.size', text: '999999999999999\n' };
    witness.mischief = () => claim;
    await turn();
    assert.equal((await state()).trouble, 'ahead');
    await turn(60);
    assert.deepEqual([(await state()).trouble, witness.asked.length], ['ahead', 2], 'asked each time');
    witness.mischief = null;
    await turn(60);
    assert.deepEqual([(await state()).trouble, (await state()).size], [null, witness.size]);
  });

  test('whose cosignature does not hold are refused, asked ever more rarely, and hold nothing up', async () => {
    const { site, witness, grow, get, turn, state } = await open();
    const text = async () => (await get('/record/checkpoint')).split('\n\n')[0] ?? '';
    const now = () => Math.floor(site.clock.now().getTime() / 1000);
    const stranger = new WitnessServer(witness.name, () => site.clock.now());
    const honestText = `${await text()}\n`;
    const answers: [Response, string][] = [
      [{ status: 200, text: witness.cosign('another.example/log\n6\nAAAA\n', now()) }, 'bad-cosignature'],
      [{ status: 200, text: stranger.cosign(honestText, now()) }, 'bad-cosignature'],
      [{ status: 200, text: witness.cosign(honestText, now() + 30 * 86_400) }, 'from-the-future'],
      [{ status: 200, text: '' }, 'bad-cosignature'],
      [{ status: 200, text: 'Thank you.\n' }, 'bad-cosignature'],
      [{ status: 403, text: '' }, 'not-trusted'],
      [{ status: 404, text: '' }, 'unknown-log'],
      [{ status: 409, text: '3\n' }, 'refused'],
      [{ status: 409, type: 'text/x.tlog.size', text: '0\n' }, 'refused'],
      [{ status: 500, text: '' }, 'refused'],
      [{ status: 200, text: 'x'.repeat(200_000) }, 'unreachable'],
    ];
    for (const [answer, trouble] of answers) {
      witness.mischief = () => answer;
      assert.equal(await turn(24 * 60), 1);
      assert.equal((await state()).trouble, trouble, JSON.stringify(answer).slice(0, 80));
      assert.equal(cosignedAt(await get('/record/checkpoint'), witness.key), null);
    }
    assert.equal(await turn(23 * 60), 0, 'after so many failures it is asked once a day');
    assert.deepEqual(site.faults, []);
    const failing = await state();
    assert.ok(failing.failingSince !== null && failing.failingSince < failing.askedAt);
    witness.mischief = null;
    await grow(1);
    assert.equal(await turn(60), 1);
    assert.deepEqual([(await state()).trouble, (await state()).failingSince], [null, null]);
    assert.ok(cosignedAt(await get('/record/checkpoint'), witness.key));
  });

  test('are not asked while the record’s end is missing; that is no failed job', async () => {
    const { site, witness, grow, turn } = await open();
    await turn();
    await grow(3);
    const head = readHead(site.config.dataFolder) ?? assert.fail();
    await takeBack(site, head.seq - 1);
    writeHead(site.config.dataFolder, head);
    assert.equal(await turn(10), 1);
    assert.deepEqual(witness.asked, ['old 0']);
    const failed = await site.store.read
      .selectFrom('jobs')
      .select('id')
      .where('error', 'is not', null)
      .execute();
    assert.deepEqual([failed, site.faults], [[], []]);
  });

  test('change a feed once for what is public, and not again with private entries that they cosign', async () => {
    const { site, witness, get, grow, turn } = await open();
    await grow(1);
    await turn();
    const feed = await get('/comments/feed/atom/');
    const given = await checkpointToGive(site, { upTo: 'public' });
    assert.ok(cosignedAt(given ?? '', witness.key));
    const { size } = witness;
    for (let turns = 1; turns <= 5; turns += 1) {
      await setSetting(site, 'comments.pace', `${turns}`);
      await sequenceEntries(site);
      await turn(10);
    }
    assert.equal(witness.size, size + 5);
    const kept = await site.store.read
      .selectFrom('record_cosignatures')
      .select('size')
      .orderBy('size')
      .execute();
    assert.deepEqual(
      kept.map((each) => each.size - size),
      [0, 3, 4, 5],
      'only what is still given is kept',
    );
    assert.equal(await get('/comments/feed/atom/'), feed);
    assert.ok(feed.includes((given ?? '').split('\n')[2] ?? ''));
    await grow(2);
    await turn(10);
    assert.notEqual(await checkpointToGive(site, { upTo: 'public' }), given);
  });

  test('several put their lines under one checkpoint; one that is out of reach takes nothing from the others', async () => {
    const { site, witness, get, turn } = await open();
    const second = await new WitnessServer('pier.example/w2', () => site.clock.now()).listen();
    second.trust(recordKey(site));
    const gone = new WitnessServer('gone.example/w3', () => site.clock.now());
    const lines = [witness.line, second.line, `gone https://gone.invalid/ ${gone.key}`];
    await setSetting(site, 'record.witnesses', lines.join('\n'));
    await sequenceEntries(site);
    site.config.outbound.allow.push(second.place);
    assert.equal(await turn(), 3);
    const note = await get('/record/checkpoint');
    assert.ok(cosignedAt(note, witness.key) && cosignedAt(note, second.key));
    assert.equal((await witnessState(site.store.read, gone.key))?.trouble, 'unreachable');
    assert.ok(openCheckpoint(note, verifierOf(recordSigner(site))));
  });
});
