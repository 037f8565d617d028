import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import { drawn } from '../../pictures/fixtures.ts';
import { addPictures } from '../../reading/picture-routes.ts';
import { type Browser, type Desk, openDesk, signedIn } from '../fixtures.ts';

type Sent = Record<string, string | File>;

/** What a browser sends: the fields in their order, the file last. */
export function upload(desk: Desk, browser: Browser, path: string, fields: Sent, accept = 'text/html') {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return browser.ask(path, { method: 'POST', body, headers: { origin: desk.site.config.url, accept } });
}

const file = async (name = 'bridge.jpg') => new File([new Uint8Array(await drawn('jpeg', 1000, 600))], name);
const words = { alt: 'The bridge, half open', caption: 'On Tuesday', credit: 'Photo: Ann Osei' };

onBothEngines('pictures at the desk', (engine) => {
  test('an author adds one and comes to its page, which says how to use it', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const form = await author.get('/desk/pictures/new/');
    assert.match(form.text, /enctype="multipart\/form-data"/);
    const answer = await upload(desk, author, '/desk/pictures/', { ...words, file: await file() });
    assert.equal(answer.status, 303);
    const page = await author.get(answer.location ?? '');
    assert.equal(page.status, 200);
    assert.match(page.text, /It is in the library\./);
    assert.match(
      page.text,
      /!\[The bridge, half open\]\(\/pictures\/[0-9a-f-]{36} &quot;On Tuesday \| Photo: Ann Osei&quot;\)/,
    );
    assert.match(page.text, /1000 × 600 pixels/);
    assert.match(page.text, /Nothing shows it\./);
    assert.match((await author.get('/desk/pictures/')).text, /The bridge, half open/);
    assert.match((await author.get('/desk/pictures/?q=osei')).text, /1 picture with “osei”/);
    assert.match((await author.get('/desk/pictures/?q=ferry')).text, /No picture has all these words/);
    assert.deepEqual(
      readdirSync(join(desk.site.config.dataFolder, 'incoming')),
      [],
      'nothing is left of the upload',
    );
  });

  test('a program gets the picture as JSON, finds it, and every refusal as problem details', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const json = 'application/json';
    const answer = await upload(desk, author, '/desk/pictures/', { ...words, file: await file() }, json);
    assert.equal(answer.status, 201);
    const { id, ...rest } = JSON.parse(answer.text);
    const size = { width: 1000, height: 600 };
    assert.deepEqual(rest, { src: `/pictures/${id}`, ...size, ...words, decorative: false });
    const list = await author.ask('/desk/pictures/?q=bridge', { headers: { accept: json } });
    assert.deepEqual(JSON.parse(list.text), { items: [{ id, ...rest }], next: null });
    const refused = await upload(desk, author, '/desk/pictures/', { alt: '', file: await file() }, json);
    assert.equal(refused.status, 422);
    assert.equal(refused.headers.get('content-type'), 'application/problem+json');
    assert.match(JSON.parse(refused.text).detail, /Describe the picture/);
  });

  test('is refused with a sentence and every typed word where a file or a description is missing', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const bare = await upload(desk, author, '/desk/pictures/', { ...words, file: new File([], '') });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /Choose the file of the picture/);
    assert.match(bare.text, /value="Photo: Ann Osei"/);
    const silent = await upload(desk, author, '/desk/pictures/', { ...words, alt: ' ', file: await file() });
    assert.match(silent.text, /Describe the picture for whoever does not see it/);
    assert.match(silent.text, /On Tuesday/);
    const decorative = { ...words, alt: '', decorative: 'yes', file: await file() };
    assert.equal((await upload(desk, author, '/desk/pictures/', decorative)).status, 303);
  });

  test('a file larger than is taken is 413, with the limit, and with what was typed', async () => {
    const desk = await openDesk(engine);
    await setSetting(desk.site, 'pictures.megabytes', '1');
    const author = await signedIn(desk, 'author');
    const large = new File([new Uint8Array(1_000_001)], 'large.jpg');
    const answer = await upload(desk, author, '/desk/pictures/', { ...words, file: large });
    assert.equal(answer.status, 413);
    assert.match(answer.text, /larger than 1 MB/);
    assert.match(answer.text, /The bridge, half open/);
    assert.deepEqual(readdirSync(join(desk.site.config.dataFolder, 'incoming')), []);
  });

  test('somebody whose session ran out, and a moderator, get their words back and no file is kept', async () => {
    const desk = await openDesk(engine);
    const moderator = await signedIn(desk, 'moderator');
    const answer = await upload(desk, moderator, '/desk/pictures/', { ...words, file: await file() });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /The bridge, half open/);
    moderator.cookies.clear();
    const strange = await upload(desk, moderator, '/desk/pictures/', { ...words, file: await file() });
    assert.equal(strange.status, 401);
    assert.match(strange.text, /The bridge, half open/);
  });

  test('what is said of a picture can be changed', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const answer = await upload(desk, author, '/desk/pictures/', { ...words, file: await file() });
    const path = (answer.location ?? '').split('?')[0] ?? '';
    const saved = await author.post(path, { ...words, caption: 'On Wednesday' });
    assert.equal(saved.location, `${path}?done=saved`);
    assert.match((await author.get(path)).text, /On Wednesday/);
    const refused = await author.post(path, { ...words, alt: '', caption: 'On Thursday' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Describe the picture.*On Thursday/s);
    assert.equal(
      (await author.post(path.replace(/[0-9a-f]\/$/, 'e/').replace('01', '02'), words)).status,
      404,
    );
  });

  test('an editor replaces the file and deletes what nothing shows; an author does neither', async () => {
    const desk = await openDesk(engine);
    const author = await signedIn(desk, 'author');
    const editor = await signedIn(desk, 'editor');
    const answer = await upload(desk, author, '/desk/pictures/', { ...words, file: await file() });
    const path = (answer.location ?? '').split('?')[0] ?? '';
    assert.doesNotMatch((await author.get(path)).text, /Replace the file|Delete it/);
    const other = () => new File([png], 'other.png');
    const png = new Uint8Array(await drawn('png', 80, 60));
    assert.equal((await upload(desk, author, `${path}replace/`, { file: other() })).status, 403);
    assert.equal((await upload(desk, editor, `${path}replace/`, {})).status, 422);
    const html = new File(['<!doctype html><script>alert(1)</script>'], 'x.jpg');
    const refused = await upload(desk, editor, `${path}replace/`, { file: html });
    assert.equal(refused.status, 415);
    assert.match(refused.text, /no picture that is taken here/);
    const replaced = await upload(desk, editor, `${path}replace/`, { file: other() });
    assert.equal(replaced.location, `${path}?done=replaced`);
    assert.match((await editor.get(path)).text, /80 × 60 pixels.*Version 2.*Version 1/s);
    assert.equal((await author.post(`${path}delete/`)).status, 403);
    const source = `![x](${path.replace('/desk', '').replace(/\/$/, '')})`;
    await setSetting(desk.site, 'contact', source);
    const used = await editor.get(path);
    assert.match(
      used.text,
      /<a href="\/desk\/settings\/publication\/">Contact<\/a>\s*<span class="quiet">Setting/,
    );
    assert.doesNotMatch(used.text, /Delete it/);
    assert.doesNotMatch((await author.get(path)).text, /<a href="\/desk\/settings\/publication/);
    await setSetting(desk.site, 'contact', 'Write to us.');
    assert.equal((await editor.post(`${path}delete/`)).location, '/desk/pictures/?done=removed');
    assert.equal((await editor.get(path)).status, 404);
  });

  test('its files are served to everybody for ever, and nothing else is', async () => {
    const desk = await openDesk(engine);
    addPictures(desk.web);
    const author = await signedIn(desk, 'author');
    const added = await upload(desk, author, '/desk/pictures/', { ...words, file: await file() });
    const [, id = ''] = /pictures\/([0-9a-f-]{36})/.exec(added.location ?? '') ?? [];
    author.cookies.clear();
    const { status, location } = await author.get(`/pictures/${id}`);
    assert.equal(status, 302);
    assert.match(location ?? '', /^\/pictures\/files\/[0-9a-f]{40}-960\.webp$/);
    const path = location ?? '';
    const got = await author.get(path);
    const header = (name: string) => got.headers.get(name);
    assert.equal(got.status, 200);
    assert.equal(header('content-type'), 'image/webp');
    assert.equal(header('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.match(header('content-security-policy') ?? '', /default-src 'none'; sandbox/);
    const head = await author.ask(path, { method: 'HEAD' });
    assert.deepEqual([head.status, head.text], [200, '']);
    assert.equal(head.headers.get('content-length'), header('content-length'));
    const known = await author.ask(path, { headers: { 'if-none-match': header('etag') ?? '' } });
    assert.deepEqual([known.status, known.text], [304, '']);
    const others = [
      path.replace('960', '961'),
      path.replace('webp', 'jpg').replace('960', '320'),
      '/pictures/files/../../secrets.json',
      '/pictures/files/%2e%2e%2fsecrets.json',
      `${path}/`,
      `${path}%00`,
      `/pictures/${id.replace(/.$/, id.endsWith('0') ? '1' : '0')}`,
    ];
    for (const other of others) assert.equal((await author.get(other)).status, 404, other);
  });
});
