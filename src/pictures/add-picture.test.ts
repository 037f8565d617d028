import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { addPicture } from './add-picture.ts';
import { bytesOf, drawing, drawn, samplePicture, uploaded } from './fixtures.ts';
import { pictureDetails } from './picture.ts';
import { countPictures, listPictures, readPicture } from './queries.ts';

const who = { actor: { role: 'editor' as const }, staffId: null };
const details = pictureDetails.parse({ alt: 'The bridge' });

onBothEngines('adding a picture', (engine) => {
  test('makes each size up to its own, as WebP, and a JPEG for other programs', async () => {
    const site = await openTestSite(engine);
    const picture = await samplePicture(site, { bytes: await drawn('jpeg', 3000, 1500) });
    assert.deepEqual(
      picture.files.map(({ name, height }) => `${name} ${height}`),
      [
        '320.webp 160',
        '640.webp 320',
        '960.webp 480',
        '1200.jpg 600',
        '1440.webp 720',
        '1920.webp 960',
        '2560.webp 1280',
      ],
    );
    assert.deepEqual([picture.width, picture.height, picture.format], [2560, 1280, 'jpeg']);
    for (const file of picture.files) {
      const bytes = bytesOf(site, picture, file.name);
      const { format, width, height } = await sharp(bytes).metadata();
      assert.deepEqual(
        [format, width, height, bytes.length],
        [file.format, file.width, file.height, file.bytes],
      );
    }
  });

  test('takes JPEG, PNG, WebP, AVIF and GIF, whatever the file is called', async () => {
    const site = await openTestSite(engine);
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
      const picture = await samplePicture(site, { bytes: await drawn(format, 500, 300), name: 'x.exe' });
      assert.deepEqual([picture.format, picture.width, picture.height], [format, 500, 300]);
      assert.deepEqual(
        picture.files.map(({ name }) => name),
        ['320.webp', '500.jpg', '500.webp'],
      );
    }
  });

  test('is turned as its camera says, brought to sRGB, and tells neither place nor camera', async () => {
    const site = await openTestSite(engine);
    const exif = {
      IFD0: { Make: 'Secretcam', Artist: 'Nobody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    };
    const bytes = await drawing(800, 400)
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    assert.match(bytes.toString('latin1'), /Secretcam/);
    const picture = await samplePicture(site, { bytes });
    assert.deepEqual([picture.width, picture.height], [400, 800]);
    for (const { name } of picture.files) {
      const kept = bytesOf(site, picture, name);
      const { exif: camera, icc, xmp, iptc, orientation, space } = await sharp(kept).metadata();
      assert.deepEqual(
        [camera, icc, xmp, iptc, orientation, space],
        [undefined, undefined, undefined, undefined, undefined, 'srgb'],
      );
      assert.doesNotMatch(kept.toString('latin1'), /Secretcam|Nobody|Exif|GPS/);
    }
  });

  test('keeps what is transparent, and a grey, a CMYK or a 16-bit picture', async () => {
    const site = await openTestSite(engine);
    const clear = sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const picture = await samplePicture(site, { bytes: await clear.png().toBuffer() });
    assert.equal((await sharp(bytesOf(site, picture, '40.webp')).metadata()).hasAlpha, true);
    const [corner] = await sharp(bytesOf(site, picture, '40.jpg'))
      .raw()
      .toBuffer();
    assert.ok((corner ?? 0) > 250, 'the JPEG is white where nothing is');
    const odd = [
      await drawing(40, 40).greyscale().png().toBuffer(),
      await drawing(40, 40).toColourspace('cmyk').jpeg().toBuffer(),
      await drawing(40, 40).toColourspace('rgb16').png().toBuffer(),
    ];
    for (const bytes of odd) assert.equal((await samplePicture(site, { bytes })).width, 40);
  });

  test('keeps one file for the same bytes, however often and however many at once they are sent', async () => {
    const site = await openTestSite(engine);
    const bytes = await drawn('png', 700, 500);
    const added = await Promise.all(
      Array.from({ length: 50 }, () => addPicture(site, who, { upload: uploaded(site, bytes), details })),
    );
    const ids = new Set(added.map((each) => granted(each).id));
    assert.equal(ids.size, 50);
    const hashes = await listPictures(site.store.read, { query: '', limit: 100, offset: 0 });
    assert.equal(new Set(hashes.map(({ hash }) => hash)).size, 1);
    const folder = join(site.config.dataFolder, 'pictures');
    assert.deepEqual(
      readdirSync(folder)
        .flatMap((each) => readdirSync(join(folder, each)))
        .map((name) => name.split('-')[1])
        .sort(),
      ['320.webp', '640.webp', '700.jpg', '700.webp'],
    );
  });

  test('sent twice with one id is one picture', async () => {
    const site = await openTestSite(engine);
    const id = '01957f00-0000-7000-8000-000000000007';
    for (const alt of ['First', 'Second']) {
      const upload = uploaded(site, await drawn('png', 50, 50));
      granted(await addPicture(site, who, { upload, details: { ...details, alt }, id }));
    }
    assert.equal(await countPictures(site.store.read, ''), 1);
    assert.equal((await readPicture(site.store.read, id))?.alt, 'First');
  });

  test('is found by every word of its description, caption, credit and file name, with accents or without', async () => {
    const site = await openTestSite(engine);
    const said = { alt: 'Café terrace', caption: 'At noon', credit: 'Ann Osei' };
    const { id } = await samplePicture(site, {
      bytes: await drawn('png', 50, 50),
      name: 'IMG_0042.JPG',
      details: said,
    });
    await samplePicture(site, { bytes: await drawn('png', 50, 50), name: 'other.png' });
    const found = async (query: string) =>
      (await listPictures(site.store.read, { query, limit: 10, offset: 0 })).map((each) => each.id);
    for (const query of ['cafe', 'CAFÉ noon', 'osei terrace', '0042', 'img'])
      assert.deepEqual(await found(query), [id], query);
    for (const query of ['cafe bridge', '%', '_']) assert.notDeepEqual(await found(query), [id], query);
    assert.equal((await found('')).length, 2);
  });
});
