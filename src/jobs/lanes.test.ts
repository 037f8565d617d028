import assert from 'node:assert/strict';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { readArticle } from '../articles/queries.ts';
import { writeArticle } from '../articles/save-article.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import { startBackground } from '../cli/background.ts';
import { createMail } from '../mail/smtp.ts';
import { addStaff } from '../staff/add-staff.ts';
import { sendTestLetter } from '../staff/letters.ts';
import { openStore } from '../store/open-store.ts';
import { enqueue } from './enqueue.ts';
import { lanesFor } from './lane.ts';
import { runDueJobs } from './run-jobs.ts';

/** A mail server that takes every connection and says nothing, or only ever begins to. */
async function silentServer(t: TestContext, { says }: { says?: string } = {}) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (says) socket.write(says);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  t.after(hangUp);
  return { port: (server.address() as AddressInfo).port, sockets, hangUp };
}

/** Waits, without sleeping, until something that is written down holds. */
async function until(site: TestSite, holds: () => Promise<boolean>): Promise<void> {
  let changed: () => void = () => undefined;
  const stopListening = site.store.onChange(() => changed());
  try {
    while (!(await holds())) await new Promise<void>((resolve) => (changed = resolve));
  } finally {
    stopListening();
  }
}

const letters = (site: TestSite) =>
  site.store.read
    .selectFrom('jobs')
    .select(['attempts', 'claimed_at', 'done_at', 'error'])
    .where('kind', '=', 'mail.send')
    .execute();

onBothEngines('lanes of jobs', (engine) => {
  test('an article appears on time while letters wait for a mail server that says nothing; a stop loses none', async (t) => {
    const { port, sockets, hangUp } = await silentServer(t);
    const site = await openTestSite(engine, { HUSTINGS_SMTP: `smtp://127.0.0.1:${port}` });
    const { id: staffId } = granted(
      await addStaff(site, { name: 'Ann Osei', email: 'ann@ledger.example', role: 'owner' }),
    );
    for (let count = 0; count < 12; count += 1) granted(await sendTestLetter(site, staffId));
    const id = await writeArticle(site, articleInput.parse({ title: 'Bridge toll', body: 'At six.' }));
    const editor = { actor: { role: 'editor' }, staffId: null } as const;
    const { at } = granted(await scheduleArticle(site, editor, { id, local: '2026-03-12T07:05' }));
    const background = startBackground(site, { jobs: true });
    await until(site, async () => (await letters(site)).some(({ claimed_at }) => claimed_at !== null));
    site.clock.set(at);
    await until(site, async () => (await readArticle(site.store.read, { id })) !== null);
    assert.ok(sockets.size > 0, 'the mail server is still being waited for');
    const waiting = await letters(site);
    assert.equal(
      waiting.filter(({ claimed_at }) => claimed_at !== null).length,
      5,
      'no more than five at once',
    );
    assert.ok(waiting.every(({ done_at, error }) => done_at === null && error === null));
    const stopped = background.stop();
    hangUp();
    await stopped;
    const left = await letters(site);
    assert.equal(left.length, 12);
    assert.ok(left.every(({ claimed_at, done_at }) => claimed_at === null && done_at === null));
    assert.equal(left.filter(({ attempts, error }) => Number(attempts) === 1 && error !== null).length, 5);
    assert.equal(left.filter(({ attempts, error }) => Number(attempts) === 0 && error === null).length, 7);
  });

  test('two processes never do one job twice, whatever its lane', async () => {
    const site = await openTestSite(engine);
    const store = await openStore(site.config, (error) => site.faults.push(error));
    try {
      const dueAt = site.clock.now().toISOString();
      await site.store.write(async (tx) => {
        for (let number = 0; number < 40; number += 1)
          for (const kind of ['letter', 'other']) await enqueue(site, tx, { kind, payload: number, dueAt });
      });
      const done: string[] = [];
      const note = (kind: string) => async (_: unknown, number: number) =>
        void done.push(`${kind} ${number}`);
      const handlers = { letter: note('letter'), other: note('other') };
      const lanes = lanesFor({ letter: { atOnce: 5 } });
      const processes = [site, { ...site, store }];
      await Promise.all(
        processes.flatMap((each) => lanes.map((lane) => runDueJobs(each, handlers, { lane }))),
      );
      assert.equal(done.length, 80);
      assert.equal(new Set(done).size, 80);
      assert.deepEqual(site.faults, []);
    } finally {
      await store.close();
    }
  });
});

test('a mail server that goes on for ever is left when its time is over', async (t) => {
  const { port, sockets } = await silentServer(t, { says: '220-mail.ledger.example\r\n' });
  const server = { host: '127.0.0.1', port, secure: false, user: null, password: null, local: true };
  const mail = createMail(server, { within: 200 });
  const message = {
    ...{ id: 'a', from: { name: 'The Ledger', address: 'desk@ledger.example' }, to: 'ann@ledger.example' },
    ...{ subject: 'News', text: 'News.', date: new Date(0) },
  };
  const sent = mail(message);
  const dripping = setInterval(() => {
    for (const socket of sockets) socket.write('220-and so on\r\n');
  }, 20);
  t.after(() => clearInterval(dripping));
  await assert.rejects(sent, /had not taken it after 0\.2 seconds/);
});
