import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { introduceTag } from '../articles/tags/introduce-tag.ts';
import { faultsOf } from '../audit/fixtures.ts';
import { changePage, publishPage } from '../publication/static-pages/save-page.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { createSiteWeb } from '../web-app.ts';
import { deletePicture } from './delete-picture.ts';
import { drawn, samplePicture, uploaded } from './fixtures.ts';
import { replacePicture } from './replace-picture.ts';

const who = { actor: { role: 'editor' as const }, staffId: null };

async function opened(engine: EngineName) {
  const site = await openTestSite(engine);
  const web = createSiteWeb(site);
  const get = async (path: string) => (await web.app.request(`https://ledger.example${path}`)).text();
  const picture = await samplePicture(site);
  const refused = async () => {
    const outcome = await deletePicture(site, who, picture.id);
    return outcome.ok ? null : outcome.sentence;
  };
  return { site, get, picture, refused, shown: `![The bridge](/pictures/${picture.id})` };
}

async function page(site: TestSite, source: string) {
  const input = { title: 'About us', source };
  const { id } = granted(await publishPage(site, who, { input, slug: 'us', reserved: () => false }));
  return id;
}

async function introduce(site: TestSite, slug: string, { text, seen }: { text: string; seen: string }) {
  const tags = site.store.read.selectFrom('tags').select('id').where('slug', '=', slug);
  const { id } = await tags.executeTakeFirstOrThrow();
  granted(await introduceTag(site, who, { id, text, seen }));
}

onBothEngines('a picture outside articles', (engine) => {
  test('is drawn like one in an article: on a page, above a tag’s articles, in the rules', async () => {
    const { site, get, picture, shown } = await opened(engine);
    await publishSample(site, { tags: 'Harbour' });
    await page(site, `Words.\n\n${shown}`);
    await introduce(site, 'harbour', { text: shown, seen: '' });
    for (const key of ['page.about', 'page.rules', 'page.privacy'] as const)
      await setSetting(site, key, shown);
    const paths = ['/us/', '/us/versions/1/', '/tag/harbour/', '/about/', '/rules/', '/privacy/'];
    for (const path of [...paths, '/about/versions/2/']) {
      const text = await get(path);
      assert.match(text, /<img src="[^"]+-960\.webp" srcset="[^"]+" sizes="[^"]+" width="1000"/, path);
    }
    const upload = uploaded(site, await drawn('png', 400, 300));
    granted(await replacePicture(site, who, { id: picture.id, upload }));
    for (const path of paths) assert.match(await get(path), /<img src="[^"]+-400\.webp"/, path);
    await sequenceEntries(site);
    assert.match(await get('/record/'), /A picture replaced by its version 2/);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('is not deleted while a page shows it, or showed it in a wording that is kept', async () => {
    const { site, refused, shown } = await opened(engine);
    const id = await page(site, shown);
    const sentence = 'It cannot be deleted: the page “About us” shows it. Take it out there first.';
    assert.equal(await refused(), sentence);
    const seen = site.clock.now().toISOString();
    granted(await changePage(site, who, { id, input: { title: 'About us', source: 'Words.' }, seen }));
    assert.match(
      (await refused()) ?? '',
      /: an earlier wording of the page “About us” shows it, and readers/,
    );
  });

  test('is not deleted while About shows it, or did', async () => {
    const { site, refused, shown } = await opened(engine);
    await setSetting(site, 'page.about', shown);
    assert.match((await refused()) ?? '', /: the page About shows it\. Take it out there first\.$/);
    await setSetting(site, 'page.about', 'Words.');
    assert.match((await refused()) ?? '', /: an earlier wording of the page About shows it/);
  });

  test('is deleted once no tag’s introduction and no setting shows it', async () => {
    const { site, refused, shown } = await opened(engine);
    await publishSample(site, { tags: 'Harbour' });
    await introduce(site, 'harbour', { text: shown, seen: '' });
    assert.match((await refused()) ?? '', /: the introduction of the tag “Harbour” shows it\./);
    await introduce(site, 'harbour', { text: '', seen: shown });
    await setSetting(site, 'contact', shown);
    assert.match((await refused()) ?? '', /: the setting contact shows it\./);
    await setSetting(site, 'contact', 'Write to us.');
    assert.equal(await refused(), null);
  });
});
