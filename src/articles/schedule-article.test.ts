import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { articleInput } from './article.ts';
import { publishDue, publishOverdue } from './publish-due.ts';
import { readArticle, stageOf } from './queries.ts';
import { editArticle, publishArticle, writeArticle } from './save-article.ts';
import { keepMoment, scheduleArticle, unscheduleArticle } from './schedule-article.ts';

const editor = { actor: { role: 'editor' }, staffId: null } as const;
const handlers = { 'article.publish-due': publishDue };
const sample = (title = 'Bridge toll') => articleInput.parse({ title, body: 'The board met at six.' });

const published = (site: TestSite, id: string) => readArticle(site.store.read, { id });
const code = (outcome: { ok: boolean }) => ('code' in outcome ? outcome.code : 'ok');

async function entries(site: TestSite, action: string) {
  const query = site.store.read.selectFrom('record_entries').select(['visibility', 'leaf']);
  return query.where('action', '=', action).execute();
}

onBothEngines('a time set for an article', (engine) => {
  test('is kept as it was typed, and publishes it then, once, dated with that very time', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    granted(await scheduleArticle(site, editor, { id, local: '2026-04-01T06:30' }));
    assert.equal(await stageOf(site.store.read, id), 'scheduled');
    site.clock.set('2026-04-01T05:29:59.999Z');
    assert.equal(await runDueJobs(site, handlers), 0);
    assert.equal(await published(site, id), null);
    site.clock.set('2026-04-01T05:30:00.420Z');
    await Promise.all([runDueJobs(site, handlers), runDueJobs(site, handlers)]);
    const article = await published(site, id);
    assert.equal(article?.publishedAt, '2026-04-01T05:30:00.000Z');
    assert.equal(article?.dated, '2026-04-01T05:30:00.000Z');
    assert.equal(article?.path, '/2026/04/01/bridge-toll/');
    assert.equal((await entries(site, 'article.publish')).length, 1);
    assert.deepEqual(
      (await entries(site, 'article.schedule')).map(({ visibility }) => visibility),
      ['private'],
    );
  });

  test('is made good after a stop: everything due appears at once, each with its own time', async () => {
    const site = await openTestSite(engine);
    const ids: string[] = [];
    for (const day of ['13', '14', '15']) {
      const id = await writeArticle(site, sample(`Day ${day}`));
      granted(await scheduleArticle(site, editor, { id, local: `2026-03-${day}T23:50` }));
      ids.push(id);
    }
    site.clock.set('2026-03-15T09:00:00.000Z');
    await site.store.write((tx) => tx.deleteFrom('jobs').execute());
    assert.equal(await publishOverdue(site), 2, 'even where the jobs are gone');
    const times = await Promise.all(ids.map(async (id) => (await published(site, id))?.publishedAt ?? null));
    assert.deepEqual(times, ['2026-03-13T23:50:00.000Z', '2026-03-14T23:50:00.000Z', null]);
  });

  test('publishes once, however many workers come to it together', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' }));
    site.clock.set(at);
    await Promise.all(Array.from({ length: 8 }, () => publishDue(site, { id, at })));
    assert.equal((await entries(site, 'article.publish')).length, 1);
    assert.deepEqual(site.faults, []);
  });

  test('stays while the article is edited, and its newest words appear', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' }));
    granted(await editArticle(site, editor, { id, input: sample('Bridge toll refused') }));
    site.clock.set(at);
    await runDueJobs(site, handlers);
    assert.equal((await published(site, id))?.title, 'Bridge toll refused');
  });

  test('passes while somebody still writes: it is dated with that time, and changed when it was saved', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' }));
    site.clock.set(at);
    site.clock.pass(20_000);
    granted(await editArticle(site, editor, { id, input: sample('Bridge toll refused') }));
    site.clock.pass(10_000);
    await runDueJobs(site, handlers);
    const article = await published(site, id);
    assert.deepEqual([article?.publishedAt, article?.updatedAt], [at, '2026-03-13T06:30:20.000Z']);
  });

  test('can be changed and taken away: the job of the old time does nothing', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const first = granted(await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' }));
    granted(await scheduleArticle(site, editor, { id, local: '2026-03-14T06:30', seen: first.at }));
    site.clock.set('2026-03-13T07:00:00.000Z');
    await runDueJobs(site, handlers);
    assert.equal(await published(site, id), null);
    granted(await unscheduleArticle(site, editor, id));
    assert.equal(code(await unscheduleArticle(site, editor, id)), 'not-scheduled');
    assert.equal(await stageOf(site.store.read, id), 'draft');
    site.clock.set('2026-03-15T07:00:00.000Z');
    await runDueJobs(site, handlers);
    assert.equal(await published(site, id), null);
    assert.equal((await entries(site, 'article.unschedule')).length, 1);
  });

  test('ends when somebody publishes it before', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-03-13T06:30' }));
    granted(await publishArticle(site, editor, id));
    site.clock.set(at);
    await runDueJobs(site, handlers);
    assert.equal((await published(site, id))?.publishedAt, '2026-03-12T07:00:00.000Z');
    assert.equal(
      code(await scheduleArticle(site, editor, { id, local: '2026-03-14T06:30' })),
      'already-published',
    );
  });

  test('is refused where it is none, is skipped, is past or is far away', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const set = async (local: string) => scheduleArticle(site, editor, { id, local });
    assert.equal(code(await set('soon')), 'bad-time');
    assert.equal(code(await set('2026-02-30T06:30')), 'bad-time');
    assert.equal(code(await set('2026-03-12T07:00')), 'past-time');
    assert.equal(code(await set('2096-03-12T07:00')), 'far-time');
    const skipped = await set('2026-03-29T01:30');
    assert.ok(!skipped.ok);
    assert.equal(
      skipped.sentence,
      'That time does not come in Europe/London: clocks go forward over it. The nearest that come are 29 March 2026, 00:59 and 29 March 2026, 02:00: choose one.',
    );
    assert.equal(await stageOf(site.store.read, id), 'draft');
    assert.equal(
      code(await scheduleArticle(site, editor, { id: 'nobody’s', local: '2026-04-01T06:30' })),
      'no-article',
    );
  });

  test('that comes twice is the first', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-10-25T01:30' }));
    assert.equal(at, '2026-10-25T00:30:00.000Z');
  });

  test('is not shifted by another time zone of the publication', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-04-01T06:30' }));
    await setSetting(site, 'time-zone', 'America/New_York');
    assert.deepEqual(granted(await keepMoment(site, editor, id)), { at });
    const kept = await site.store.read.selectFrom('article_schedules').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      [kept.publish_at, kept.local_time, kept.time_zone],
      ['2026-04-01T05:30:00.000Z', '2026-04-01T01:30', 'America/New_York'],
    );
  });

  test('is not set over a time that somebody else set meanwhile', async () => {
    const site = await openTestSite(engine);
    const id = await writeArticle(site, sample());
    granted(await scheduleArticle(site, editor, { id, local: '2026-04-01T06:30', seen: null }));
    const late = await scheduleArticle(site, editor, { id, local: '2026-04-02T06:30', seen: null });
    assert.equal(code(late), 'stale');
  });
});
