import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import { deletePicture } from '../../pictures/delete-picture.ts';
import { samplePicture } from '../../pictures/fixtures.ts';
import { settingsIn } from '../../publication/queries.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Desk, openDesk, publish, signedIn } from '../fixtures.ts';
import { storedForm, writeSeen } from './settings-form.ts';

const look = '/desk/settings/look/';

/** The form of a group as a browser would send it, with some fields typed over. */
async function filled(desk: Desk, group: 'look' | 'css', typed: Record<string, string>) {
  const { values, seen } = storedForm(await settingsIn(desk.site.store.read), group);
  return { ...Object.fromEntries(values), seen: writeSeen(seen), ...typed };
}

onBothEngines('the look', (engine) => {
  test('CSS is previewed before it is saved, on a page that can do nothing; what is not taken is not shown', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const css = 'main > h1 { letter-spacing: "a & b" }';
    assert.match((await owner.get('/desk/settings/css/')).text, /value="preview" formtarget="_blank"/);
    const typed = await filled(desk, 'css', { 'look.css': css, do: 'preview' });
    const shown = await owner.post('/desk/settings/css/', typed);
    assert.equal(shown.status, 200);
    assert.match(shown.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox$/);
    assert.doesNotMatch(shown.headers.get('content-security-policy') ?? '', /script|allow|unsafe/);
    const [, sheet = ''] = /href="data:text\/css;charset=utf-8,([^"]*)"/.exec(shown.text) ?? [];
    assert.equal(decodeURIComponent(sheet), css);
    assert.doesNotMatch(shown.text, /<script|<form|letter-spacing: /);
    assert.equal((await settingsIn(desk.site.store.read))['look.css'], '', 'nothing is saved');
    const wrong = { ...typed, 'look.css': '@import url(https://evil.example/x.css);' };
    const refused = await owner.post('/desk/settings/css/', wrong);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /@import url\(https:\/\/evil\.example\/x\.css\);<\/textarea>/);
    assert.equal((await (await signedIn(desk, 'editor')).post('/desk/settings/css/', typed)).status, 403);
  });

  test('settings lead to tags, pages and the menu', async () => {
    const desk = await openDesk(engine);
    assert.match(
      (await (await signedIn(desk, 'editor')).get('/desk/settings/')).text,
      /href="\/desk\/menu\/"/,
    );
  });

  test('that cannot be read is refused with its contrast and the nearest colour that can', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const typed = await filled(desk, 'look', { 'look.link': '#7aa7d9', 'look.dark.ink': '#445566' });
    const refused = await editor.post(look, typed);
    assert.equal(refused.status, 422);
    assert.match(
      refused.text,
      /Links has a contrast of 2\.\d\d to 1 with the [a-z ]+ and needs 4\.5 to 1: the nearest/,
    );
    assert.match(refused.text, /Ink, dark has a contrast of \d\.\d\d to 1/);
    assert.match(refused.text, /value="#7aa7d9"/);
    const [, nearest = ''] =
      /Links has a contrast [^<]*?nearest that has it is (#[0-9a-f]{6})/.exec(refused.text) ?? [];
    const taken = await editor.post(look, await filled(desk, 'look', { 'look.link': nearest }));
    assert.equal(taken.status, 303);
    assert.equal((await settingsIn(desk.site.store.read))['look.link'], nearest);
    const wrong = await editor.post(look, await filled(desk, 'look', { 'look.link': 'blue' }));
    assert.match(wrong.text, /Links must be a colour such as #14437a\./);
  });

  test('reaches readers as a style sheet at an address of its own, at once and on every page', async () => {
    const desk = await openDesk(engine);
    const { path } = await publish(desk, 'Bridge toll');
    const { app } = createSiteWeb(desk.site);
    const page = async (at: string) => (await app.request(at)).text();
    assert.doesNotMatch(await page(path), /look-/);
    await setSetting(desk.site, 'look.paper', '#fff8f0');
    await setSetting(desk.site, 'look.css', 'h1 { font-style: italic }');
    const [, href = ''] =
      /<link rel="stylesheet" href="(\/assets\/look-[0-9a-f]{12}\.css)">/.exec(await page(path)) ?? [];
    assert.ok((await page('/')).includes(href));
    const sheet = await app.request(href);
    assert.equal(sheet.status, 200);
    assert.match(sheet.headers.get('content-type') ?? '', /^text\/css/);
    assert.match(sheet.headers.get('cache-control') ?? '', /immutable/);
    const text = await sheet.text();
    assert.match(text, /@media screen\{:root\{[^}]*--paper:#fff8f0/);
    assert.match(text, /h1 \{ font-style: italic \}$/);
    await setSetting(desk.site, 'look.css-on', 'no');
    const moved = await app.request(href);
    assert.equal(moved.status, 302, 'a page that was kept elsewhere finds the newer sheet');
    assert.doesNotMatch(await (await app.request(moved.headers.get('location') ?? '')).text(), /italic/);
    await setSetting(desk.site, 'look.paper', '#f5f8f1');
    assert.doesNotMatch(await page(path), /look-/);
    assert.equal((await app.request(href)).status, 404);
  });

  test('is previewed without being saved', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const typed = await filled(desk, 'look', {
      'look.paper': '#fff8f0',
      'look.reading-face': 'georgia',
      do: 'preview',
    });
    const shown = await editor.post(look, typed);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /value="#fff8f0"/);
    const [, href = ''] = /href="(\/desk\/settings\/look\/preview\.css\?[^"]+)"/.exec(shown.text) ?? [];
    const sheet = await editor.get(href.replaceAll('&amp;', '&'));
    assert.match(sheet.text, /\.specimen\.light\{[^}]*--paper:#fff8f0/);
    assert.match(sheet.text, /--serif:Georgia/);
    assert.equal((await settingsIn(desk.site.store.read))['look.paper'], '#f5f8f1');
    const odd = await editor.get('/desk/settings/look/preview.css?look.paper=%7D*%7Bcolor:red');
    assert.doesNotMatch(odd.text, /color:red|\*\{/);
  });

  test('by CSS of one’s own is the owner’s alone, and never loaded at the desk', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    assert.equal((await editor.get('/desk/settings/css/')).status, 403);
    const owner = await signedIn(desk, 'owner');
    const css = { 'look.css': '@import "//evil.example/a.css"; a {', 'look.css-on': 'yes' };
    const refused = await owner.post('/desk/settings/css/', await filled(desk, 'css', css));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /CSS must not use @import/);
    assert.match(refused.text, /@import &quot;\/\/evil/);
    const whole = { ...css, 'look.css': 'body { display: none }' };
    const taken = await owner.post('/desk/settings/css/', await filled(desk, 'css', whole));
    assert.equal(taken.status, 303);
    assert.doesNotMatch((await owner.get('/desk/settings/css/')).text, /assets\/look-[0-9a-f]{12}\.css/);
  });

  test('has a logo of the library whose text is the title; it cannot be deleted', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const { id } = await samplePicture(desk.site);
    const typed = { 'look.logo': `https://ledger.example/desk/pictures/${id}/` };
    assert.equal((await editor.post(look, await filled(desk, 'look', typed))).status, 303);
    const { app } = createSiteWeb(desk.site);
    const front = await (await app.request('/')).text();
    assert.ok(front.includes(`<img class="logo" src="/pictures/${id}" alt="A new publication"`));
    assert.equal((await app.request(`/pictures/${id}`)).status, 302);
    const deleted = await deletePicture(desk.site, { actor: { role: 'owner' }, staffId: null }, id);
    assert.equal(deleted.ok, false);
    const nobodys = { 'look.logo': '01957f00-0000-7000-8000-000000000000' };
    const refused = await editor.post(look, await filled(desk, 'look', nobodys));
    assert.equal(refused.status, 422);
    assert.match(
      refused.text,
      /Logo is not a picture of the library: open the picture there and copy its address/,
    );
    await assert.rejects(
      setSetting(desk.site, 'look.logo', nobodys['look.logo']),
      /^Error: The setting look\.logo is not a picture of the library/,
    );
    const odd = await editor.post(look, await filled(desk, 'look', { 'look.logo': 'javascript:alert(1)' }));
    assert.match(odd.text, /Logo must be the address of a picture/);
  });
});
