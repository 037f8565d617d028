import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { deletePicture } from './delete-picture.ts';
import { bytesOf, drawn, samplePicture, uploaded } from './fixtures.ts';
import { replacePicture } from './replace-picture.ts';

const who = { actor: { role: 'editor' as const }, staffId: null };
const minute = 60_000;
const nobodys = '01957f00-0000-7000-8000-000000000000';
const small = () => drawn('gif', 60, 40);

/** Every file of pictures, by its whole path. */
function namesKept({ config }: TestSite): string[] {
  const root = join(config.dataFolder, 'pictures');
  return readdirSync(root).flatMap((part) =>
    readdirSync(join(root, part)).map((name) => join(root, part, name)),
  );
}

const folderOf = ({ config }: TestSite, hash: string) =>
  join(config.dataFolder, 'pictures', hash.slice(0, 2));

onBothEngines('files that no picture has', (engine) => {
  test('go where the upload that made them was refused in the end', async () => {
    const site = await openTestSite(engine);
    const { hash } = await samplePicture(site, { bytes: await small() });
    const upload = uploaded(site, await drawn('gif', 70, 40));
    const refused = await replacePicture(site, who, { id: nobodys, upload });
    assert.equal(refused.ok ? '' : refused.code, 'no-picture');
    const left = namesKept(site).find((path) => path.endsWith('-70.webp')) ?? '';
    assert.ok(existsSync(left));
    await runDueJobs(site, jobHandlers);
    assert.ok(existsSync(left), 'not yet');
    site.clock.pass(10 * minute);
    await runDueJobs(site, jobHandlers);
    assert.ok(!existsSync(left));
    assert.ok(bytesOf(site, { hash }, '60.webp').length > 0, 'what a picture has stays');
  });

  test('stay while the same file is being sent again, and once it is a picture', async () => {
    const site = await openTestSite(engine);
    const { id, hash } = await samplePicture(site, { bytes: await small() });
    granted(await deletePicture(site, who, id));
    site.clock.pass(9 * minute);
    await replacePicture(site, who, { id: nobodys, upload: uploaded(site, await small()) });
    site.clock.pass(2 * minute);
    await runDueJobs(site, jobHandlers);
    assert.ok(bytesOf(site, { hash }, '60.webp').length > 0, 'somebody keeps them at this moment');
    assert.equal((await samplePicture(site, { bytes: await small() })).hash, hash);
    site.clock.pass(60 * minute);
    await runDueJobs(site, jobHandlers);
    assert.ok(bytesOf(site, { hash }, '60.webp').length > 0, 'a picture has them');
  });

  test('are tried again where one cannot be taken away; the picture is gone all the same', async () => {
    const site = await openTestSite(engine);
    const { id, hash } = await samplePicture(site, { bytes: await small() });
    const stuck = join(folderOf(site, hash), `${hash}-60.jpg`);
    rmSync(stuck);
    mkdirSync(stuck); // a folder is no file: it cannot be removed as one
    granted(await deletePicture(site, who, id));
    site.clock.pass(10 * minute);
    await runDueJobs(site, jobHandlers);
    const { attempts, error } = await site.store.read
      .selectFrom('jobs')
      .select(['attempts', 'error'])
      .where('error', 'is not', null)
      .executeTakeFirstOrThrow();
    assert.deepEqual([attempts, error === ''], [1, false]);
    rmSync(stuck, { recursive: true });
    site.clock.pass(minute);
    await runDueJobs(site, jobHandlers);
    assert.deepEqual(namesKept(site), []);
  });
});
