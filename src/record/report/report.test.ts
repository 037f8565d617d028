import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import { releaseComment, removeComment, restoreComment } from '../../moderation/decide.ts';
import { readReason } from '../../moderation/reason.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { takeAct } from '../../notices/take-act.ts';
import { readSettings } from '../../publication/queries.ts';
import { createSiteWeb } from '../../web-app.ts';
import { appendEntry } from '../append.ts';
import type { EntryBody } from '../entry.ts';
import { sequenceEntries } from '../sequence.ts';
import { inPassing } from './history.ts';
import type { Report } from './report.ts';

const hour = 3_600_000;
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const editor = { actor: { role: 'editor' as const }, staffId: null };

onBothEngines('the transparency report', (engine) => {
  const open = async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.pace', '0');
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    const settings = await readSettings(site);
    const reason = (code: string) => granted(readReason(settings, { code, sentence: 'It names a juror.' }));
    const post = async (text: string, secret = text) =>
      granted(await send(site, { articleId, text, secret, name: `Writer ${secret}` })).id;
    const { app } = createSiteWeb(site);
    const get = async (path: string) => {
      await sequenceEntries(site);
      const answer = await app.request(`https://ledger.example${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    const report = async (query = '') =>
      JSON.parse((await get(`/record/report/report.json${query}`)).text) as Report;
    return { site, articleId, reason, post, get, report };
  };

  /** Removed by the staff, twice for a legal reason, and after a report; held, released and refused; restored; withdrawn. */
  const eventful = async () => {
    const all = await open();
    const { site, articleId, reason, post } = all;
    const own = await post('own');
    granted(await removeComment(site, { id: own, moderator, reason: reason('rule-1') }));
    granted(await restoreComment(site, { id: own, moderator }));
    const reported = await post('reported');
    const told = { commentId: reported, reason: 'rule-2', text: '', email: '', from: '192.0.2.1' };
    granted(await reportComment(site, told));
    site.clock.pass(3 * hour);
    granted(await reportComment(site, { ...told, from: '192.0.2.2' }));
    granted(await removeComment(site, { id: reported, moderator, reason: reason('rule-2') }));
    const legal = await post('legal');
    const because = { source: 'notice', caseId: 'of a complaint' } as const;
    granted(await removeComment(site, { id: legal, moderator: editor, reason: reason('legal'), because }));
    const seen = await post('seen');
    granted(await removeComment(site, { id: seen, moderator: editor, reason: reason('legal') }));
    granted(await withdrawComment(site, await post('mine')));
    await setSetting(site, 'comments.policy', 'all-held');
    const { id: heldArticle } = await publishSample(site, { policy: 'all-held' });
    const held = async (text: string) => granted(await send(site, { articleId: heldArticle, text })).id;
    const [released, refused] = [await held('One'), await held('Two')];
    site.clock.pass(2 * hour);
    granted(await releaseComment(site, { id: released, moderator }));
    site.clock.pass(2 * hour);
    granted(await removeComment(site, { id: refused, moderator, reason: reason('rule-1') }));
    const values = { description: 'Wrong', email: 'ada@post.example' };
    const notice = { kind: 'accuracy', values, place: null, from: '192.0.2.7' } as const;
    const { id: caseId } = granted(await receiveNotice(site, notice));
    site.clock.pass(30 * hour);
    granted(
      await takeAct(site, { id: caseId, by: editor, act: 'decide', decision: 'upheld', words: 'It was.' }),
    );
    await site.store.write(async (tx) => {
      const entry = async (action: string, by: string, rest: object) =>
        appendEntry(site, tx, {
          ...{ action, by: { role: by }, visibility: 'public' },
          subject: { type: 'comment', id: own, article: articleId, number: 1 },
          ...rest,
        } as unknown as Parameters<typeof appendEntry>[2]);
      await entry('review.ask', 'writer', {});
      await entry('review.decide', 'owner', { reason: 'reversed-by-same' });
      await entry('writer.suspend', 'moderator', {
        subject: { type: 'address', id: 'x' },
        visibility: 'private',
      });
    });
    return all;
  };

  test('counts decisions by rule, kind, detection and time, and notices, reviews and suspensions', async () => {
    const { report } = await eventful();
    const made = await report();
    assert.deepEqual(made.responses, { publishedAtOnce: 5, byStaff: 0, held: 2, withdrawnByWriter: 1 });
    assert.deepEqual(made.heldFor, [{ code: 'all', count: 2 }]);
    assert.deepEqual(made.decisions, {
      ...{ released: 1, refused: 1, removed: 4, withheld: 0, restored: 1, erased: 0, unnamed: 0 },
    });
    assert.deepEqual(made.rules, [
      { code: 'legal', refused: 0, removed: 2 },
      { code: 'rule-1', refused: 1, removed: 1 },
      { code: 'rule-2', refused: 0, removed: 1 },
    ]);
    // What is removed for a legal reason without a complaint was found by the staff.
    assert.deepEqual(made.detection, { own: 2, report: 1, notice: 1, policy: 1, filter: 0 });
    assert.deepEqual(made.times.held, { count: 2, medianSeconds: 7_200 });
    assert.deepEqual(made.times.reported, { count: 1, medianSeconds: 10_800 });
    assert.deepEqual(made.reports, { received: 2, kept: 0, removed: 1 });
    assert.deepEqual(made.notices, [
      {
        ...{ regime: 'accuracy', received: 1, closed: { count: 1, medianSeconds: 108_000 } },
        outcomes: [{ code: 'upheld', count: 1 }],
      },
    ]);
    assert.deepEqual(made.reviews, { asked: 1, upheld: 0, reversed: 1, bySamePerson: 1 });
    assert.deepEqual(made.suspensions, { pseudonyms: 0, addresses: 1, ended: 0 });
    assert.equal(made.decidedByProgram, 0);
    assert.deepEqual(made.months.at(-1), { month: '2026-03', removed: 5, restored: 1 });
  });

  test('is made of the record alone: no other table has a say in it', async () => {
    const { site, report } = await eventful();
    const before = await report();
    await site.store.write(async (tx) => {
      for (const table of [
        'comment_decisions',
        'reports',
        'report_items',
        'case_letters',
        'case_steps',
      ] as const)
        await tx.deleteFrom(table).execute();
      await tx.deleteFrom('cases').execute();
      await tx.updateTable('comments').set({ state: 'withdrawn', held_for: null }).execute();
    });
    assert.deepEqual(await report(), before);
  });

  test('is of the days that were asked for, in the publication’s zone, as a page, as JSON and as CSV', async () => {
    const { site, post, reason, get, report } = await open();
    await setSetting(site, 'time-zone', 'Asia/Kathmandu');
    const [first, second] = [await post('a'), await post('b')];
    site.clock.set('2026-03-31T18:14:59.000Z');
    granted(await removeComment(site, { id: first, moderator, reason: reason('rule-1') }));
    site.clock.set('2026-03-31T18:15:00.000Z');
    granted(await removeComment(site, { id: second, moderator, reason: reason('rule-1') }));
    assert.equal((await report('?from=2026-03-01&to=2026-03-31')).decisions.removed, 1);
    assert.equal((await report('?from=2026-04-01&to=2026-04-01')).decisions.removed, 1);
    assert.equal((await report('?from=2026-03-31&to=2026-04-01')).decisions.removed, 2);
    const csv = await get('/record/report/report.csv?from=2026-03-31&to=2026-04-01');
    assert.match(csv.text, /^from,to,section,key,count,median_seconds\r\n/);
    assert.match(csv.text, /\r\n2026-03-31,2026-04-01,removed-by-rule,rule-1,2,\r\n/);
    const page = await get('/record/report/?from=2026-03-31&to=2026-04-01');
    assert.equal(page.status, 200);
    assert.match(page.text, /From 31 March 2026 to 1 April 2026/);
    assert.match(page.text, /<svg/);
    assert.match(page.text, /Rule 1/);
    const empty = await get('/record/report/?from=2019-01-01&to=2019-12-31');
    assert.match(empty.text, /Nothing was decided in this period/);
    const wrongs = ['?from=2026-02-30', '?from=2026-05-01&to=2026-04-01', '?to=yesterday'];
    const endless = ['?from=0001-01-01&to=9999-12-31', '?from=9999-01-01&to=9999-12-31'];
    for (const wrong of [...wrongs, ...endless]) {
      const refused = await get(`/record/report/${wrong}`);
      assert.equal(refused.status, 422, wrong);
      assert.match(refused.text, /Give both days as 2026-03-12/);
      assert.equal((await get(`/record/report/report.json${wrong}`)).status, 422);
    }
  });
});

test('what was done to a response before each of its entries is told by passing each entry once', () => {
  const body = (id: string, seq: number) =>
    ({ id: String(seq), subject: { type: 'comment', id } }) as EntryBody;
  const subjects = fc.array(fc.constantFrom('one', 'two'), { maxLength: 40 });
  fc.assert(
    fc.property(subjects, (ids) => {
      const placed = ids.map((id, seq) => ({ seq, body: body(id, seq) }));
      let looks = 0;
      const of = (subject: string) =>
        new Proxy(
          placed.filter((_, seq) => ids[seq] === subject),
          {
            get(target, key, self) {
              if (/^\d+$/.test(String(key))) looks += 1;
              return Reflect.get(target, key, self);
            },
          },
        );
      const before = inPassing(new Map(['one', 'two'].map((id) => [id, of(id)])));
      for (const [seq, id] of ids.entries())
        assert.deepEqual(
          before(id, seq).map((entry) => entry.id),
          placed.filter((each) => each.seq < seq && each.body.subject.id === id).map(({ body }) => body.id),
        );
      assert.ok(looks <= 2 * ids.length, `${looks} looks at ${ids.length} entries`);
    }),
  );
});
