import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { eraseName, eraseWords } from '../comments/erasure/erase-comment.ts';
import { erasePerson } from '../comments/people/erase-person.ts';
import type { Outcome } from '../lib/refusal.ts';
import { releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { looksSame } from '../names/look-alike.ts';
import { giveUpName, takeName } from './own-names.ts';
import { looksToHold } from './pseudonym.ts';
import { findWriter } from './queries.ts';

const day = 86_400_000;
const moderator = { actor: { role: 'moderator' as const }, staffId: null };
const erasing = { by: { actor: { role: 'editor' as const }, staffId: null }, reason: null };
const reason = { code: 'other', label: 'Other', sentence: null };

/** Two names, each in spellings that would be taken for one another. */
const names = [
  ['Mike', 'M-i-k-e', '@Mike'],
  ['Rosa', 'R o s a'],
];
const spellings = names.flat();

const who = fc.nat({ max: 2 });
const name = fc.nat({ max: spellings.length - 1 });
const which = fc.nat({ max: 9 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ did: fc.constant('write' as const), who, name }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('take' as const), who, name }) },
  { weight: 4, arbitrary: fc.record({ did: fc.constant('release' as const), which }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('remove' as const), which }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('restore' as const), which }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('give up' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('erase words' as const), which }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('erase name' as const), which }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('erase person' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ did: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Three writers of one run, with names that no other run has. */
type Run = { site: TestSite; articleId: string; number: number; sent: string[] };

const endOf = ({ number }: Run) => ` of ${inLetters(number)}`;
const spelled = (run: Run, index: number) => `${spellings[index]}${endOf(run)}`;
const secretOf = ({ number }: Run, index: number) => `writer ${index} of ${number}`;
const inLetters = (number: number) =>
  [...String(number)].map((digit) => 'bdfghkpqvx'[Number(digit)]).join('');

/**
 * Who has a name by what happened to it: the times of its publication, its reservation and its giving up. Of one given
 * up, that another may have had before, only whether it keeps anything at all.
 */
async function namesNow(run: Run) {
  const { site } = run;
  const now = site.clock.now().toISOString();
  const rows = await site.store.read
    .selectFrom('pseudonyms')
    .where('name', 'like', `%${endOf(run)}`)
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('comments')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('comments.pseudonym_id', '=', 'pseudonyms.id')
        .where('comments.state', 'in', ['published', 'held', 'removed'])
        .as('standing'),
    )
    .select((eb) =>
      eb
        .exists(eb.selectFrom('name_looks').select('look').whereRef('pseudonym_id', '=', 'pseudonyms.id'))
        .as('keeps'),
    )
    .execute();
  return rows.map((row) => {
    const givenUp = row.given_up_at !== null;
    const live = row.bound_at !== null || (row.reserved_until ?? '') > now;
    return {
      ...{ id: row.id, name: row.name, writer: row.writer_id, givenUp },
      taken: givenUp ? Number(row.standing) > 0 && Boolean(row.keeps) : live,
    };
  });
}

/** Whether a writer is to be refused a name: another has it, or something stands under it that they gave up. */
async function isTaken(run: Run, { writer, name }: { writer: string | null; name: string }) {
  const all = await namesNow(run);
  return all.some(
    (each) => each.taken && looksSame(each.name, name) && (each.givenUp || each.writer !== writer),
  );
}

/** Nobody holds a name that looks like another's, and nothing stands under a name like one that another holds. */
async function nobodyPassesForAnother(run: Run): Promise<void> {
  const held = (await namesNow(run)).filter(({ taken }) => taken);
  const signed = await run.site.store.read
    .selectFrom('comments')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['comments.name', 'pseudonyms.writer_id as writer'])
    .distinct()
    .where('comments.article_id', '=', run.articleId)
    .where('comments.state', '=', 'published')
    .execute();
  const all = [...held, ...signed];
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1))
      assert.ok(
        one.writer === other.writer || !looksSame(one.name, other.name),
        `${one.name} and ${other.name} are two people’s`,
      );
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.code);

