import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite } from '../../test/support/site.ts';
import { canonical } from './entry.ts';
import { recordLines } from './export.ts';
import { append, recordOf } from './fixtures.ts';
import { BrokenChain, readHead } from './head-file.ts';
import { storedEntries } from './queries.ts';
import { sequenceEntries } from './sequence.ts';
import { verifyChain, verifyExport } from './verify.ts';

test('canonical bytes do not depend on the order of fields', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
      (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        assert.equal(canonical(turned), canonical(value));
        assert.deepEqual(JSON.parse(canonical(value)), { ...value });
      },
    ),
  );
});

onBothEngines('the record', (engine) => {
  test('a record that nobody touched is whole, however many writers added to it', async () => {
    const site = await openTestSite(engine);
    await Promise.all(Array.from({ length: 40 }, (_, n) => append(site, n + 1)));
    await sequenceEntries(site);
    const verdict = await verifyChain(site);
    assert.deepEqual([verdict.entries, verdict.faults], [40, []]);
    assert.equal(readHead(site.config.dataFolder)?.hash, verdict.head);
  });

  test('two sequencers at once give every entry one place', async () => {
    const site = await openTestSite(engine);
    for (let n = 1; n <= 30; n += 1) await append(site, n);
    await Promise.all([sequenceEntries(site), sequenceEntries(site), sequenceEntries(site)]);
    const verdict = await verifyChain(site);
    assert.deepEqual([verdict.entries, verdict.faults], [30, []]);
  });

  test('what was entered in the same millisecond stands in the order in which it was done', async () => {
    const site = await openTestSite(engine);
    for (let n = 1; n <= 30; n += 1) await append(site, n);
    await sequenceEntries(site);
    const placed = await storedEntries(site.store.read, { after: null, limit: 100 });
    assert.deepEqual(
      placed.map(({ leaf }) => JSON.parse(leaf).subject.number),
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  test('one changed byte of any column of any entry is found, and the first wrong entry named', async () => {
    const site = await recordOf(engine, 9);
    const rows = await site.store.read.selectFrom('record_entries').selectAll().orderBy('seq').execute();
    let tried = 0;
    for (const row of rows) {
      for (const column of [
        'id',
        'at',
        'action',
        'article_id',
        'leaf',
        'private_body',
        'private_salt',
        'hash',
      ] as const) {
        const value = row[column];
        if (value === null) continue;
        const place = (tried * 7) % value.length;
        const byte = value[place] === 'x' ? 'y' : 'x';
        const damaged = value.slice(0, place) + byte + value.slice(place + 1);
        const set = (content: string) =>
          site.store.write((tx) =>
            tx
              .updateTable('record_entries')
              .set({ [column]: content })
              .where('seq', '=', row.seq)
              .execute(),
          );
        await set(damaged);
        assert.equal((await verifyChain(site)).faults[0]?.seq, row.seq, `${column} of entry ${row.seq}`);
        await set(value);
        tried += 1;
      }
    }
    assert.ok(tried > 45);
    assert.deepEqual((await verifyChain(site)).faults, []);
  });

  test('a deleted entry is named', async () => {
    const site = await recordOf(engine, 8);
    await site.store.write((tx) => tx.deleteFrom('record_entries').where('seq', '=', 5).execute());
    const { faults } = await verifyChain(site);
    assert.deepEqual(faults, [{ seq: 5, sentence: 'Entry 5 is missing.' }]);
  });

  test('entries cut off at the end are missed, and nothing is built on the cut', async () => {
    const site = await recordOf(engine, 8);
    await site.store.write((tx) => tx.deleteFrom('record_entries').where('seq', '>=', 7).execute());
    const { faults } = await verifyChain(site);
    assert.match(faults[0]?.sentence ?? '', /^Entries 7 to 8 are missing at the end/);
    await append(site, 9);
    await assert.rejects(sequenceEntries(site), BrokenChain);
  });

  test('entries that changed places are found', async () => {
    const site = await recordOf(engine, 6);
    const swap = (from: number, to: number) =>
      site.store.write((tx) =>
        tx.updateTable('record_entries').set({ seq: to }).where('seq', '=', from).execute(),
      );
    await swap(2, 99);
    await swap(4, 2);
    await swap(99, 4);
    assert.equal((await verifyChain(site)).faults[0]?.seq, 2);
  });

  test('a downloaded record can be checked without the install, and a changed line of it is named', async () => {
    const site = await recordOf(engine, 7);
    let text = '';
    for await (const lines of recordLines(site.store.read)) text += lines;
    const check = async (content: string) => {
      async function* lines() {
        yield* content.split('\n');
      }
      return verifyExport(lines());
    };
    const verdict = await check(text);
    assert.deepEqual(verdict, await verifyChain(site));
    assert.equal((await check(text.replace('"seq":4', '"seq":5'))).faults[0]?.seq, 4);
    assert.equal((await check(text.replace('comment.publish', 'comment.remove '))).faults[0]?.seq, 1);
    assert.match((await check('nothing\n')).faults[0]?.sentence ?? '', /is not an entry of a record/);
  });

  test('no entry has a number below 1, and one that was forced in is named', async () => {
    const site = await recordOf(engine, 4);
    const move = (seq: number) =>
      site.store.write((tx) => tx.updateTable('record_entries').set({ seq }).where('seq', '=', 4).execute());
    await assert.rejects(move(0), /seq/);
    await assert.rejects(move(-7), /seq/);
    const [first] = await storedEntries(site.store.read, { after: 0, limit: 1 });
    assert.ok(first);
    await site.store.write(async (tx) => {
      if (engine === 'sqlite') await sql`PRAGMA ignore_check_constraints = ON`.execute(tx);
      else await sql`ALTER TABLE record_entries DROP CONSTRAINT record_entries_seq_check`.execute(tx);
      for (const seq of [-7, 0])
        await tx
          .insertInto('record_entries')
          .values({ ...first, id: `forged ${seq}`, seq })
          .execute();
    });
    assert.deepEqual(
      (await verifyChain(site)).faults.map(({ sentence }) => sentence),
      [-7, 0].map((seq) => `Entry ${seq} was put in by hand: the record begins at 1.`),
    );
  });

  test('a private entry without its private part is named', async () => {
    const site = await recordOf(engine, 4);
    const set = (part: { private_body?: null; private_salt?: null }) =>
      site.store.write((tx) => tx.updateTable('record_entries').set(part).where('seq', '=', 3).execute());
    await set({ private_body: null, private_salt: null });
    assert.deepEqual((await verifyChain(site)).faults, [
      { seq: 3, sentence: 'Entry 3 was changed: its private part is missing.' },
    ]);
  });
});
