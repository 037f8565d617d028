import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { publishArticle, writeArticle } from '../articles/save-article.ts';
import { drawn, samplePicture } from './fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };

onBothEngines('articles with the same pictures', (engine) => {
  test('are published twenty at once, whatever the order in which each shows them', async () => {
    const site = await openTestSite(engine);
    const bytes = await drawn('png', 40, 30);
    const ids: string[] = [];
    for (let made = 0; made < 8; made += 1)
      ids.push((await samplePicture(site, { bytes, name: `quay-${made}.png` })).id);
    const articles: string[] = [];
    for (let made = 0; made < 20; made += 1) {
      const turned = [...ids.slice(made % 8), ...ids.slice(0, made % 8)];
      const shown = made % 2 === 0 ? turned : turned.toReversed();
      const body = shown.map((id) => `![The quay](/pictures/${id})`).join('\n\n');
      articles.push(await writeArticle(site, articleInput.parse({ title: `Quay ${made}`, body })));
    }
    const published = await Promise.all(articles.map((id) => publishArticle(site, editor, id)));
    assert.deepEqual(
      published.filter(({ ok }) => !ok),
      [],
    );
    const uses = await site.store.read.selectFrom('picture_uses').select('picture_id').execute();
    assert.equal(uses.length, 160);
  });
});
