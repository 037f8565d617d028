import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { forgetTrials } from '../../comments/filters/trials/forget-trials.ts';
import { readTrial } from '../../comments/filters/trials/queries.ts';
import { runTrial } from '../../comments/filters/trials/run-trial.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { removeComment } from '../../moderation/decide.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-5', label: 'Rule 5: No advertisements.', sentence: null };
const day = 86_400_000;

onBothEngines('what a filter would have held', (engine) => {
  test('is counted by day, held against what staff decided, and shown with examples', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    await setSetting(site, 'comments.pace', '0');
    const say = async (text: string) => granted(await send(site, { articleId, text, name: 'Nan' })).id;
    await say('An old casino, of more than ninety days ago.');
    site.clock.pass(91 * day);
    const spam: string[] = [];
    for (let number = 0; number < 30; number += 1) {
      site.clock.pass(day / 2);
      const id = await say(number % 5 === 0 ? `Casino bonus ${number}` : `The bridge, ${number}`);
      if (number % 5 === 0) spam.push(id);
    }
    const kept = await say('My father ran the casino on the pier.');
    const erased = await say('A casino that is taken back.');
    granted(await withdrawComment(site, erased));
    for (const id of spam.slice(1)) granted(await removeComment(site, { id, moderator, reason }));
    const bridge = await say('A bridge removed for another reason');
    granted(await removeComment(site, { id: bridge, moderator, reason }));
    const canary = granted(await send(site, { articleId, text: 'casino <i>held</i>', honeypot: true })).id;

    const editor = await signedIn(desk, 'editor');
    const tried = await editor.post('/desk/filters/', { rule: 'words', value: 'Casino', do: 'try' });
    assert.equal(tried.status, 303);
    const path = tried.location ?? '';
    assert.match((await editor.get(path)).text, /0 of 33 looked at/);
    assert.equal(site.faults.length, 0);
    await runDueJobs(site, jobHandlers);
    const { text } = await editor.get(path);
    const plain = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.match(plain, /It would have held 8 of 33 responses in 90 days \(24.2 %\)\./);
    assert.match(
      plain,
      /Of these, 5 were removed or refused in the end, 2 stand published, 1 are not decided/,
    );
    assert.match(plain, /Of those that were decided, 71.4 % were removed/);
    assert.match(
      plain,
      /Of 6 responses that were removed or refused in that time, it would have held 83.3 %/,
    );
    assert.match(
      plain,
      /All that it would have held .*casino &lt;i&gt;held&lt;\/i&gt;.*My father ran the casino/,
    );
    assert.ok(text.includes(`/desk/queue/?article=${articleId}#response-${canary}`));
    assert.match(text, /<svg[^>]*role="img"/);
    assert.match(text, /<table class="fig">/);
    assert.doesNotMatch(text, /An old casino|taken back/);

    const saved = await editor.post('/desk/filters/', {
      ...{ rule: 'words', value: 'Casino', do: 'save' },
      seen: /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '',
    });
    assert.equal(saved.location, '/desk/filters/?done=saved+words');
    assert.match((await editor.get(saved.location ?? '')).text, /Words that hold: saved\./);
    assert.match((await editor.get(path)).text, /This is the rule that is in force/);

    // In turns as small as can be it counts the same, and a turn that comes twice counts nothing twice.
    const again = await editor.post('/desk/filters/', { rule: 'words', value: 'Casino', do: 'try' });
    const id = again.location?.split('/').at(-2) ?? '';
    for (let turn = 0; turn < 40; turn += 1) await runTrial(site, { trial: id }, { atOnce: 2, inOneTurn: 3 });
    const first = await readTrial(site.store.read, path.split('/').at(-2) ?? '');
    const second = await readTrial(site.store.read, id);
    assert.deepEqual({ ...second?.tally, cursor: '' }, { ...first?.tally, cursor: '' });
    assert.ok(second?.doneAt);
    assert.ok(Object.values(first?.tally.days ?? {}).length > 10);
    assert.ok(kept);

    const quiet = (await editor.get('/desk/filters/')).text;
    assert.match(quiet, /In the last 90 days at most 5 responses came within ten minutes/);
    assert.doesNotMatch(quiet, /There is no flood|A flood is on/);
    await setSetting(site, 'comments.flood', '3');
    site.clock.pass(600_000);
    assert.match((await editor.get('/desk/filters/')).text, /There is no flood: 0 responses in the last/);
    assert.doesNotMatch((await editor.get('/desk/queue/')).text, /A flood is on/);
    for (const number of [1, 2, 3, 4]) await say(`The flood, ${number}`);
    for (const page of ['/desk/filters/', '/desk/queue/', '/desk/queue/?because=flood'])
      assert.match(
        (await editor.get(page)).text.replace(/<[^>]*>/g, ''),
        /A flood is on: 4 responses in ten minutes, since \d+ \w+ 2026, \d\d:\d\d/,
      );
    const queue = (await editor.get('/desk/queue/?because=flood')).text;
    assert.match(queue, /The flood, 4/);
    assert.match(queue, /<h1>1 waiting<\/h1>/);
    assert.match(queue, /it came without a proof of work/);

    site.clock.pass(8 * day);
    await forgetTrials(site);
    assert.equal((await editor.get(path)).status, 404, 'a trial is kept for a week');
  });

  test('says plainly that it would have held everything, or that nothing came', async () => {
    const desk = await openDesk(engine);
    const { id: articleId } = await publishSample(desk.site, { policy: 'open' });
    const editor = await signedIn(desk, 'editor');
    const result = async (fields: Record<string, string>) => {
      const { location, text } = await editor.post('/desk/filters/', fields);
      if (location === null) return text;
      await runDueJobs(desk.site, jobHandlers);
      return (await editor.get(location)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    };
    assert.match(await result({ rule: 'words', value: 'the' }), /held 0 of 0 responses in 90 days\. /);
    for (const text of ['The bridge', 'the toll', 'and the board'])
      granted(await send(desk.site, { articleId, text, name: 'Nan' }));
    assert.match(
      await result({ rule: 'words', value: 'the' }),
      /every single one: whoever writes would wait/,
    );
    assert.match(await result({ rule: 'words', value: 'bridge\ntoll' }), /more than half/);
    assert.match(await result({ rule: 'name', value: 'NÀN' }), /every single one/);
    assert.match(await result({ rule: 'links', value: '0' }), /held 0 of 3/);
    assert.match(await result({ rule: 'words', value: '' }), /The list that was tried is empty/);

    const refused = await editor.post('/desk/filters/', { rule: 'words', value: 'fine\n(.*)+', do: 'try' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Words that hold has in line 2 an entry that has neither letter nor digit/);
    assert.match(refused.text, /\nfine\n\(\.\*\)\+<\/textarea>/);
    const stale = await editor.post('/desk/filters/', {
      rule: 'words',
      value: 'toll',
      do: 'save',
      seen: 'x',
    });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /\ntoll<\/textarea>/);
    assert.equal((await editor.post('/desk/filters/', { rule: 'all', value: '', do: 'try' })).status, 404);
  });
});
