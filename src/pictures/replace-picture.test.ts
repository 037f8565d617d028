import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { editArticle, writeArticle } from '../articles/save-article.ts';
import { verifyPublication } from '../audit/verify-publication.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';
import { deletePicture } from './delete-picture.ts';
import { drawing, drawn, samplePicture, uploaded } from './fixtures.ts';
import { readPicture, versionsOf } from './queries.ts';
import { replacePicture } from './replace-picture.ts';
import { replacementsIn } from './replacements.ts';

const who = { actor: { role: 'editor' as const }, staffId: null };
const green = () => drawing(400, 300, '#1c5f3f').png().toBuffer();

async function entriesOf({ store }: TestSite) {
  const rows = await store.read
    .selectFrom('record_entries')
    .select(['action', 'visibility', 'article_id'])
    .orderBy('id')
    .execute();
  return rows.filter(({ action }) => action.startsWith('picture.')).map((row) => ({ ...row }));
}

async function faultsOf({ store }: TestSite): Promise<string[]> {
  return (await verifyPublication(store.read)).map(({ sentence }) => sentence);
}

onBothEngines('replacing and deleting a picture', (engine) => {
  test('keeps its id, changes every page that shows it, and is told in history and record', async () => {
    const site = await openTestSite(engine);
    const web = createSiteWeb(site);
    const get = async (path: string) => (await web.app.request(`https://ledger.example${path}`)).text();
    const picture = await samplePicture(site);
    const body = `![The bridge](/pictures/${picture.id})`;
    const { id, path } = await publishSample(site, { body });
    await writeArticle(site, articleInput.parse({ title: 'A draft with it', body }));
    const before = await get(path);
    assert.ok(before.includes(picture.hash));
    site.clock.pass(60_000);
    granted(
      await replacePicture(site, who, { id: picture.id, upload: uploaded(site, await green(), 'green.png') }),
    );
    await sequenceEntries(site);
    const now = await readPicture(site.store.read, picture.id);
    const after = await get(path);
    assert.ok(now && after.includes(now.hash) && !after.includes(picture.hash));
    assert.deepEqual([now.version, now.width, now.fileName], [2, 400, 'green.png']);
    const history = await get(`${path}history/`);
    assert.match(history, /A picture was replaced,.*12 March 2026/s);
    assert.ok(history.includes(picture.hash) && history.includes(now.hash));
    assert.deepEqual(await entriesOf(site), [
      { action: 'picture.show', visibility: 'public', article_id: id },
      { action: 'picture.replace', visibility: 'public', article_id: id },
    ]);
    assert.match(await get('/record/'), /A picture replaced by its version 2/);
    assert.deepEqual(await faultsOf(site), []);
    assert.equal((await versionsOf(site.store.read, picture.id)).length, 2);
    const first = `/pictures/files/${picture.hash}-320.webp`;
    assert.equal(
      (await web.app.request(`https://ledger.example${first}`)).status,
      200,
      'the earlier file is kept',
    );
    const same = await replacePicture(site, who, { id: picture.id, upload: uploaded(site, await green()) });
    assert.equal(same.ok ? '' : same.code, 'same-file');
  });

  test('all replacements of an article are read by three queries, however many they are', async () => {
    const site = await openTestSite(engine);
    const [one, two] = [await samplePicture(site), await samplePicture(site)];
    const { id } = await publishSample(site, {
      body: `![x](/pictures/${one.id})\n\n![y](/pictures/${two.id})`,
    });
    const files: string[] = [];
    for (const [index, picture] of [one, two, one].entries()) {
      site.clock.pass(60_000);
      const upload = uploaded(
        site,
        await drawing(40 + index, 30, '#1c5f3f')
          .png()
          .toBuffer(),
      );
      granted(await replacePicture(site, who, { id: picture.id, upload }));
      files.push((await readPicture(site.store.read, picture.id))?.hash ?? '');
    }
    let asked = 0;
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const found = await replacementsIn(site.store.read.withPlugin(counting), id);
    assert.equal(asked, 3);
    const hashes = found.map(({ before, after }) =>
      [before, after].map((small) => /files\/([0-9a-f]+)-/.exec(small?.path ?? '')?.[1]),
    );
    const [first, second, third] = files;
    assert.deepEqual(hashes, [
      [first, third],
      [two.hash, second],
      [one.hash, first],
    ]);
  });

  test('what readers see in a picture’s place is held against the record', async () => {
    const site = await openTestSite(engine);
    const picture = await samplePicture(site);
    await publishSample(site, { body: `![The bridge](/pictures/${picture.id})` });
    const draft = await samplePicture(site, { bytes: await green() });
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    const forge = (set: { hash?: string; salt?: string }) =>
      site.store.write((tx) =>
        tx.updateTable('picture_versions').set(set).where('picture_id', '=', picture.id).execute(),
      );
    await forge({ hash: draft.hash });
    assert.match((await faultsOf(site)).join(' '), /shows another file for a picture than the record says/);
    await forge({ hash: picture.hash });
    const alter = (sha256: string) =>
      site.store.write((tx) =>
        tx
          .updateTable('picture_files')
          .set({ sha256 })
          .where('hash', '=', picture.hash)
          .where('name', '=', '320.webp')
          .execute(),
      );
    await alter('0'.repeat(64));
    assert.match((await faultsOf(site)).join(' '), /not those that it was made into/);
    await alter(picture.files[0]?.sha256 ?? '');
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write(async (tx) => {
      await tx.deleteFrom('picture_versions').where('picture_id', '=', picture.id).execute();
      await tx.deleteFrom('pictures').where('id', '=', picture.id).execute();
    });
    assert.match((await faultsOf(site)).join(' '), /shows a picture that is missing/);
  });

  test('it is deleted with its files, but not while an article shows it or did', async () => {
    const site = await openTestSite(engine);
    const picture = await samplePicture(site);
    const { id } = await publishSample(site, { body: `![The bridge](/pictures/${picture.id})` });
    const refused = await deletePicture(site, who, picture.id);
    const there =
      '“The bridge is stuck” shows it. Take it out there first, or put another file in its place.';
    assert.equal(refused.ok ? '' : refused.sentence, `It cannot be deleted: ${there}`);
    site.clock.pass(1000);
    const input = articleInput.parse({ title: 'A draft with it', body: `![x](/pictures/${picture.id})` });
    const draft = await writeArticle(site, input);
    const both = await deletePicture(site, who, picture.id);
    assert.match(
      both.ok ? '' : both.sentence,
      /: “A draft with it” and “The bridge is stuck” show it\. Take/,
    );
    granted(
      await editArticle(site, who, {
        id: draft,
        input: articleInput.parse({ title: 'A draft', body: 'Without.' }),
      }),
    );
    granted(
      await editArticle(site, who, { id, input: articleInput.parse({ title: 'x', body: 'Without.' }) }),
    );
    const still = await deletePicture(site, who, picture.id);
    assert.equal(
      still.ok ? '' : still.sentence,
      'It cannot be deleted: readers can still open an earlier version of “x” that shows it.',
    );
    const twin = await samplePicture(site);
    const other = await samplePicture(site, { bytes: await drawn('gif', 60, 40) });
    const place = (hash: string, name: string) =>
      join(site.config.dataFolder, 'pictures', hash.slice(0, 2), `${hash}-${name}`);
    granted(await deletePicture(site, who, twin.id));
    granted(await deletePicture(site, who, other.id));
    const file = `https://ledger.example/pictures/files/${other.hash}-60.webp`;
    assert.equal((await createSiteWeb(site).app.request(file)).status, 404, 'it is served no longer');
    site.clock.pass(600_000);
    await runDueJobs(site, jobHandlers);
    assert.ok(existsSync(place(picture.hash, '320.webp')), 'another picture has the same files');
    assert.ok(!existsSync(place(other.hash, '60.webp')));
    assert.equal((await samplePicture(site, { bytes: await drawn('gif', 60, 40) })).hash, other.hash);
    assert.ok(existsSync(place(other.hash, '60.webp')), 'made again');
  });
});
