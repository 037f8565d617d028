import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { verifyChain } from '../record/verify.ts';
import { parseComment } from './comment.ts';
import { countComments } from './count-comments.ts';
import { commentsBetween } from './thread-queries.ts';
import { withdrawComment } from './withdraw-comment.ts';

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-1', label: 'Rule 1: Argue with what was said.', sentence: null };

async function openSite(engine: 'sqlite' | 'postgres', policy = 'open'): Promise<TestSite> {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', policy);
  await setSetting(site, 'comments.pace', '0');
  return site;
}

async function numbersOf(site: TestSite, articleId: string): Promise<(number | null)[]> {
  const rows = await site.store.read
    .selectFrom('comments')
    .select('number')
    .where('article_id', '=', articleId)
    .where('number', 'is not', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.number);
}

onBothEngines('responding', (engine) => {
  test('fifty at once get the numbers 1 to 50, none twice, and each its entry in the record', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, n) => send(site, { articleId: id, text: `No. ${n}`, address: `a${n}` })),
    );
    const given = sent.map((each) => granted(each).number).sort((a, b) => Number(a) - Number(b));
    const all = Array.from({ length: 50 }, (_, n) => n + 1);
    assert.deepEqual(given, all);
    assert.deepEqual(await numbersOf(site, id), all);
    await sequenceEntries(site);
    assert.deepEqual((await verifyChain(site)).faults, []);
  });

  test('whatever is sent, released, removed, restored and withdrawn, numbers have no gap and never change', async () => {
    const site = await openSite(engine);
    const step = fc.record({
      act: fc.constantFrom('send', 'hold', 'release', 'remove', 'restore', 'withdraw'),
      pick: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const { id: articleId } = await publishSample(site);
        const ids: string[] = [];
        const known = new Map<string, number>();
        for (const [index, { act, pick }] of steps.entries()) {
          const id = ids[pick % Math.max(1, ids.length)] ?? 'none';
          if (act === 'send' || act === 'hold') {
            const posted = await send(site, {
              articleId,
              text: `Step ${index}`,
              honeypot: act === 'hold',
              address: `${articleId}${index}`,
            });
            ids.push(granted(posted).id);
          } else if (act === 'release') await releaseComment(site, { id, moderator });
          else if (act === 'remove') await removeComment(site, { id, moderator, reason });
          else if (act === 'restore') await restoreComment(site, { id, moderator });
          else await withdrawComment(site, id);
          const rows = await site.store.read
            .selectFrom('comments')
            .select(['id', 'number'])
            .where('article_id', '=', articleId)
            .where('number', 'is not', null)
            .execute();
          for (const row of rows) {
            assert.equal(known.get(row.id) ?? row.number, row.number, 'a number moved');
            known.set(row.id, Number(row.number));
          }
        }
        const numbers = await numbersOf(site, articleId);
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index + 1),
        );
        const counts = await countComments(site.store.read, articleId);
        assert.equal(counts.published + counts.removed + counts.withdrawn + counts.withheld, numbers.length);
      }),
      { numRuns: engine === 'sqlite' ? 40 : 12 },
    );
  });

  test('a double click makes one comment, and both clicks hear of it', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    const both = await Promise.all([send(site, { articleId: id }), send(site, { articleId: id })]);
    assert.deepEqual(
      both.map((each) => granted(each).number),
      [1, 1],
    );
    site.clock.pass(11 * 60_000);
    assert.equal(
      granted(await send(site, { articleId: id })).number,
      2,
      'the same words may be said again later',
    );
  });

  test('a request resent with its key is one comment; a key for other words is refused', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    const again = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        send(site, { articleId: id, key: 'k', text: n === 9 ? 'Other words' : 'Words' }),
      ),
    );
    const same = again.filter((each) => each.ok);
    assert.deepEqual(new Set(same.map((each) => granted(each).number)), new Set([1]));
    const refused = again.filter((each) => !each.ok);
    assert.equal(refused.length === 1 || refused.length === 9, true, 'either words may have been the first');
    assert.ok(refused.every((each) => !each.ok && each.code === 'key-reused'));
  });

  test('the first of a writer is held, and none after one was released', async () => {
    const site = await openSite(engine, 'first-held');
    const { id } = await publishSample(site);
    const first = granted(await send(site, { articleId: id, text: 'One' }));
    assert.deepEqual([first.number, first.heldFor], [null, ['first']]);
    assert.equal(granted(await send(site, { articleId: id, text: 'Two' })).number, null);
    granted(await releaseComment(site, { id: first.id, moderator }));
    assert.equal(granted(await send(site, { articleId: id, text: 'Three' })).number, 2);
    const stranger = await send(site, { articleId: id, name: 'Bollard', text: 'Four', secret: 'another' });
    assert.equal(granted(stranger).number, null, 'somebody else’s is a first comment');
  });

  test('a released comment gets the number of the moment, not that of its sending', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    const held = granted(await send(site, { articleId: id, text: 'Early', honeypot: true }));
    assert.deepEqual(held.heldFor, ['honeypot']);
    assert.equal(granted(await send(site, { articleId: id, text: 'Late' })).number, 1);
    assert.equal(granted(await releaseComment(site, { id: held.id, moderator })).number, 2);
  });

  test('a held comment that is refused gets no number and no tombstone', async () => {
    const site = await openSite(engine, 'all-held');
    const { id, path } = await publishSample(site);
    const held = granted(await send(site, { articleId: id }));
    assert.deepEqual(granted(await removeComment(site, { id: held.id, moderator, reason })), {
      number: null,
      state: 'refused',
    });
    assert.deepEqual(await commentsBetween(site.store.read, { id, path }, { from: 0, to: 99 }), []);
    assert.deepEqual(await countComments(site.store.read, id), {
      published: 0,
      removed: 0,
      withdrawn: 0,
      withheld: 0,
    });
  });

  test('a removed response leaves its number, and takes its words back when it is restored', async () => {
    const site = await openSite(engine);
    const { id, path } = await publishSample(site);
    for (const text of ['One', 'Two', 'Three']) granted(await send(site, { articleId: id, text }));
    const [first] = await site.store.read
      .selectFrom('comments')
      .select('id')
      .where('number', '=', 1)
      .execute();
    const target = { id: first?.id ?? '', moderator };
    await removeComment(site, { ...target, reason });
    const read = async () => commentsBetween(site.store.read, { id, path }, { from: 1, to: 100 });
    const [gone, , third] = await read();
    assert.deepEqual([gone?.state, gone?.number, third?.number], ['removed', 1, 3]);
    assert.ok(!JSON.stringify(gone).includes('One'), 'a tombstone has no words');
    assert.ok(!JSON.stringify(gone).includes('Half-Tide'), 'a tombstone has no name');
    await restoreComment(site, target);
    const [back] = await read();
    assert.equal(back?.state === 'published' && back.text, 'One');
  });

  test('two moderators decide one response once: the second is told', async () => {
    const site = await openSite(engine, 'all-held');
    const { id } = await publishSample(site);
    const held = granted(await send(site, { articleId: id }));
    const decided = await Promise.all([
      releaseComment(site, { id: held.id, moderator }),
      releaseComment(site, { id: held.id, moderator }),
      removeComment(site, { id: held.id, moderator, reason }),
    ]);
    assert.equal(decided.filter((each) => each.ok).length >= 1, true);
    assert.equal(await numbersOf(site, id).then((numbers) => numbers.length <= 1), true);
    const refused = decided.find((each) => !each.ok);
    assert.match(refused && !refused.ok ? refused.sentence : '', /decided already/);
  });

  test('more come from one address in ten minutes than the pace allows: refused, and taken later', async () => {
    const site = await openSite(engine);
    await setSetting(site, 'comments.pace', '3');
    const { id } = await publishSample(site);
    for (const text of ['1', '2', '3']) granted(await send(site, { articleId: id, text }));
    const fourth = await send(site, { articleId: id, text: '4' });
    assert.equal(fourth.ok || fourth.code, 'too-fast');
    assert.equal((await send(site, { articleId: id, text: '4', address: '192.0.2.9' })).ok, true);
    site.clock.pass(11 * 60_000);
    assert.equal((await send(site, { articleId: id, text: '4 again' })).ok, true);
  });

  test('withdrawing does not undo the pace', async () => {
    const site = await openSite(engine);
    await setSetting(site, 'comments.pace', '3');
    const { id } = await publishSample(site);
    for (const text of ['1', '2', '3']) {
      const sent = granted(await send(site, { articleId: id, text }));
      granted(await withdrawComment(site, sent.id));
      const kept = await site.store.read.selectFrom('comments').select('address_hash').execute();
      assert.ok(kept.every(({ address_hash }) => address_hash === null));
    }
    const fourth = await send(site, { articleId: id, text: '4' });
    assert.equal(fourth.ok || fourth.code, 'too-fast');
    site.clock.pass(10 * 60_000);
    granted(await send(site, { articleId: id, text: '4' }));
  });

  test('a closed article, one closed by its age and a reply to nothing are refused with a sentence', async () => {
    const site = await openSite(engine);
    const closed = await publishSample(site, { policy: 'closed' });
    const aged = await publishSample(site, { closeAfterDays: '7' });
    const open = await publishSample(site);
    const codeOf = async (sent: Parameters<typeof send>[1]) => {
      const posted = await send(site, sent);
      return posted.ok ? 'taken' : posted.code;
    };
    assert.equal(await codeOf({ articleId: closed.id }), 'closed');
    assert.equal(await codeOf({ articleId: aged.id }), 'taken');
    site.clock.pass(7 * 86_400_000);
    assert.equal(await codeOf({ articleId: aged.id, text: 'Late' }), 'closed');
    assert.equal(await codeOf({ articleId: open.id, inReplyTo: 1 }), 'bad-reply');
    assert.equal(await codeOf({ articleId: 'nothing' }), 'no-article');
  });

  test('more links than the setting allows hold a response', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    const links = (count: number) =>
      Array.from({ length: count }, (_, n) => `https://a${n}.example`).join(' and ');
    assert.deepEqual(granted(await send(site, { articleId: id, text: links(2) })).heldFor, []);
    assert.deepEqual(granted(await send(site, { articleId: id, text: links(3) })).heldFor, ['links']);
  });

  test('addresses are kept as a keyed hash and forgotten after thirty days', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    await send(site, { articleId: id, address: '198.51.100.77' });
    const rows = await site.store.read.selectFrom('comments').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes('198.51.100.77'));
    const { forgetAddresses } = await import('./forget-addresses.ts');
    assert.equal(await forgetAddresses(site), 0);
    site.clock.pass(31 * 86_400_000);
    assert.equal(await forgetAddresses(site), 1);
  });

  test('the record holds no words, names or sentences of reasons', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site, { title: 'Zebra crossing' });
    const posted = granted(await send(site, { articleId: id, name: 'Quagga', text: 'Okapi words' }));
    await removeComment(site, {
      id: posted.id,
      moderator,
      reason: { ...reason, sentence: 'Tapir sentence' },
    });
    const rows = JSON.stringify(await site.store.read.selectFrom('record_entries').selectAll().execute());
    assert.doesNotMatch(rows, /Zebra|Quagga|Okapi|Tapir/);
  });
});

test('a text of more than 500 paragraphs is refused with a sentence, however they are quoted', () => {
  const parsed = (text: string) =>
    parseComment({ name: 'Gav', text, email: '', url: '', in_reply_to: '' }, { maxLength: 10_000 });
  for (const text of [
    'a\n\n'.repeat(501),
    '> a\n>\n'.repeat(501),
    '> a\n\n'.repeat(501),
    'a\n \t\n'.repeat(501),
  ]) {
    const refused = parsed(text);
    assert.ok('faults' in refused);
    assert.deepEqual(
      refused.faults.map(({ field, sentence }) => [field, sentence]),
      [['text', 'The text has more than 500 paragraphs: put some of them together, or send it in parts.']],
    );
  }
  assert.ok('input' in parsed('a\n\n'.repeat(500)));
  assert.ok('input' in parsed('a\n'.repeat(4_000)));
});
