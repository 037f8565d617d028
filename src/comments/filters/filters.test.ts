import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { openDesk, pass, signedIn } from '../../desk/fixtures.ts';
import { changeSetting } from '../../publication/change-setting.ts';
import { editComment } from '../edits/edit-comment.ts';
import { readReceipt, receiptPath } from '../receipt.ts';
import { withdrawComment } from '../withdraw-comment.ts';
import { findingsOn } from './queries.ts';

onBothEngines('a list of words and a list of names', (engine) => {
  test('hold a response, tell the moderator what was found, and nobody else', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    await setSetting(site, 'comments.hold-words', 'casino\nבלגן גדול\nwin big\n<b>bold</b>');
    await setSetting(site, 'comments.hold-names', 'Cheap Anchors');
    await setSetting(site, 'comments.edit-minutes', '10');
    const say = (text: string, name = 'Half-Tide') =>
      send(site, { articleId, text, name, secret: name }).then(granted);
    const fine = await say('A bridge is no chance.');
    assert.deepEqual(fine.heldFor, []);
    const held = await say('The CAS\u200bÍNO of **w**in *big*, a <b>bold</b> בלגן גדול');
    assert.deepEqual([held.number, held.heldFor], [null, ['words']]);
    const hidden = await say('See [here](https://casino.example/)');
    assert.deepEqual(hidden.heldFor, ['words'], 'where a link leads counts');
    const coded = await say('See [here](https://harbour.example/%63asino)');
    assert.deepEqual(coded.heldFor, ['words'], 'however the address is encoded');
    assert.deepEqual((await say('Anchors!', 'Cheap 4nchors')).heldFor, []);
    const named = await say('Anchors!', 'cheap-\u0391nchors');
    assert.deepEqual(named.heldFor, ['name']);

    const moderator = await signedIn(desk, 'moderator');
    const queue = (await moderator.get('/desk/queue/')).text.replace(/[\u2068\u2069]/g, '');
    assert.match(
      queue,
      /it has “casino”, “win big”, “&lt;b&gt;bold&lt;\/b&gt;”, “בלגן גדול”, all of the list/,
    );
    assert.match(queue, /its name looks like “Cheap Anchors” of the list of names/);
    const token = receiptPath(site, held.id).split('/')[3] ?? '';
    const receipt = JSON.stringify(await readReceipt(site, held.id, token));
    assert.doesNotMatch(receipt, /"words"|list/);

    assert.ok(!(await editComment(site, { id: fine.id, text: 'A casino is no chance.' })).ok);
    assert.ok((await editComment(site, { id: fine.id, text: 'A bridge is still no chance.' })).ok);
    granted(await editComment(site, { id: named.id, text: 'Anchors! And a casino.' }));
    const found = await findingsOn(site.store.read, [held.id, named.id]);
    assert.deepEqual(found.get(named.id), { words: ['casino'], name: ['Cheap Anchors'] });
    assert.deepEqual(found.get(held.id)?.words?.[0], 'casino');

    await moderator.post(`/desk/queue/${hidden.id}/release/`);
    await pass(desk, 10_000);
    const kept = 'See [here](https://casino.example/), and mind the step.';
    assert.ok((await editComment(site, { id: hidden.id, text: kept })).ok, 'a moderator let that word in');
    const other = `${kept} Win big!`;
    const refused = await editComment(site, { id: hidden.id, text: other });
    assert.ok(!refused.ok && refused.code === 'would-be-held');
    assert.doesNotMatch(refused.sentence, /win big/i);

    granted(await withdrawComment(site, held.id));
    assert.equal((await findingsOn(site.store.read, [held.id])).size, 0, 'it goes with the words');
  });
});

test('a list that cannot be is refused with its line: too long an entry, no letter, too many', async () => {
  const site = await openTestSite('sqlite');
  const problem = async (value: string) => {
    const changed = await changeSetting(site, { role: 'owner' }, { key: 'comments.hold-words', value });
    return changed.ok ? null : changed.sentence;
  };
  assert.match(
    (await problem(`fine\n${'x'.repeat(10_000)}`)) ?? '',
    /in line 2 an entry that is longer than 100/,
  );
  assert.match((await problem('fine\n\n.*')) ?? '', /in line 3 an entry that has neither letter nor digit/);
  assert.match((await problem('a\u0007b')) ?? '', /control character/);
  const many = Array.from({ length: 5_001 }, (_, index) => `w${index}`).join('\n');
  assert.match((await problem(many)) ?? '', /5,001 entries, and at most 5,000/);
  assert.equal(await problem(many.replace(/\n\w+$/, '')), null);
  assert.equal(await problem(''), null);
});
