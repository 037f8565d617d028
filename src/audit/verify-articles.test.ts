import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import type { Schema } from '../store/schema.ts';
import { faultsOf, forge, samplePublication } from './fixtures.ts';

onBothEngines('articles held against the record', (engine) => {
  const opened = async () => {
    const sample = await samplePublication(engine);
    const forged = async (set: Partial<Schema['articles']>, id = sample.articleId) =>
      (await forge(sample.site, { table: 'articles', id, set })).join(' ');
    return { ...sample, forged };
  };

  test('that do not read as their last revision does are named', async () => {
    const { path, forged } = await opened();
    const differs = (field: string) =>
      new RegExp(`^${path} does not read as its last revision does \\(${field}\\)\\.$`);
    assert.match(await forged({ title: 'Third title' }), differs('title'));
    assert.match(await forged({ standfirst: 'Not so.' }), differs('standfirst'));
    assert.match(await forged({ source: 'It never moved.' }), differs('source'));
    assert.match(await forged({ source_format: 'html' }), differs('source_format'));
  });

  test('that show something else than their source says are named', async () => {
    const { path, importedId, forged } = await opened();
    const sentence = new RegExp(`^${path} shows something else than its source says\\.$`);
    assert.match(await forged({ html: '<p>It never moved.</p>' }), sentence);
    assert.match(await forged({ html: '<p>It never moved.</p>', html_version: 0 }), sentence);
    assert.match(await forged({ html: '<p>No.</p>' }, importedId), /shows something else/);
  });

  test('that were hidden or shown by hand are named', async () => {
    const { site, forged } = await opened();
    assert.match(await forged({ state: 'draft' }), /is draft in the database, and published by the record/);
    assert.match(await forged({ state: 'withdrawn' }), /is withdrawn in the database, and published by/);
    assert.match(await forged({ origin: 'text-capture' }), /is marked as “text-capture”/);
    const draft = await site.store.read
      .selectFrom('articles')
      .select('id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow();
    const shown = { state: 'published', path: '/forged/', published_at: '2026-03-12T07:00:00.000Z' } as const;
    assert.match(await forged(shown, draft.id), /\/forged\/ is published, and no entry says/);
  });

  test('whose revisions are not those entered are named', async () => {
    const { site, articleId: id, path } = await opened();
    const kept = await site.store.read
      .selectFrom('article_revisions')
      .selectAll()
      .where('article_id', '=', id)
      .orderBy('number')
      .execute();
    const during = async (change: (kept: Schema['article_revisions'][]) => Schema['article_revisions'][]) => {
      const replace = (rows: Schema['article_revisions'][]) =>
        site.store.write(async (tx) => {
          await tx.deleteFrom('article_revisions').where('article_id', '=', id).execute();
          await tx.insertInto('article_revisions').values(rows).execute();
        });
      await replace(change(kept));
      const faults = await faultsOf(site);
      await replace(kept);
      return faults;
    };
    const [first, second] = kept;
    assert.ok(first && second);
    const lost = new RegExp(`^The revision of ${path} that entry \\d+ committed to is not among those kept`);
    assert.match((await during(() => [first])).join(' '), lost);
    assert.match((await during(() => [second])).join(' '), lost);
    const changed = await during(() => [{ ...first, source: 'It never was.' }, second]);
    assert.equal(changed.length, 1);
    assert.match(changed[0] ?? '', lost);
    assert.match((await during(() => [first, { ...second, title: 'Third' }])).join(' '), lost);
    const added = await during(() => [first, second, { ...second, number: 3 }]);
    assert.deepEqual(added, [`${path} has a revision, number 3, that no entry of the record speaks of.`]);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('that nothing was ever entered about are a fault, as is an article that is gone', async () => {
    const { site, articleId } = await samplePublication(engine);
    await site.store.write(async (tx) => {
      for (const table of ['article_tags', 'article_revisions', 'annotated_articles'] as const)
        await tx.deleteFrom(table).where('article_id', '=', articleId).execute();
      await tx.deleteFrom('comment_decisions').execute();
      await tx.deleteFrom('comments').where('article_id', '=', articleId).execute();
      await tx.deleteFrom('articles').where('id', '=', articleId).execute();
    });
    assert.match((await faultsOf(site))[0] ?? '', /^The article that entry \d+ is about is missing/);
    await site.store.write((tx) => tx.deleteFrom('record_entries').execute());
    assert.match((await faultsOf(site)).join(' '), /^The record is empty, and articles are published/);
  });
});
