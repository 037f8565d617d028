import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample, send } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { cleanResponsesAgain } from '../comments/clean-again.ts';
import { cleanerVersion } from '../lib/clean-html.ts';
import { cleanArticlesAgain } from './clean-again.ts';

onBothEngines('what an older cleaner made', (engine) => {
  test('is made again from its source, once, and nothing else of it changes', async () => {
    const site = await openTestSite(engine);
    const { id } = await publishSample(site, { body: 'The board *met* at six.' });
    const other = await publishSample(site, { title: 'Another' });
    await send(site, { articleId: id, text: 'I was **there**.' });
    const before = await rows();
    await site.store.write(async (tx) => {
      const old = { html: '<p onclick="x()">old</p>', html_version: 1 };
      await tx.updateTable('articles').set(old).where('id', '=', id).execute();
      await tx.updateTable('comments').set(old).execute();
    });
    assert.equal(await cleanArticlesAgain(site), 1);
    assert.equal(await cleanResponsesAgain(site), 1);
    assert.deepEqual(await rows(), before);
    assert.equal((await cleanArticlesAgain(site)) + (await cleanResponsesAgain(site)), 0);
    assert.ok(before[0].some((row) => row.id === other.id));

    async function rows() {
      const articles = await site.store.read.selectFrom('articles').selectAll().orderBy('id').execute();
      const responses = await site.store.read.selectFrom('comments').selectAll().execute();
      assert.ok([...articles, ...responses].every(({ html_version }) => html_version <= cleanerVersion));
      return [articles, responses] as const;
    }
  });
});
