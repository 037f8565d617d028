import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite } from '../../test/support/site.ts';
import { openStore } from './open-store.ts';
import { StoreError } from './store.ts';

onBothEngines('the store', (engine) => {
  test('a write that fails leaves nothing and takes no other write with it', async () => {
    const { store } = await openTestSite(engine);
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map((n) =>
        store.write(async (tx) => {
          await tx
            .insertInto('settings')
            .values({ key: `k${n}`, value: 'v' })
            .execute();
          if (n === 2) throw new Error('no');
          return n;
        }),
      ),
    );
    const kept = await store.read.selectFrom('settings').select('key').orderBy('key').execute();
    assert.deepEqual(
      kept.map((row) => row.key),
      ['k1', 'k3', 'k4'],
    );
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
  });

  test('fifty writes that want the next of the same numbers at one moment each get one', async () => {
    const site = await openTestSite(engine);
    await sql`CREATE TABLE places (number INTEGER PRIMARY KEY)`.execute(site.store.signIn);
    const take = () =>
      site.store.write(async (tx) => {
        const last = await sql<{ last: number | null }>`SELECT MAX(number) AS last FROM places`.execute(tx);
        const number = (last.rows[0]?.last ?? 0) + 1;
        await sql`INSERT INTO places (number) VALUES (${number})`.execute(tx);
        return number;
      });
    const taken = await Promise.all(Array.from({ length: 50 }, take));
    assert.deepEqual(
      taken.sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  test('a broken statement in one write leaves the writes beside it whole', async () => {
    const { store } = await openTestSite(engine);
    const insert = (key: string) =>
      store.write(async (tx) => {
        await tx.insertInto('settings').values({ key, value: 'v' }).execute();
      });
    const results = await Promise.allSettled([insert('same'), insert('same'), insert('other')]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  test('a change made by another process is noticed within a second', async () => {
    const { store, config } = await openTestSite(engine);
    const other = await openStore(config, assert.ifError);
    const before = store.version();
    const noticed = new Promise<void>((resolve) => store.onChange(resolve));
    await other.write((tx) => tx.insertInto('settings').values({ key: 'k', value: 'v' }).execute());
    await noticed;
    assert.ok(store.version() > before);
    await other.close();
  });

  test('an older program refuses a newer database with a sentence', async () => {
    const { store, config } = await openTestSite(engine);
    await store.write((tx) =>
      sql`INSERT INTO schema_version (version, name, at) VALUES (999, 'later', '2030')`.execute(tx),
    );
    await assert.rejects(
      openStore(config, assert.ifError),
      (error) => error instanceof StoreError && /newer Hustings has used it/.test(error.message),
    );
  });

  test('search finds documents by all the words given, by their beginnings, and forgets dropped ones', async () => {
    const { store } = await openTestSite(engine);
    const put = (id: string, text: string) =>
      store.write((tx) => store.search.put(tx, { kind: 'comment', id, articleId: 'a', text }));
    await put('1', 'the bridge is stuck again');
    await put('2', 'a bridge too far');
    const find = async (...words: string[]) =>
      (await store.search.find(store.read, words, { limit: 10, offset: 0 })).map((hit) => hit.id).sort();
    assert.deepEqual(await find('bridge'), ['1', '2']);
    assert.deepEqual(await find('bri', 'stuck'), ['1']);
    assert.deepEqual(await find("o'reilly & | ! ( ) \\ : * \" '"), []);
    await store.write((tx) => store.search.drop(tx, '1'));
    assert.deepEqual(await find('bridge'), ['2']);
  });
});
