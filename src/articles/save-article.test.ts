import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample } from '../../test/support/publish.ts';
import { keepMoving, openTestSite, type TestSite } from '../../test/support/site.ts';
import { newId } from '../lib/ids.ts';
import { articleInput } from './article.ts';
import { correctionInput } from './corrections/correction.ts';
import { giveCorrection } from './corrections/give-correction.ts';
import { readEditable } from './queries.ts';
import { editArticle, publishArticle, writeArticle, writeNew } from './save-article.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const sample = (fields: Record<string, string> = {}) =>
  articleInput.parse({ title: 'The bridge is stuck', body: 'It has not moved.', ...fields });

async function entriesOf(site: TestSite, articleId: string): Promise<string[]> {
  const rows = await site.store.read
    .selectFrom('record_entries')
    .select('action')
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.action);
}

onBothEngines('writing articles', (engine) => {
  test('pressed twelve times at once, one article is published once', async () => {
    const site = await openTestSite(engine);
    const id = newId(site.clock, site.random);
    const press = async () => {
      await writeNew(site, sample(), { id });
      return publishArticle(site, editor, id);
    };
    const pressed = await Promise.all(Array.from({ length: 12 }, press));
    assert.equal(pressed.filter((each) => each.ok).length, 1);
    assert.deepEqual(await entriesOf(site, id), ['article.publish']);
  });

  test('what happens once has one time, however the clock moves meanwhile', async () => {
    const site = await openTestSite(engine);
    keepMoving(site.clock);
    const id = await writeArticle(site, sample());
    const article = site.store.read.selectFrom('articles').select(['created_at', 'updated_at']);
    const written = await article.executeTakeFirstOrThrow();
    assert.equal(written.created_at, written.updated_at);
    granted(await publishArticle(site, editor, id));
    const said = { kind: 'update', now: 'It moves again.', why: 'It was mended.', prominence: 'top' };
    granted(await giveCorrection(site, editor, { id, input: correctionInput.parse(said) }));
    const corrections = site.store.read.selectFrom('article_corrections').select(['given_at', 'at']);
    const given = await corrections.executeTakeFirstOrThrow();
    assert.equal(given.given_at, given.at);
  });

  test('articles of one title published at once get paths of their own', async () => {
    const site = await openTestSite(engine);
    const published = await Promise.all(Array.from({ length: 10 }, () => publishSample(site)));
    assert.equal(new Set(published.map(({ path }) => path)).size, 10);
    assert.ok(published.some(({ path }) => path === '/2026/03/12/the-bridge-is-stuck-10/'));
  });

  test('new tags named in opposite order by writers at once are one tag each', async () => {
    const site = await openTestSite(engine);
    const names = Array.from({ length: 15 }, (_, n) => `Tag ${n}`);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        writeArticle(site, sample({ tags: (n % 2 === 0 ? names : [...names].reverse()).join(',') })),
      ),
    );
    const tags = await site.store.read.selectFrom('tags').select('slug').execute();
    assert.equal(tags.length, 15);
  });

  test('what somebody else has changed since is not overwritten', async () => {
    const site = await openTestSite(engine);
    const { id } = await publishSample(site);
    const before = await readEditable(site.store.read, id);
    assert.ok(before);
    site.clock.pass(1000);
    const change = (title: string) =>
      editArticle(site, editor, { id, input: sample({ title }), seen: before });
    const both = await Promise.all([change('One'), change('Two')]);
    assert.equal(both.filter((each) => each.ok).length, 1);
    const refused = both.find((each) => !each.ok);
    assert.equal(refused && !refused.ok && refused.code, 'stale');
  });

  test('the record hears of every change that readers see, and of no other', async () => {
    const site = await openTestSite(engine);
    const { id } = await publishSample(site);
    const change = async (fields: Record<string, string>) => {
      granted(await editArticle(site, editor, { id, input: sample(fields) }));
      return (await entriesOf(site, id)).length;
    };
    assert.equal(await change({}), 1, 'nothing changed');
    assert.equal(await change({ title: 'It moves' }), 2, 'its words');
    assert.equal(await change({ title: 'It moves', tags: 'Bridge' }), 3, 'its tags');
    assert.equal(
      await change({ title: 'It moves', tags: 'Bridge', byline: 'Imogen Thrale' }),
      4,
      'its byline',
    );
    const revisions = await site.store.read.selectFrom('article_revisions').select('number').execute();
    assert.equal(revisions.length, 2, 'only words make a revision');
  });

  test('text that would make the parser recurse, or has control characters, is refused with a sentence', () => {
    const refused = (body: string) => articleInput.safeParse({ title: 'T', body, format: 'html' });
    for (const body of ['<b>'.repeat(20_000), '<div>'.repeat(8000), 'a\u0000b', 'a\n'.repeat(11_000)]) {
      const { error } = refused(body);
      assert.match(error?.issues[0]?.message ?? '', /close some|control characters|divide it/);
    }
    assert.equal(refused('<p>a<p>b<br>'.repeat(800)).success, true);
  });
});

test('a title keeps its words in any script, without what would turn the line round', () => {
  assert.equal(sample({ title: 'Gate \u202eopen\u202c now' }).title, 'Gate open now');
  assert.equal(sample({ title: 'שער \u200fהנמל' }).title, 'שער \u200fהנמל');
});
