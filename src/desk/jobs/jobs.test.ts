import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { failedJobs } from '../../jobs/failed-jobs.ts';
import { forgetJobs } from '../../jobs/forget-jobs.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { type Desk, openDesk, signedIn } from '../fixtures.ts';

const all = { limit: 10, offset: 0 };

/** A job that fails until it has given up: its id. */
async function failing({ site }: Desk): Promise<string> {
  const dueAt = site.clock.now().toISOString();
  await site.store.write((tx) => enqueue(site, tx, { kind: 'mail.send', payload: {}, dueAt }));
  const handlers = {
    'mail.send': async () => {
      throw new Error('The mail server at <mail.ledger.example> did not answer.');
    },
  };
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await runDueJobs(site, handlers);
    assert.equal((await failedJobs(site.store.read, all)).length, attempt === 7 ? 1 : 0);
    site.clock.pass(2 * 3_600_000);
  }
  const [job] = await failedJobs(site.store.read, all);
  assert.ok(job);
  return job.id;
}

onBothEngines('a job that gave up', (engine) => {
  test('is shown with what, when and why, and done when it is tried again', async () => {
    const desk = await openDesk(engine);
    const id = await failing(desk);
    const editor = await signedIn(desk, 'editor');
    assert.match((await editor.get('/desk/')).text, /1 job was tried as often as it may be/);
    const { text } = await editor.get('/desk/jobs/');
    assert.match(text, /To send a letter by mail/);
    assert.match(text, /Given up after 8 attempts/);
    assert.match(text, /The mail server at &lt;mail\.ledger\.example&gt; did not answer\./);
    const again = await editor.post(`/desk/jobs/${id}/`, { do: 'again' });
    assert.equal(again.location, '/desk/jobs/?done=again');
    const done: string[] = [];
    const handlers = { 'mail.send': async () => void done.push('sent') };
    assert.equal(await runDueJobs(desk.site, handlers), 1);
    assert.deepEqual(done, ['sent']);
    assert.match((await editor.get('/desk/jobs/')).text, /No job has failed\./);
    assert.doesNotMatch((await editor.get('/desk/jobs/')).text, /No more letters go/);
    const at = desk.site.clock.now().toISOString();
    const address = { id: 'a', email: 'wilf@post.example', created_at: at, asked_at: at, confirmed_at: at };
    await desk.site.store.write((tx) =>
      tx
        .insertInto('letter_addresses')
        .values({ ...address, stopped_at: at, stopped_why: '550' })
        .execute(),
    );
    const { text: told } = await editor.get('/desk/jobs/');
    assert.match(told, /No more letters go to 1 address of readers/);
    assert.doesNotMatch(told, /wilf/, 'how many, and not whose');
    assert.equal((await editor.post(`/desk/jobs/${id}/`, { do: 'again' })).status, 409);
  });

  test('is let go by whoever may, once, and forgotten in time; before that it stays', async () => {
    const desk = await openDesk(engine);
    const id = await failing(desk);
    const later = new Date(desk.site.clock.now().getTime() + 86_400_000).toISOString();
    assert.equal(await forgetJobs(desk.site, later), 0, 'nobody has dealt with it');
    const moderator = await signedIn(desk, 'moderator');
    assert.equal((await moderator.post(`/desk/jobs/${id}/`, { do: 'let-go' })).status, 403);
    assert.doesNotMatch((await moderator.get('/desk/')).text, /Failed jobs/);
    const owner = await signedIn(desk, 'owner');
    assert.equal((await owner.post(`/desk/jobs/${id}/`, { do: 'let-go' })).status, 303);
    const twice = await owner.post(`/desk/jobs/${id}/`, { do: 'let-go' });
    assert.equal(twice.status, 409);
    assert.match(twice.text, /somebody has dealt with it/);
    const row = await desk.site.store.read
      .selectFrom('jobs')
      .select(['let_go_at', 'let_go_by', 'error'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.equal(row.let_go_at, desk.site.clock.now().toISOString());
    assert.match(row.error ?? '', /did not answer/);
    assert.equal(await runDueJobs(desk.site, {}), 0);
    assert.equal(await forgetJobs(desk.site, later), 1);
  });
});
