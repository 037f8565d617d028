import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { onBothEngines } from '../../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../../test/support/publish.ts';
import { openTestSite } from '../../../../test/support/site.ts';
import { jobHandlers } from '../../../cli/job-handlers.ts';
import { hireEveryRole, signedIn } from '../../../desk/fixtures.ts';
import { runDueJobs } from '../../../jobs/run-jobs.ts';
import { listenLocally } from '../../../outbound/fixtures.ts';
import { createSiteWeb } from '../../../web-app.ts';
import { removeComment } from '../../decide.ts';
import { statementLines } from '../export-statements.ts';
import { faultsOf } from '../fixtures.ts';
import { sendRefusedAgain } from './keep-outcome.ts';
import { noteStatements } from './note-statements.ts';
import { refusedStatements, senderState, sendingCounts } from './queries.ts';

const token = '7|Quoinstone';
const minute = 60_000;
type Line = Record<string, unknown> & { puid: string };

/**
 * The Transparency Database’s `POST /api/v1/statements`, as its documentation and its source have it: the token, the
 * rules of each statement, all or none, an identifier once.
 */
class TransparencyDatabase {
  readonly taken: Line[] = [];
  readonly batches: number[] = [];
  /** What it finds wrong beside its rules; and what it answers in place of all this. */
  refuses: (line: Line) => string | null = () => null;
  mischief: { status: number; body: unknown } | null = null;
  /** A statement for which it refuses a whole batch without naming it. */
  poison: string | null = null;

  async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { status, body } = this.mischief ?? this.answer(request, Buffer.concat(pieces).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  answer({ method, url, headers }: IncomingMessage, text: string): { status: number; body: unknown } {
    if (method !== 'POST' || url !== '/api/v1/statements') return { status: 404, body: {} };
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { message: 'Unauthenticated.' } };
    if (headers.accept !== 'application/json' || headers['content-type'] !== 'application/json')
      return { status: 422, body: { message: 'The statements field is required.' } };
    const { statements } = JSON.parse(text) as { statements: Line[] };
    this.batches.push(statements.length);
    if (statements.length < 1 || statements.length > 100)
      return { status: 422, body: { message: 'The statements field must have between 1 and 100 items.' } };
    if (statements.some(({ puid }) => puid === this.poison))
      return { status: 422, body: { message: 'Something is wrong.' } };
    const errors: Record<string, Record<string, string[]>> = {};
    for (const [place, line] of statements.entries()) {
      const faults = [...faultsOf(line), this.refuses(line)].filter((each) => each !== null);
      if (faults.length > 0)
        errors[`statement_${place}`] = Object.fromEntries(
          faults.map((fault) => [fault, [`The selected ${fault} is invalid.`]]),
        );
    }
    if (Object.keys(errors).length > 0) return { status: 422, body: { errors } };
    const existing = statements.map(({ puid }) => puid).filter((puid) => this.has(puid));
    const message = 'The platform identifier(s) are not all unique within this call.';
    if (existing.length > 0)
      return { status: 422, body: { message, errors: { puid: [message], existing_puids: existing } } };
    this.taken.push(...statements);
    return { status: 201, body: { statements } };
  }

  has(puid: string): boolean {
    return this.taken.some((line) => line.puid === puid);
  }
}

const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const reason = { code: 'rule-1', label: 'Rule 1: No advertisements.', sentence: 'You sold boats.' };

