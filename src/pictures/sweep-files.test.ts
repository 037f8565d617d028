import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { developUpload } from './develop.ts';
import { bytesOf, drawn, samplePicture, uploaded } from './fixtures.ts';
import { sweepFiles } from './sweep-files.ts';

const day = 86_400_000;

/** A file that somebody left there so long ago. */
function leave(site: TestSite, name: string, { ago, content = 'left' }: { ago: number; content?: string }) {
  const path = join(site.config.dataFolder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  age(site, path, ago);
  return path;
}

function age(site: TestSite, path: string, ago: number): void {
  const at = new Date(site.clock.now().getTime() - ago);
  utimesSync(path, at, at);
}

onBothEngines('files that an upload left when it was cut off', (engine) => {
  test('are taken away after a day; what a picture has, and what came lately, stays', async () => {
    const site = await openTestSite(engine);
    const picture = await samplePicture(site);
    for (const { name } of picture.files) {
      const place = join(
        site.config.dataFolder,
        'pictures',
        picture.hash.slice(0, 2),
        `${picture.hash}-${name}`,
      );
      age(site, place, 30 * day);
    }
    const hash = `${picture.hash.slice(0, 2)}${'0'.repeat(38)}`;
    const folder = `pictures/${hash.slice(0, 2)}`;
    const old = [
      leave(site, `${folder}/${hash}-320.webp`, { ago: 2 * day }),
      leave(site, `${folder}/${picture.hash}-9999.webp`, { ago: 2 * day }),
      leave(site, `${folder}/${hash}-640.webp.1234.part`, { ago: 2 * day }),
      leave(site, 'pictures/ff/ffff-320.webp', { ago: 2 * day }),
    ];
    const sent = (name: string, ago: number) => {
      leave(site, `incoming/${name}/file`, { ago });
      age(site, join(site.config.dataFolder, 'incoming', name), ago);
    };
    sent('sent-1', day / 20);
    sent('sent-2', day / 30);
    const lately = leave(site, `${folder}/${hash}-960.webp`, { ago: day / 2 });
    assert.equal(await sweepFiles(site), 5);
    assert.deepEqual(old.filter(existsSync), []);
    assert.deepEqual(readdirSync(join(site.config.dataFolder, 'incoming')), ['sent-2']);
    assert.ok(existsSync(lately));
    for (const { name } of picture.files) assert.ok(bytesOf(site, picture, name).length > 0, name);
    assert.equal(await sweepFiles(site), 0);
  });

  test('are not taken from an upload that is under way and has made the very same ones', async () => {
    const site = await openTestSite(engine);
    const bytes = await drawn('png', 60, 40);
    const first = await developUpload(site, uploaded(site, bytes)); // killed before its rows were written
    assert.ok(first.ok);
    const { hash, files } = first.value;
    for (const { name } of files)
      age(site, join(site.config.dataFolder, 'pictures', hash.slice(0, 2), `${hash}-${name}`), 9 * day);
    const again = await developUpload(site, uploaded(site, bytes)); // its rows come in a moment
    assert.ok(again.ok);
    assert.equal(await sweepFiles(site), 0);
    const picture = await samplePicture(site, { bytes });
    assert.equal(picture.hash, hash);
    for (const { name } of picture.files) assert.ok(bytesOf(site, picture, name).length > 0, name);
  });
});