async function claims(
  run: Run,
  { did, who, name: index }: { did: 'write' | 'take'; who: number; name: number },
) {
  const { site, articleId } = run;
  const [name, secret] = [spelled(run, index), secretOf(run, who)];
  const writer = (await findWriter(site.store.read, secret))?.id ?? null;
  if (did === 'take' && writer === null) return;
  const refused = await isTaken(run, { writer, name });
  if (did === 'take') {
    const code = codeOf(await takeName(site, { writerId: writer ?? '', name }));
    if (code !== 'names-many' && code !== 'name-lapsed')
      assert.equal(code, refused ? 'name-held' : 'ok', `taking ${name}`);
    return;
  }
  const text = `Words ${run.number} ${run.sent.length} ${site.clock.now().getTime()}`;
  const posted = await send(site, { articleId, name, secret, address: secret, text });
  assert.equal(codeOf(posted), refused ? 'name-held' : 'ok', `writing as ${name}`);
  if (posted.ok) run.sent.push(posted.value.id);
}

async function decides(run: Run, did: 'release' | 'remove' | 'restore', id: string): Promise<void> {
  const { site } = run;
  if (did === 'remove') return void (await removeComment(site, { id, moderator, reason }));
  const before = await namesNow(run);
  const code = codeOf(await (did === 'release' ? releaseComment : restoreComment)(site, { id, moderator }));
  if (code !== 'name-taken') return;
  const row = await site.store.read
    .selectFrom('comments')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select(['pseudonyms.name', 'writer_id'])
    .where('comments.id', '=', id)
    .executeTakeFirstOrThrow();
  const another = before.some(
    (each) => each.taken && each.writer !== row.writer_id && looksSame(each.name, row.name),
  );
  assert.ok(another, `${row.name} was refused and is nobody else’s`);
}

async function does(run: Run, each: Step): Promise<void> {
  const { site } = run;
  if (each.did === 'write' || each.did === 'take') return claims(run, each);
  if (each.did === 'wait') return site.clock.pass(each.days * day);
  if (each.did === 'give up' || each.did === 'erase person') {
    const writer = await findWriter(site.store.read, secretOf(run, each.who));
    if (writer === null) return;
    if (each.did === 'erase person')
      return void (await erasePerson(site, {
        who: { by: 'writer', value: writer.id },
        depth: 'words',
        erasing,
      }));
    const own = (await namesNow(run)).filter((one) => one.writer === writer.id);
    const pseudonymId = own[each.which % Math.max(1, own.length)]?.id;
    if (pseudonymId) await giveUpName(site, { writerId: writer.id, pseudonymId });
    return;
  }
  const id = run.sent.at(-1 - (each.which % Math.max(1, run.sent.length)));
  if (id === undefined) return;
  if (each.did === 'erase words')
    return void (await site.store.write((tx) => eraseWords(site, tx, { id, state: 'erased', erasing })));
  if (each.did === 'erase name')
    return void (await site.store.write((tx) => eraseName(site, tx, { id, erasing })));
  return decides(run, each.did, id);
}

test('the spellings of one name look the same, and those of two do not', () => {
  for (const one of names)
    for (const other of names)
      for (const a of one)
        for (const b of other)
          if (one === other) assert.deepEqual(looksToHold(a), looksToHold(b));
          else assert.ok(!looksSame(a, b));
});

test('whatever three writers do, no two ever hold names that look the same, and no free name is refused', async () => {
  const site = await openTestSite('sqlite');
  await setSetting(site, 'comments.policy', 'all-held');
  await setSetting(site, 'comments.pace', '0');
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      number += 1;
      const { id: articleId } = await publishSample(site, { title: `Run ${number}` });
      const run: Run = { site, articleId, number, sent: [] };
      for (const each of steps) {
        await does(run, each);
        await nobodyPassesForAnother(run);
      }
    }),
    { numRuns: 15, seed: 20260312 },
  );
});
