import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { setSetting } from '../../../test/support/publish.ts';
import { settingsIn } from '../../publication/queries.ts';
import { settings } from '../../publication/settings.ts';
import { articleIn, type Desk, openDesk, signedIn } from '../fixtures.ts';

/** The form as a browser would send it back, with some fields typed over. */
function filled(html: string, typed: Record<string, string> = {}): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const form = html.slice(html.indexOf('<form method="post" action="/desk/settings/'));
  const inputs = [...form.matchAll(/<input [^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g)];
  const areas = [...form.matchAll(/<textarea [^>]*?name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)];
  const selects = [...form.matchAll(/<select [^>]*?name="([^"]+)".*?<option value="([^"]*)" selected/gs)];
  const fields = [...inputs, ...areas, ...selects].map(([, name = '', value = '']) => [name, plain(value)]);
  return { ...Object.fromEntries(fields), ...typed };
}

const stored = ({ site }: Desk) => settingsIn(site.store.read);

async function changes({ site }: Desk): Promise<string[]> {
  const rows = await site.store.read
    .selectFrom('record_entries')
    .select(['leaf', 'private_body'])
    .where('action', '=', 'setting.change')
    .orderBy('id')
    .execute();
  return rows.map((row) => JSON.parse(row.private_body ?? row.leaf).subject.id).sort();
}

onBothEngines('the settings at the desk', (engine) => {
  test('are shown with their meaning, and changed with one entry of the record for each', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const page = await owner.get('/desk/settings/publication/');
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(settings['time-zone'].meaning));
    const typed = { title: ' The Wrenmouth Ledger ', place: 'Wrenmouth' };
    const sent = await owner.post('/desk/settings/publication/', filled(page.text, typed));
    assert.deepEqual([sent.status, sent.location], [303, '/desk/settings/publication/?done=saved']);
    assert.match((await owner.get(sent.location ?? '')).text, /Saved\./);
    const { title, place } = await stored(desk);
    assert.deepEqual([title, place], ['The Wrenmouth Ledger', 'Wrenmouth']);
    assert.deepEqual(await changes(desk), ['place', 'title']);
  });

  test('that are sent as they were change nothing and enter nothing', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    for (const group of ['publication', 'responses', 'texts']) {
      const { text } = await editor.get(`/desk/settings/${group}/`);
      const sent = await editor.post(`/desk/settings/${group}/`, filled(text));
      assert.equal(sent.location, `/desk/settings/${group}/?done=same`);
    }
    assert.deepEqual(await changes(desk), []);
  });

  test('are refused with every fault at once, every typed word kept and nothing saved', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const { text } = await owner.get('/desk/settings/publication/');
    const typed = { title: '', 'time-zone': 'Mars/Tharsis <b>', tagline: 'Kept & told', locale: 'not a tag' };
    const refused = await owner.post('/desk/settings/publication/', filled(text, typed));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<a href="#f-title">Title must not be empty\.<\/a>/);
    assert.match(refused.text, /Time zone must be a time zone such as Europe\/London\./);
    assert.match(refused.text, /Language must be a language tag such as en-GB\./);
    assert.deepEqual(filled(refused.text).tagline, 'Kept & told');
    assert.deepEqual(filled(refused.text)['time-zone'], 'Mars/Tharsis <b>');
    assert.equal((await stored(desk)).tagline, '');
    assert.deepEqual(await changes(desk), []);
  });

  test('keep what somebody else saved meanwhile, and tell of it where both changed the same', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const { text } = await owner.get('/desk/settings/publication/');
    await setSetting(desk.site, 'place', 'Saltings');
    const apart = await owner.post('/desk/settings/publication/', filled(text, { tagline: 'Kept.' }));
    assert.equal(apart.status, 303);
    const { place, tagline } = await stored(desk);
    assert.deepEqual([place, tagline], ['Saltings', 'Kept.'], 'each kept their own change');

    const clash = await owner.post('/desk/settings/publication/', filled(text, { place: 'Wrenmouth' }));
    assert.equal(clash.status, 409);
    assert.match(clash.text, /Place was changed by somebody else/);
    assert.match(clash.text, /It now is <q>Saltings<\/q>/);
    assert.equal((await stored(desk)).place, 'Saltings');
    const over = await owner.post('/desk/settings/publication/', filled(clash.text));
    assert.equal(over.status, 303);
    assert.equal((await stored(desk)).place, 'Wrenmouth');
  });

  test('on privacy and keeping are the owner’s alone', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    assert.equal((await editor.get('/desk/settings/privacy/')).status, 403);
    assert.doesNotMatch((await editor.get('/desk/settings/')).text, /settings\/privacy/);
    const owner = await signedIn(desk, 'owner');
    const { text } = await owner.get('/desk/settings/privacy/');
    const typed = filled(text, { 'retention.addresses': '60' });
    assert.equal((await owner.post('/desk/settings/privacy/', typed)).status, 303);
    const after = await owner.get('/desk/settings/privacy/');
    assert.match(after.text, /kept for 60 days, and Page Privacy does not say that number/);
  });

  test('say of a new time zone what becomes of scheduled articles', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    assert.doesNotMatch((await owner.get('/desk/settings/publication/')).text, /scheduled/);
    await articleIn(desk, 'scheduled');
    assert.match((await owner.get('/desk/settings/publication/')).text, /1 article is scheduled\./);
  });

  test('with an unknown choice, a number out of bounds or broken text are not taken', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const { text } = await owner.get('/desk/settings/responses/');
    const typed = { 'comments.policy': 'whoever', 'comments.length': '99', 'comments.pace': '１０' };
    const refused = await owner.post('/desk/settings/responses/', filled(text, typed));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /New responses must be one of open, first-held, all-held, closed\./);
    assert.match(refused.text, /Length must be a whole number from 100 to 20000\./);
    assert.match(refused.text, /Pace must be a whole number/);
    assert.equal(filled(refused.text)['comments.policy'], 'whoever');
    const broken = await owner.ask('/desk/settings/publication/', {
      method: 'POST',
      body: 'title=Ledger%ff',
      headers: { origin: desk.site.config.url, 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(broken.status, 422);
    assert.match(broken.text, /not valid UTF-8/);
  });
});
