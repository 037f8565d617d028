import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { editArticle, publishArticle, writeArticle } from '../articles/save-article.ts';
import { drawn, samplePicture } from '../pictures/fixtures.ts';
import { usesOf } from '../pictures/queries.ts';
import { createSiteWeb } from '../web-app.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };

onBothEngines('an article with pictures', (engine) => {
  const opened = async () => {
    const site = await openTestSite(engine);
    const web = createSiteWeb(site);
    const get = async (path: string) => (await web.app.request(`https://ledger.example${path}`)).text();
    return { site, get };
  };

  test('shows each in the sizes that it has, with room kept for it, all but the first lazy', async () => {
    const { site, get } = await opened();
    const first = await samplePicture(site, { bytes: await drawn('jpeg', 1000, 600) });
    const second = await samplePicture(site, { bytes: await drawn('png', 300, 200) });
    const body = `Before.\n\n![The "bridge" & more](/pictures/${first.id} "Open | Ann Osei")\n\n![Small](/pictures/${second.id})`;
    const { path } = await publishSample(site, { body });
    const page = (await get(path)).replace(/>\n</g, '><');
    const file = (name: string) => `/pictures/files/${first.hash}-${name}`;
    const set = ['320', '640', '960', '1000'].map((width) => `${file(`${width}.webp`)} ${width}w`).join(', ');
    assert.ok(
      page.includes(
        `<figure><img src="${file('960.webp')}" srcset="${set}" sizes="(min-width: 46rem) 36.5rem, 100vw" width="1000" height="600" alt="The &#x22;bridge&#x22; &#x26; more" decoding="async"><figcaption>Open <small>Ann Osei</small></figcaption></figure>`,
      ),
      page.slice(page.indexOf('<figure'), page.indexOf('</figure>')),
    );
    assert.match(page, /-300\.webp" width="300" height="200" alt="Small" loading="lazy" decoding="async">/);
    assert.ok(page.includes(`<meta property="og:image" content="https://ledger.example${file('1000.jpg')}"`));
    assert.match(page, /"image":\{"@type":"ImageObject","url":"https:\/\/ledger\.example\/pictures\/files\//);
    for (const feed of ['/feed/', '/feed/atom/', '/feed.json']) {
      const text = await get(feed);
      assert.ok(text.includes(`https://ledger.example${file('960.webp')}`), feed);
      assert.ok(text.includes(`, https://ledger.example${file('640.webp')} 640w`), feed);
    }
    const { items } = JSON.parse(await get('/api/v1/articles'));
    const { html } = JSON.parse(await get(`/api/v1/articles/${items[0].id}`));
    assert.ok(html.includes(`src="${file('960.webp')}"`) && items[0].html === html);
    assert.deepEqual(
      (await usesOf(site.store.read, second.id)).map(({ title, now }) => [title, now]),
      [['The bridge is stuck', true]],
    );
  });

  test('is not published with a picture that nobody described, or that is not there', async () => {
    const { site } = await opened();
    const { id } = await samplePicture(site);
    const refused = async (body: string) => {
      const input = articleInput.parse({ title: 'Bridge', body, format: 'html' });
      const outcome = await publishArticle(site, editor, await writeArticle(site, input));
      return outcome.ok ? null : outcome.sentence;
    };
    const src = `/pictures/${id}`;
    assert.match(
      (await refused(`<p>x</p><img src="${src}">`)) ?? '',
      /^Picture 1 of the text has no description/,
    );
    assert.match((await refused(`<img src="${src}" alt="x"><img src="${src}" alt=" ">`)) ?? '', /^Picture 2/);
    assert.match(
      (await refused('<img src="/pictures/01957f00-0000-7000-8000-000000000000" alt="x">')) ?? '',
      /not in the library/,
    );
    assert.equal(await refused(`<img src="${src}" alt="" role="presentation">`), null);
    const article = await publishSample(site);
    const input = articleInput.parse({ title: 'Bridge', body: `<img src="${src}">`, format: 'html' });
    const edited = await editArticle(site, editor, { id: article.id, input });
    assert.equal(edited.ok ? '' : edited.code, 'picture-without-description');
  });
});
