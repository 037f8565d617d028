import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../../test/support/publish.ts';
import type { TestSite } from '../../../../test/support/site.ts';
import { jobHandlers } from '../../../cli/job-handlers.ts';
import { openDesk, signedIn } from '../../../desk/fixtures.ts';
import { runDueJobs } from '../../../jobs/run-jobs.ts';
import { removeComment } from '../../../moderation/decide.ts';
import { eraseWords } from '../../erasure/erase-comment.ts';
import { withdrawComment } from '../../withdraw-comment.ts';
import { findingsOn } from '../queries.ts';
import { learnedFrom, learner } from './bayes.ts';
import { keepLearning } from './learn.ts';

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-5', label: 'Rule 5: No advertisements.', sentence: null };
const harbour = ['bridge', 'toll', 'board', 'ferry', 'quay', 'tide', 'ticket', 'council', 'vote', 'lamp'];
const spam = ['casino', 'bonus', 'click', 'jackpot', 'free', 'win'];

/** Invented, and the same each time: a few words of a kind, and some that both kinds have. */
function sentence(words: readonly string[], number: number): string {
  const pick = (step: number) => words[(number * step + step) % words.length];
  return `The ${pick(1)} and the ${pick(3)} of the ${pick(7)}, number ${number}`;
}

test('the same decisions teach the same, and the strongest words are those that only removed ones have', () => {
  const taught = () => {
    const { learn, json } = learner();
    for (let number = 0; number < 80; number += 1) {
      learn({ text: sentence(harbour, number), label: 'kept' });
      learn({ text: sentence([...spam, 'bridge'], number), label: 'removed' });
    }
    return json();
  };
  assert.equal(taught(), taught());
  const { leaning, strongest } = learnedFrom(taught());
  assert.ok(leaning('A casino bonus for your click') > 2);
  assert.ok(leaning('The council’s vote on the toll') < -2);
  assert.equal(leaning('Xylophone zeugma'), 0, 'unknown words say nothing');
  assert.equal(leaning('__proto__ constructor'), 0);
  const words = strongest('Click the bridge: casino, ferry, bonus and jackpot');
  assert.equal(words.length, 3);
  assert.ok(
    words.every((word) => spam.includes(word)),
    words.join(),
  );
  assert.deepEqual(strongest('CÁSINO'), ['casino']);
});

onBothEngines('what is learned from decisions', (engine) => {
  test('holds what reads like what was removed, tells three words, and forgets what was erased', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    await setSetting(site, 'comments.pace', '0');
    const say = async (text: string) => granted(await send(site, { articleId, text, name: 'Nan' }));
    const hour = async () => {
      site.clock.pass(3_600_000);
      await keepLearning(site);
      await runDueJobs(site, jobHandlers);
    };
    const owner = await signedIn(desk, 'owner');
    const page = async () => (await owner.get('/desk/filters/')).text.replace(/<[^>]*>/g, ' ');
    const removed: string[] = [];
    for (let number = 0; number < 60; number += 1) {
      await say(sentence(harbour, number));
      const { id } = await say(`${sentence(spam, number)} ${number === 0 ? 'Zanzibarquux' : ''}`);
      if (number < 49) granted(await removeComment(site, { id, moderator, reason }));
      removed.push(id);
    }
    await hour();
    assert.equal(await models(site), 0, 'nothing is learned until somebody wants it');
    assert.match(await page(), /Nothing was learned yet/);
    await owner.post('/desk/filters/', {
      rule: 'learned',
      value: 'yes',
      do: 'save',
      seen: digest(await owner.get('/desk/filters/')),
    });
    await runDueJobs(site, jobHandlers);
    assert.match(await page(), /Too few to learn from: 71 kept and 49 removed for a rule, .* 50 of each/);
    assert.deepEqual((await say('Click for the casino bonus')).heldFor, [], 'and nothing is held before');
    const early = await owner.post('/desk/filters/', { rule: 'learned', value: 'yes', do: 'try' });
    assert.equal(early.status, 422);
    assert.match(early.text, /nothing is learned while fewer than 50/);

    site.clock.pass(60_000);
    for (const id of removed.slice(49)) granted(await removeComment(site, { id, moderator, reason }));
    await hour();
    assert.match(
      await page(),
      /Learned from the last 61 that were kept and 60 that were removed for a rule\./,
    );
    assert.match(await page(), /Of \d+ that were held out it was right on (?:9\d(?:\.\d)?|100) %/);
    const held = await say('Click here: a jackpot bonus at the casino of the bridge');
    assert.deepEqual([held.number, held.heldFor], [null, ['learned']]);
    const told = (await findingsOn(site.store.read, [held.id])).get(held.id)?.learned ?? [];
    assert.equal(told.length, 3);
    assert.ok(
      told.every((word) => spam.includes(word)),
      told.join(),
    );
    const queue = (await owner.get('/desk/queue/')).text.replace(/[\u2068\u2069]/g, '');
    assert.match(queue, /it reads like what was removed here before, by “\w+”, “\w+”, “\w+” most/);
    assert.deepEqual((await say('The board votes on the toll and the ferry')).heldFor, []);

    const tried = await owner.post('/desk/filters/', { rule: 'learned', value: 'yes', do: 'try' });
    await runDueJobs(site, jobHandlers);
    assert.match((await owner.get(tried.location ?? '')).text, /It would have held 6\d of 12\d responses/);

    assert.match(await model(site), /zanzibarquux/);
    granted(await withdrawComment(site, held.id));
    const erasing = { by: moderator, reason: null };
    const [first = ''] = removed;
    await site.store.write((tx) => eraseWords(site, tx, { id: first, state: 'erased', erasing }));
    await hour();
    assert.doesNotMatch(await model(site), /zanzibarquux/, 'within an hour its words are in it no more');
    const before = await model(site);
    await hour();
    assert.equal(await model(site), before, 'nothing new, nothing learned');
    await setSetting(site, 'comments.learn', 'no');
    assert.deepEqual((await say('Click here: a jackpot bonus at the casino, again')).heldFor, []);
    await hour();
    assert.equal(await models(site), 0, 'switched off, it is forgotten');
  });
});

function digest({ text }: { text: string }): string {
  return /value="learned"\/?>\s*<input type="hidden" name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
}

async function models(site: TestSite): Promise<number> {
  return (await site.store.read.selectFrom('learned_models').select('name').execute()).length;
}

async function model(site: TestSite): Promise<string> {
  return (await site.store.read.selectFrom('learned_models').select('model').executeTakeFirstOrThrow()).model;
}
