import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { languageTag } from '../articles/language.ts';
import { editArticle } from '../articles/save-article.ts';
import { restoreArticle, withdrawArticle } from '../articles/withdraw-article.ts';
import { faultsOf, forge } from '../audit/fixtures.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { createSiteWeb } from '../web-app.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const words = { title: 'الجسر عالق', standfirst: 'لم يتحرك منذ مارس.', body: 'الجسر لا يتحرك.' };

async function open(engine: EngineName, language: string) {
  const site = await openTestSite(engine);
  const { app } = createSiteWeb(site);
  const read = async (path: string) => (await app.request(path)).text();
  const sample = await publishSample(site, { ...words, language });
  const change = async (to: string) => {
    const input = articleInput.parse({ ...words, language: to });
    granted(await editArticle(site, editor, { id: sample.id, input }));
  };
  return { site, read, change, ...sample };
}

onBothEngines('an article in another language than its publication', (engine) => {
  test('says so wherever its words stand, with the direction of its script', async () => {
    const { read, path, id } = await open(engine, 'ar');
    const page = await read(path);
    assert.match(page, /<html lang="en-GB" dir="ltr">/);
    assert.match(page, /<h1 class="p-name" lang="ar" dir="rtl">/);
    assert.match(page, /<p class="standfirst p-summary" lang="ar" dir="rtl">/);
    assert.match(page, /<div class="body flow e-content" lang="ar" dir="rtl">/);
    assert.match(page, /"inLanguage":"ar"/);
    assert.match(await read('/'), /<h2 lang="ar" dir="rtl"><a href="[^"]*">الجسر عالق/);
    assert.match(await read('/2026/03/'), /<h2 lang="ar" dir="rtl"><a/);
    assert.match(await read('/search?q=الجسر'), /<h2 lang="ar" dir="rtl"><a/);
    assert.match(await read('/feed/atom/'), /<entry xml:lang="ar">/);
    assert.match(await read('/feed/'), /<dc:language>ar<\/dc:language>/);
    assert.equal(JSON.parse(await read('/feed.json')).items[0].language, 'ar');
    assert.match(await read('/sitemap-news.xml'), /<news:language>ar</);
    assert.equal(JSON.parse(await read(`/api/v1/articles/${id}`)).language, 'ar');
    assert.equal(JSON.parse(await read('/api/v1/articles')).items[0].language, 'ar');
  });

  test('shows in its history what changed in its language, and what is said of that in the page’s', async () => {
    const { site, read, path, id } = await open(engine, 'ar');
    const input = articleInput.parse({ ...words, body: 'الجسر يتحرك.', language: 'ar' });
    granted(await editArticle(site, editor, { id, input }));
    assert.match(await read(`${path}history/`), /<p lang="ar" dir="rtl">.*<span class="vh" lang="en-GB">/);
  });

  test('carries no mark where it is in the publication’s own', async () => {
    const { read, path, id } = await open(engine, '');
    assert.match(await read(path), /<h1 class="p-name">/);
    assert.match(await read(path), /"inLanguage":"en-GB"/);
    assert.doesNotMatch(await read('/feed/atom/'), /<entry xml:lang/);
    assert.equal(JSON.parse(await read(`/api/v1/articles/${id}`)).language, 'en-GB');
  });

  test('is entered in the record when its language changes after publication, and readers see it at once', async () => {
    const { site, read, change, path } = await open(engine, 'ar');
    await read(path);
    await change('fa');
    assert.match(await read(path), /<h1 class="p-name" lang="fa" dir="rtl">/);
    await change('fa');
    await change('');
    await sequenceEntries(site);
    const rows = await site.store.read
      .selectFrom('record_entries')
      .select('visibility')
      .where('action', '=', 'article.language')
      .execute();
    assert.deepEqual(
      rows.map(({ visibility }) => visibility),
      ['public', 'public', 'public'],
    );
    assert.deepEqual(await faultsOf(site), []);
  });

  test('is found out where its language was changed behind the record’s back', async () => {
    const { site, id, path } = await open(engine, 'ar');
    const plain = await publishSample(site);
    await sequenceEntries(site);
    const said = (at: string) => [`${at} is not in the language that was last entered for it.`];
    assert.deepEqual(await forge(site, { table: 'articles', id, set: { language: 'he' } }), said(path));
    assert.deepEqual(await forge(site, { table: 'articles', id, set: { language: null } }), said(path));
    const other = { table: 'articles' as const, id: plain.id, set: { language: 'cy' } };
    assert.deepEqual(await forge(site, other), said(plain.path));
    assert.deepEqual(await faultsOf(site), []);
  });

  test('has the language in which it is put back, when that was changed while it was withdrawn', async () => {
    const { site, read, change, id, path } = await open(engine, 'ar');
    granted(await withdrawArticle(site, editor, { id, reason: 'wrong', note: 'It was wrong.' }));
    await change('ur');
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    granted(await restoreArticle(site, editor, id));
    await sequenceEntries(site);
    assert.match(await read(path), /lang="ur" dir="rtl"/);
    assert.deepEqual(await faultsOf(site), []);
  });
});

test('a language tag is put into its canonical form, or refused with what to type', () => {
  for (const [typed, tag] of [
    ...[['', ''] as const, [' cy ', 'cy'] as const, ['EN-gb', 'en-GB'] as const, ['eng', 'en'] as const],
    ...[['zh-hant-tw', 'zh-Hant-TW'] as const, ['sco', 'sco'] as const, ['AZ-arab', 'az-Arab'] as const],
  ])
    assert.equal(languageTag.parse(typed), tag);
  for (const typed of [
    'english',
    'gb',
    'xx',
    'en_GB',
    'x-ours',
    '-',
    'cy cy',
    'ع',
    `en-${'a-'.repeat(99)}`,
  ]) {
    const { error } = languageTag.safeParse(typed);
    assert.match(
      error?.issues[0]?.message ?? '',
      /is no language tag \(BCP 47\): type one such as cy/,
      typed,
    );
  }
});

test('whatever is typed, a tag that was taken is taken again as it is', () => {
  const part = fc.constantFrom(
    'en',
    'cy',
    'ar',
    'zh',
    'Hant',
    'latn',
    'GB',
    'tw',
    '419',
    'x',
    '1996',
    'oxendict',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 5 }).map((parts) => parts.join('-')),
        fc.string(),
      ),
      (typed) => {
        const { data } = languageTag.safeParse(typed);
        if (data !== undefined) assert.equal(languageTag.parse(data), data);
      },
    ),
  );
});
