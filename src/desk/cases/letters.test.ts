import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openCases } from './fixtures.ts';

/** What stands in the fields of a page, as a browser would send it back. */
function typed(page: string): Record<string, string> {
  const plain = (text: string) =>
    text
      .replace(/&#39;/g, '’')
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  const areas = [...page.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g)];
  const inputs = [...page.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
  return Object.fromEntries([...areas, ...inputs].map(([, name = '', value = '']) => [name, plain(value)]));
}

onBothEngines('the letters of a case', (engine) => {
  test('are read before they go, with nothing done, and say what of the complainant was taken out', async () => {
    const room = await openCases(engine);
    const { path, own } = await room.complain();
    const page = (await room.editor.post(`${path}letters/`, { do: 'notify' })).text;
    assert.match(
      page,
      /Taken out, because the complainant did not agree to it:.*their name\..*their e-mail address\./s,
    );
    assert.match(page, /That \[withheld\] is a thief/);
    assert.match(
      page,
      /Leave \[\[until when the writer may answer\]\]: it is filled in when the letter goes/,
    );
    assert.doesNotMatch(page, /Ottoline|Crake/);
    assert.match(await room.read(room.writer), /No complaint about this response was sent to you/);
    assert.doesNotMatch(await room.read(own), /The writer was notified/i);
    assert.match((await room.editor.get(path)).text, /None was written yet/);
  });

  test('go as they were changed, with their times, and are kept as they went', async () => {
    const room = await openCases(engine);
    const { path, own } = await room.complain();
    const fields = typed((await room.editor.post(`${path}letters/`, { do: 'notify' })).text);
    const mine = { 'poster-text': `Dear writer,\r\n\r\n${fields['poster-text']}` };
    const sent = await room.editor.post(`${path}send/`, { ...fields, ...mine });
    assert.equal(sent.status, 303, sent.text);
    const writers = await room.read(room.writer);
    assert.match(writers, /Dear writer,.*You may answer until 18 March 2026, 00:00 GMT/s);
    assert.match(await room.read(own), /On 12 March 2026, 07:01 GMT we sent it to the writer/);
    const desk = (await room.editor.get(path)).text;
    assert.match(desk, /Writer notified.*A letter was changed by hand\./s);
    assert.match(desk, /Dear writer,/);
    assert.doesNotMatch(desk, /\[\[/);
  });

  test('are refused that are empty, have lost their time, or tell the writer who complained', async () => {
    const room = await openCases(engine);
    const { path } = await room.complain();
    const fields = typed((await room.editor.post(`${path}letters/`, { do: 'notify' })).text);
    const whole = fields['poster-text'] ?? '';
    const refusals: [Record<string, string>, RegExp][] = [
      [{ 'poster-text': ' ' }, /There is nothing in it/],
      [
        { 'poster-text': whole.replace(/\[\[until.*?\]\]/g, 'Friday') },
        /Leave \[\[until when the writer may answer\]\] in the letter/,
      ],
      [{ 'poster-text': `${whole} Mrs Crake is upset.` }, /tells the writer the complainant’s name/],
      [{ 'poster-subject': 'From ottoline@post.example' }, /tells the writer the complainant’s name/],
    ];
    for (const [change, sentence] of refusals) {
      const refused = await room.editor.post(`${path}send/`, { ...fields, ...change });
      assert.equal(refused.status, 422);
      assert.match(refused.text, sentence);
      assert.ok(
        refused.text.includes(Object.values(change)[0]?.trim().slice(-12) ?? ''),
        'what was typed is kept',
      );
    }
    assert.match(await room.read(room.writer), /No complaint about this response was sent to you/);
  });

  test('of a removal are read while the response still stands, and of an end in one’s own words with these', async () => {
    const room = await openCases(engine);
    const { path, own } = await room.complain();
    await room.editor.post(`${path}check/`, { repeat: 'yes' });
    const page = (await room.editor.post(`${path}letters/`, { do: 'remove' })).text;
    assert.match(page, /removed twice before, after notices/);
    assert.match(await room.read(room.article.path), /2 Responses/);
    assert.equal((await room.editor.post(`${path}letters/`, { do: 'keep' })).status, 409);
    const empty = await room.editor.post(`${path}letters/`, { do: 'decide', decision: '', words: '' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Say what you decide/);
    const decided = { do: 'decide', decision: 'rejected', words: 'It is opinion.' };
    const fields = typed((await room.editor.post(`${path}letters/`, decided)).text);
    const text = `${fields['complainant-text']}\n\nWith kind regards`;
    assert.equal(
      (await room.editor.post(`${path}send/`, { ...fields, 'complainant-text': text })).status,
      303,
    );
    assert.match(await room.read(own), /It is opinion\..*With kind regards/s);
  });
});