onBothEngines('statements that are sent', (engine) => {
  const open = async () => {
    const database = new TransparencyDatabase();
    const listener = await listenLocally((request, response) => void database.hear(request, response));
    const site = await openTestSite(engine, {
      HUSTINGS_OUTBOUND_ALLOW: listener.place,
      HUSTINGS_STATEMENTS: `${listener.url}api/v1`,
      HUSTINGS_STATEMENTS_TOKEN: token,
    });
    const { id: articleId } = await publishSample(site, { policy: 'open', language: 'cy' });
    await setSetting(site, 'comments.pace', '0');
    let sent = 0;
    const remove = async ({ trap = false, code = 'rule-1' } = {}) => {
      sent += 1;
      const words = { text: `Zanzibarquux ${sent}.`, name: `Nan ${sent}`, secret: `s${sent}` };
      const { id } = granted(await send(site, { articleId, honeypot: trap, ...words }));
      granted(await removeComment(site, { id, moderator, reason: { ...reason, code } }));
      return id;
    };
    return {
      ...{ site, database, listener, remove },
      counts: () => sendingCounts(site.store.read),
      /** What the background does: notes what was decided, and sends what waits. */
      async turn(minutes = 6) {
        site.clock.pass(minutes * minute);
        await noteStatements(site);
        await runDueJobs(site, jobHandlers);
      },
    };
  };

  test('are none as long as no day is set, and from that day on each goes once, in batches, without a word of anybody', async () => {
    const { site, database, listener, remove, counts, turn } = await open();
    await remove();
    await turn();
    assert.equal(listener.connects, 0);
    site.clock.set('2026-03-13T09:00:00.000Z');
    await setSetting(site, 'statements.send-from', '2026-03-13');
    for (let count = 0; count < 103; count += 1) await remove();
    await turn(1);
    assert.equal(listener.connects, 0, 'what was decided just now waits');
    await turn();
    await turn();
    assert.deepEqual(database.batches, [100, 3]);
    assert.deepEqual(await counts(), { sent: 103, waiting: 0, refused: 0, exempt: 0 });
    assert.equal(new Set(database.taken.map(({ puid }) => puid)).size, 103);
    assert.ok(database.taken.every((line) => line.content_language === 'CY'));
    assert.doesNotMatch(JSON.stringify(database.taken), /Zanzibarquux|Nan|sold boats|bridge/);
    await setSetting(site, 'statements.send-from', '2026-03-12');
    await turn();
    assert.deepEqual(
      database.batches,
      [100, 3, 1],
      'an earlier day brings the earlier one, and no other again',
    );
  });

  test('that the database has already count as sent; what it refuses is kept with its reason and sent again when asked', async () => {
    const { site, database, remove, counts, turn } = await open();
    await setSetting(site, 'statements.send-from', '2026-03-12');
    for (let count = 0; count < 5; count += 1) await remove();
    await turn(1);
    site.clock.pass(6 * minute);
    await noteStatements(site);
    const [first, second] = await site.store.read
      .selectFrom('statement_sendings')
      .select('puid')
      .orderBy('puid')
      .execute();
    database.taken.push({ puid: first?.puid ?? '' }); // an answer that got lost on its way
    database.refuses = ({ puid }) => (puid === second?.puid ? 'category' : null);
    await runDueJobs(site, jobHandlers);
    assert.deepEqual(await counts(), { sent: 4, waiting: 0, refused: 1, exempt: 0 });
    assert.deepEqual(
      (await refusedStatements(site.store.read, 10)).map(({ puid, why }) => [puid, why]),
      [[second?.puid, 'The selected category is invalid.']],
    );
    assert.equal(database.taken.length, 4);
    database.refuses = () => null;
    assert.equal(await sendRefusedAgain(site), 1);
    await turn();
    assert.deepEqual(await counts(), { sent: 5, waiting: 0, refused: 0, exempt: 0 });
  });

  test('that are refused without a word about which: the one alone is set aside, and all others go', async () => {
    const { site, database, listener, remove, counts, turn } = await open();
    await setSetting(site, 'statements.send-from', '2026-03-12');
    for (let count = 0; count < 40; count += 1) await remove();
    site.clock.pass(6 * minute);
    await noteStatements(site);
    const all = await site.store.read
      .selectFrom('statement_sendings')
      .select('puid')
      .orderBy('puid')
      .execute();
    database.poison = all[20]?.puid ?? assert.fail();
    database.mischief = { status: 422, body: { message: 'Something is wrong.' } };
    await turn(0);
    assert.equal(listener.connects, 4);
    assert.equal((await senderState(site.store.read)).why, 'Something is wrong.');
    database.mischief = null;
    await turn(1);
    assert.equal(listener.connects, 4, 'it waits longer after a job that led to nothing');
    for (let jobs = 0; jobs < 8; jobs += 1) await turn(5);
    assert.deepEqual(await counts(), { sent: 39, waiting: 0, refused: 1, exempt: 0 });
    assert.deepEqual(
      (await refusedStatements(site.store.read, 10)).map(({ puid, why }) => [puid, why]),
      [[database.poison, 'Something is wrong.']],
    );
    assert.equal((await senderState(site.store.read)).why, null);
    assert.ok(database.batches.length < 30, `asked ${database.batches}`);
  });

  test('are none of what was decided before the day, also where it was noted before the day was moved', async () => {
    const { site, database, remove, counts, turn } = await open();
    await setSetting(site, 'statements.send-from', '2026-03-12');
    await remove();
    database.mischief = { status: 500, body: {} };
    await turn();
    assert.equal((await counts()).waiting, 1);
    database.mischief = null;
    site.clock.set('2026-03-13T09:00:00.000Z');
    await setSetting(site, 'statements.send-from', '2026-03-13');
    await runDueJobs(site, jobHandlers);
    await turn();
    assert.deepEqual([(await counts()).waiting, database.taken.length], [0, 0]);
    await setSetting(site, 'statements.send-from', '2026-03-12');
    await turn();
    assert.deepEqual(
      [(await counts()).sent, database.taken.length],
      [1, 1],
      'an earlier day brings it again',
    );
    await remove();
    site.clock.pass(6 * minute);
    await noteStatements(site);
    await setSetting(site, 'statements.send-from', '2026-03-14');
    await runDueJobs(site, jobHandlers);
    assert.equal(database.taken.length, 1, 'nor where the job was asked for before');
  });

  test('leave out what the hidden field caught and a rule on fraud was broken by, and what a court ordered', async () => {
    const { site, database, remove, counts, turn } = await open();
    await setSetting(site, 'statements.send-from', '2026-03-12');
    await setSetting(site, 'statements.categories', 'rule-1 = SCAMS_AND_FRAUD\nrule-2 = VIOLENCE');
    const trapped = { trap: true };
    await remove(trapped);
    await remove({ code: 'court-order' });
    await remove({ code: 'legal' });
    for (const code of ['rule-2', 'rule-3', 'other', 'legal']) await remove({ ...trapped, code });
    await remove();
    await turn();
    assert.deepEqual(await counts(), { sent: 6, waiting: 0, refused: 0, exempt: 2 });
    const exempt = await site.store.read
      .selectFrom('statement_sendings')
      .select('why')
      .where('state', '=', 'exempt')
      .orderBy('why')
      .execute();
    assert.deepEqual(
      exempt.map(({ why }) => why),
      ['bulk', 'order'],
    );
    const laws = database.taken.filter((line) => line.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT');
    assert.equal(laws.length, 2);
    const days = { from: '2026-03-12T00:00:00.000Z', to: '2026-03-13T00:00:00.000Z' };
    const exported = [];
    for await (const line of statementLines(site.store.read, days)) exported.push(JSON.parse(line));
    assert.deepEqual(exported, database.taken, 'and so of what is exported');
  });

  test('wait while the database fails, does not take the token or answers nonsense; the desk says so', async () => {
    const { site, database, remove, counts, turn } = await open();
    await setSetting(site, 'statements.send-from', '2026-03-12');
    await remove();
    for (const [status, why] of [
      [500, /status 500/],
      [401, /does not take the token \(401\)/],
      [200, /status 200/],
      [429, /status 429/],
    ] as const) {
      database.mischief = { status, body: { message: 'Sorry.' } };
      await turn(12 * 60);
      assert.match((await senderState(site.store.read)).why ?? '', why);
      assert.equal((await counts()).waiting, 1);
    }
    const tried = (await senderState(site.store.read)).failures;
    await turn(1);
    assert.equal((await senderState(site.store.read)).failures, tried, 'asked ever more rarely');
    await hireEveryRole(site);
    const owner = await signedIn({ site, web: createSiteWeb(site) }, 'owner');
    const page = (await owner.get('/desk/settings/outside/')).text;
    assert.match(page, /0 sent, 1 waiting[\s\S]*The last try failed: It answered with the status 429\./);
    assert.doesNotMatch(page, /Quoinstone/);
    database.mischief = { status: 422, body: { message: 'Something\u0007 is   wrong.' } };
    await turn(12 * 60);
    assert.match((await owner.get('/desk/settings/outside/')).text, /<dd>Something is wrong\.<\/dd>/);
    assert.deepEqual(await counts(), { sent: 0, waiting: 0, refused: 1, exempt: 0 });
    assert.equal((await senderState(site.store.read)).why, null);
    assert.deepEqual(site.faults, []);
  });
});
