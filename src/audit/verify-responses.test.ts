import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, send } from '../../test/support/publish.ts';
import { appendEntry } from '../record/append.ts';
import type { Schema } from '../store/schema.ts';
import { faultsOf, forge, samplePublication } from './fixtures.ts';

onBothEngines('responses held against the record', (engine) => {
  const opened = async () => {
    const sample = await samplePublication(engine);
    const row = (index: number) => sample.responses[index] ?? '';
    const forged = async (index: number, set: Partial<Schema['comments']>) =>
      (await forge(sample.site, { table: 'comments', id: row(index), set })).join(' ');
    return { ...sample, row, forged };
  };

  test('are whole when nobody touched them, also while an entry waits for its place', async () => {
    const { site, articleId } = await opened();
    assert.deepEqual(await faultsOf(site), []);
    granted(await send(site, { articleId, text: 'One more' }));
    assert.deepEqual(await faultsOf(site), []);
  });

  test('whose name, address, text or answer was changed are named', async () => {
    const { path, forged } = await opened();
    const words = new RegExp(`^Response 1 of ${path} \\(entry \\d+\\) does not have the words`);
    assert.match(await forged(0, { source: 'As I never said' }), words);
    assert.match(await forged(0, { name: 'Somebody Else' }), words);
    assert.match(await forged(0, { url: 'https://shop.example' }), words);
    assert.match(await forged(0, { in_reply_to: 2 }), words);
    assert.match(await forged(4, { in_reply_to: null }), /^Response 5 .* words/);
  });

  test('whose writer was changed or taken away by hand are named', async () => {
    const { site, path, row, forged } = await opened();
    assert.match(
      await forged(0, { pseudonym_id: null }),
      new RegExp(`^Response 1 of ${path} \\(entry \\d+\\) has lost the writer who published it\\.$`),
    );
    assert.match(
      await forged(0, { pseudonym_id: null, unnamed_at: '2026-03-14T10:00:00.000Z' }),
      /lost the writer/,
    );
    const [other] = await site.store.read
      .selectFrom('pseudonyms')
      .innerJoin('comments', 'comments.pseudonym_id', 'pseudonyms.id')
      .select('pseudonyms.id')
      .where('comments.id', '<>', row(0))
      .where('pseudonyms.id', 'not in', (eb) =>
        eb
          .selectFrom('comments')
          .select(eb.fn.coalesce('pseudonym_id', 'id').as('own'))
          .where('id', '=', row(0)),
      )
      .execute();
    if (other) assert.match(await forged(0, { pseudonym_id: other.id }), /another writer’s/);
  });

  test('that show something else than their source says are named', async () => {
    const { path, forged } = await opened();
    const sentence = new RegExp(`^Response 1 of ${path} shows something else than its source says\\.$`);
    assert.match(await forged(0, { html: '<p>As I never said</p>' }), sentence);
    assert.match(await forged(0, { html: '<p>As I never said</p>', html_version: 0 }), sentence);
    assert.match(await forged(0, { html_version: 99 }), sentence);
    assert.match(await forged(4, { html: '<p><em>Indeed</em></p>' }), /^Response 5 .* shows something else/);
  });

  test('that were hidden, shown or brought back by hand are named', async () => {
    const { forged } = await opened();
    assert.match(
      await forged(0, { state: 'removed' }),
      /^Response 1 of \S+ is removed in the database, and published by the record\.$/,
    );
    assert.match(await forged(1, { state: 'published' }), /^Response 2 .* published in .* removed by/);
    assert.match(await forged(2, { state: 'removed' }), /^Response 3 .* removed in .* published by/);
    assert.match(await forged(3, { state: 'published' }), /^Response 4 .* published in .* withdrawn by/);
    assert.match(await forged(3, { name: 'Half-Tide' }), /^Response 4 .* still has words/);
    assert.match(await forged(0, { state: 'erased', salt: '' }), /^Response 1 .* erased in the database/);
    assert.match(await forged(0, { salt: '' }), /^Response 1 .* has lost its words/);
    assert.match(await forged(0, { origin: 'text-capture' }), /^Response 1 .* marked as one/);
  });

  test('that were put in, or whose number was taken, are named', async () => {
    const { site, articleId, importedId, row, forged } = await opened();
    const like = await site.store.read
      .selectFrom('comments')
      .selectAll()
      .where('id', '=', row(0))
      .executeTakeFirstOrThrow();
    const insert = async (own: Partial<typeof like>) => {
      const added = { ...like, id: 'forged', number: 6, ...own };
      await site.store.write((tx) => tx.insertInto('comments').values(added).execute());
      const faults = await faultsOf(site);
      await site.store.write((tx) => tx.deleteFrom('comments').where('id', '=', 'forged').execute());
      return faults.join(' ');
    };
    assert.match(await insert({}), /^Response 6 .* no entry says that it was published\. .* has 6 responses/);
    assert.match(await insert({ origin: 'text-capture' }), /^Response 6 .* no entry says/);
    assert.match(await insert({ article_id: importedId, number: 7 }), /^Response 7 .* no entry says/);
    assert.match(await forged(0, { number: 9 }), /^Response 1 .* number or the article/);
    assert.match(await forged(0, { article_id: importedId, number: 9 }), /number or the article/);
    const counter = { table: 'articles', id: articleId, set: { last_number: 9 } } as const;
    assert.match((await forge(site, counter)).join(' '), /has given 9 numbers and has 5 responses/);
  });

  test('that came from an archive are held to its one entry', async () => {
    const { site, importedId } = await opened();
    const { id, html } = await site.store.read
      .selectFrom('comments')
      .select(['id', 'html'])
      .where('article_id', '=', importedId)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    const change = async (set: Partial<Schema['comments']>) =>
      (await forge(site, { table: 'comments', id, set })).join(' ');
    assert.match(
      await change({ source: 'I saw nothing.' }),
      /An imported page, \S+, does not have the words/,
    );
    assert.match(await change({ html: '<p>I saw nothing.</p>' }), /^Response 1 .* shows something else/);
    assert.match(html, /<a href/);
    assert.match(await change({ html: `${html}<script></script>` }), /^Response 1 .* shows something else/);
    const beside = {
      url: 'https://shop.example',
      by_staff: 'archive',
      archive_writer: 'x',
      edited_at: '2026',
    };
    for (const [column, value] of Object.entries(beside))
      assert.match(await change({ [column]: value }), /An imported page, \S+, does not have the words/);
    assert.match(await change({ state: 'withdrawn' }), /^Response 1 .* withdrawn in .* published by/);
    assert.match(await change({ origin: 'reader' }), /no entry says that it was published/);
  });

  test('whose row is gone, and that were published twice, are named', async () => {
    const { site, articleId } = await samplePublication(engine);
    const subject = { type: 'comment' as const, article: articleId };
    const enter = (own: { id: string; number: number }) =>
      site.store.write((tx) =>
        appendEntry(site, tx, {
          ...{ action: 'comment.publish', by: { role: 'writer' }, visibility: 'public' },
          subject: { ...subject, ...own },
        }),
      );
    await enter({ id: 'nowhere', number: 6 });
    await enter({ id: 'nowhere', number: 1 });
    const faults = await faultsOf(site);
    assert.match(
      faults[0] ?? '',
      /^Response 6 .* \(an entry that waits .*\) is missing from the database\.$/,
    );
    assert.match(faults[1] ?? '', /^Response 1 .* was published twice\.$/);
  });
});
