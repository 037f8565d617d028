import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import type { Posted } from '../comments/sent-before.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import type { Outcome } from '../lib/refusal.ts';
import { importCapture } from '../migration/import-capture.ts';
import { releaseComment, removeComment, restoreComment } from '../moderation/decide.ts';
import { pressRelease } from '../moderation/press-release.ts';
import { looksSame } from '../names/look-alike.ts';
import { addStaff } from '../staff/add-staff.ts';
import { renameSelf } from '../staff/change-own.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { keepNamesAgain } from './keep-names-again.ts';
import { giveUpName, takeName } from './own-names.ts';
import { addPasskey } from './passkey-answer.ts';
import { mostPasskeys } from './passkey-question.ts';
import { findWriter } from './queries.ts';
import { makePhrase } from './writer-keys.ts';

const day = 86_400_000;
const moderator = { actor: { role: 'moderator' as const }, staffId: null };

async function openSite(engine: EngineName, policy = 'open'): Promise<TestSite> {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', policy);
  await setSetting(site, 'comments.pace', '0');
  return site;
}

let sent = 0;

/** Somebody, known by a secret that is their own, writes something new under a name. */
async function signed(site: TestSite, articleId: string, [name, who]: [string, string]) {
  sent += 1;
  return send(site, { articleId, name, secret: who, address: who, text: `Words ${sent}` });
}

const codeOf = (posted: Outcome<Posted>) => (posted.ok ? posted.value.state : posted.code);

function refusalOf(posted: Outcome<Posted>) {
  assert.ok(!posted.ok);
  return posted;
}

onBothEngines('a name under which something was published', (engine) => {
  test('is its writer’s: nobody else can sign with it, or with what would be taken for it', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['TH Resident', 'first']));
    for (const name of [
      'TH-resident',
      'th.resident',
      '@TH Resident',
      'ТН Rеsidеnt',
      'T H Résident!',
      'thresident',
    ]) {
      const refused = refusalOf(await signed(site, id, [name, 'other']));
      assert.deepEqual([refused.code, refused.field], ['name-held', 'name'], name);
    }
    assert.equal(codeOf(await signed(site, id, ['TH Residents', 'other'])), 'published');
    assert.equal(
      codeOf(await signed(site, id, ['TH-resident', 'first'])),
      'published',
      'its holder spells it so',
    );
    const rows = await site.store.read.selectFrom('comments').select(['name', 'pseudonym_id']).execute();
    const own = rows.filter(({ name }) => name !== 'TH Residents');
    assert.equal(own.length, 2);
    assert.equal(new Set(own.map((row) => row.pseudonym_id)).size, 1, 'two spellings are one name');
  });

  test('is kept by one living phrase, and by no more passkeys than may be, however many are made at one moment', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['TH Resident', 'first']));
    const writerId = (await findWriter(site.store.read, 'first'))?.id ?? '';
    await Promise.all(Array.from({ length: 6 }, () => makePhrase(site, writerId)));
    const added = await Promise.all(
      Array.from({ length: mostPasskeys + 6 }, (_, each) =>
        site.store.write((tx) => addPasskey(site, tx, { writerId, hash: `device ${each}`, content: '{}' })),
      ),
    );
    assert.equal(added.filter(({ ok }) => ok).length, mostPasskeys);
    const living = await site.store.read
      .selectFrom('writer_keys')
      .select('kind')
      .where('ended_at', 'is', null)
      .execute();
    assert.equal(living.filter(({ kind }) => kind === 'phrase').length, 1);
    assert.equal(living.filter(({ kind }) => kind === 'passkey').length, mostPasskeys);
  });

  test('is refused with other names, each free and plainly another', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['Mike', 'first']));
    granted(await signed(site, id, ['Another Mike', 'second']));
    const { sentence } = refusalOf(await signed(site, id, ['Mike', 'third']));
    const offered = [...sentence.matchAll(/“([^”]+)”/g)].map(([, name]) => name ?? '').slice(1);
    assert.equal(offered.length, 3);
    assert.ok(!offered.some((name) => looksSame(name, 'Mike') || looksSame(name, 'Another Mike')));
    for (const [index, name] of offered.entries())
      assert.equal(codeOf(await signed(site, id, [name, `offered ${index}`])), 'published', name);
  });

  test('nobody is remembered who was refused', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['Mike', 'first']));
    refusalOf(await signed(site, id, ['Mike', 'stranger']));
    assert.equal(await findWriter(site.store.read, 'stranger'), null);
    assert.equal((await site.store.read.selectFrom('writers').selectAll().execute()).length, 1);
  });

  // PostgreSQL's pool waits five seconds for a connection: there they come in waves.
  const [waves, each] = engine === 'sqlite' ? [1, 1000] : [10, 30];
  test(`of ${waves * each} who want one look, most at the same moment, one gets it`, async () => {
    const site = await openSite(engine);
    const titles = ['One', 'Two', 'Three', 'Four'];
    const articles = await Promise.all(titles.map((title) => publishSample(site, { title })));
    const spellings = ['Mike', 'mike', 'M-i-k-e', 'MIKE', 'Мike', '@mike', 'm.i.k.e', 'Ｍike'];
    const all: Outcome<Posted>[] = [];
    for (let wave = 0; wave < waves; wave += 1)
      all.push(
        ...(await Promise.all(
          Array.from({ length: each }, (_, n) =>
            signed(site, articles[n % 4]?.id ?? '', [spellings[n % 8] ?? '', `writer ${wave} ${n}`]),
          ),
        )),
      );
    assert.equal(all.filter((posted) => posted.ok).length, 1);
    assert.deepEqual([...new Set(all.map(codeOf))].sort(), ['name-held', 'published']);
    const rows = await site.store.read.selectFrom('comments').select('id').execute();
    assert.equal(rows.length, 1);
  });
});

onBothEngines('a name that waits with a held response', (engine) => {
  test('is kept for seven days from the first, however many come, then anybody’s for as long', async () => {
    const site = await openSite(engine, 'all-held');
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['Mike', 'first']));
    const { id: writerId = '' } = (await findWriter(site.store.read, 'first')) ?? {};
    const take = () => takeName(site, { writerId, name: 'Rosa' });
    const giveUp = async () => {
      const row = await site.store.read
        .selectFrom('pseudonyms')
        .select('id')
        .where('name', '=', 'Rosa')
        .executeTakeFirstOrThrow();
      granted(await giveUpName(site, { writerId, pseudonymId: row.id }));
    };
    granted(await take());
    site.clock.pass(6 * day);
    granted(await signed(site, id, ['Mike', 'first']));
    assert.equal(codeOf(await signed(site, id, ['mike', 'other'])), 'name-held');
    await giveUp();
    granted(await take());
    site.clock.pass(2 * day);
    for (const way of ['taken', 'given up and taken']) {
      const again = await take();
      assert.equal(again.ok || again.code, 'name-lapsed', way);
      if (way === 'taken') await giveUp();
    }
    granted(await signed(site, id, ['Mike', 'first']));
    assert.equal(codeOf(await signed(site, id, ['mike', 'other'])), 'held');
    assert.equal(codeOf(await signed(site, id, ['Mike', 'first'])), 'name-held', 'it is the other’s now');
  });

  test('and was given up cannot be published under once it is another’s; until then it can, and is nobody else’s', async () => {
    const site = await openSite(engine, 'all-held');
    const { id } = await publishSample(site);
    const refused: string[] = [];
    for (const name of ['Mike', 'Rosa']) {
      const { id: sent } = granted(await signed(site, id, [name, 'first']));
      const reason = { code: 'other', label: 'Other', sentence: null };
      granted(await removeComment(site, { id: sent, moderator, reason }));
      refused.push(sent);
    }
    const [mikes = '', rosas = ''] = refused;
    const rows = await site.store.read.selectFrom('pseudonyms').select(['id', 'writer_id']).execute();
    for (const row of rows)
      granted(await giveUpName(site, { writerId: row.writer_id ?? '', pseudonymId: row.id }));
    assert.equal(codeOf(await signed(site, id, ['mike', 'other'])), 'held');
    const restored = await restoreComment(site, { id: mikes, moderator });
    assert.deepEqual([restored.ok, restored.ok || restored.code], [false, 'name-taken']);
    granted(await restoreComment(site, { id: rosas, moderator }));
    for (const who of ['other', 'first'])
      assert.equal(codeOf(await signed(site, id, ['rosa', who])), 'name-held', who);
  });

  test('cannot be published under once it is another’s: who decides is told, and it waits on', async () => {
    const site = await openSite(engine, 'all-held');
    const { id } = await publishSample(site);
    const early = granted(await signed(site, id, ['Mike', 'first']));
    const pressed = granted(await signed(site, id, ['Mike', 'first']));
    site.clock.pass(8 * day);
    granted(await pressRelease(site, { id: pressed.id, moderator }));
    const late = granted(await signed(site, id, ['mike', 'other']));
    const released = await releaseComment(site, { id: early.id, moderator });
    assert.equal(released.ok || released.code, 'name-taken');
    assert.match(released.ok ? '' : released.sentence, /somebody else’s/);
    const again = await pressRelease(site, { id: early.id, moderator });
    assert.equal(again.ok || again.code, 'name-taken');
    site.clock.pass(60_000);
    await runDueJobs(site, jobHandlers);
    const rows = await site.store.read
      .selectFrom('comments')
      .select(['state', 'release_at'])
      .where('id', 'in', [early.id, pressed.id])
      .execute();
    assert.deepEqual(
      rows.map(({ state, release_at }) => [state, release_at]),
      [
        ['held', null],
        ['held', null],
      ],
    );
    granted(await releaseComment(site, { id: late.id, moderator }));
  });

  test('is still its writer’s when it lapsed and nobody wanted it', async () => {
    const site = await openSite(engine, 'all-held');
    const { id } = await publishSample(site);
    const held = granted(await signed(site, id, ['Mike', 'first']));
    site.clock.pass(30 * day);
    granted(await releaseComment(site, { id: held.id, moderator }));
    assert.equal(codeOf(await signed(site, id, ['Mike', 'other'])), 'name-held');
  });
});

onBothEngines('names that are nobody’s to take', (engine) => {
  test('those of the staff, and over articles, as they now are', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site, { byline: 'Imogen Thrale' });
    const ann = granted(
      await addStaff(site, { name: 'Ann Osei', email: 'ann@ledger.example', role: 'author' }),
    );
    for (const name of ['Ann Osei', 'ann.osei', 'ANN OSEI', 'Imogen-Thrale'])
      assert.equal(codeOf(await signed(site, id, [name, 'reader'])), 'name-barred', name);
    granted(await renameSelf(site, ann, 'Ann Boateng'));
    assert.equal(codeOf(await signed(site, id, ['Ann Boateng', 'reader'])), 'name-barred');
    assert.equal(codeOf(await signed(site, id, ['Ann Osei', 'reader'])), 'published');
  });

  test('but a reader who holds a name keeps it when somebody of that name joins the staff', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['Ann Osei', 'reader']));
    granted(await addStaff(site, { name: 'Ann Osei', email: 'ann@ledger.example', role: 'author' }));
    assert.equal(codeOf(await signed(site, id, ['Ann Osei', 'reader'])), 'published');
  });

  test('no name at all, an office, the publication, the words of a mark', async () => {
    const site = await openSite(engine);
    await setSetting(site, 'title', 'The Wrenmouth Ledger');
    const { id } = await publishSample(site);
    const names = ['Anonymous', 'anon', 'Аnonymous', 'The Editor', 'm0derator', 'The Wrenmouth Ledger'];
    for (const name of [...names, 'Mike (same writer as 1)', 'Mike, of the publication'])
      assert.equal(codeOf(await signed(site, id, [name, 'reader'])), 'name-barred', name);
    const beside = ['Deputy editor', 'Moderator 2', 'm0derat0r2', 'Site admin', 'SiteAdmin', 'siteadmin'];
    const offices = [...beside, 'The Wrenmouth Ledger Editor', 'Editor-in-chief', 'Staff'];
    const said = ['Mike, author of this article', 'Removed by a moderator', 'Name removed', 'Mike says:'];
    for (const name of [...offices, ...said, 'Mike (name as in the archive)', 'Mike sаys : yes'])
      assert.equal(codeOf(await signed(site, id, [name, 'reader'])), 'name-barred', name);
    const free = ['Anona', 'Creditor', 'Badminton fan', 'Simon Says', 'Jane Staff', 'Old archivist'];
    for (const name of free)
      assert.equal(codeOf(await signed(site, id, [name, 'reader'])), 'published', name);
  });

  test('those of the archive, on the articles where they stand and nowhere else', async () => {
    const site = await openSite(engine);
    const here = await publishSample(site);
    const captured = {
      ...{ title: 'Ferry late', byline: null, published: '2011-05-03', paragraphs: ['It was late.'] },
      ...{ tags: { names: [], lost: 0 }, lostLinks: 0, commentsStated: 1, commentsOpen: true },
      comments: [
        ...[
          { number: 1, author: 'Mike', published: null, kind: 'comment', paragraphs: ['Yes.'], lostLinks: 0 },
        ],
      ],
    };
    const old = granted(
      await importCapture(site, {
        captured: captured as Parameters<typeof importCapture>[1]['captured'],
        publish: true,
      }),
    );
    assert.match(refusalOf(await signed(site, old.id, ['mike', 'reader'])).sentence, /of the archive/);
    assert.equal(codeOf(await signed(site, here.id, ['Mike', 'reader'])), 'published');
    assert.equal(codeOf(await signed(site, old.id, ['Mike', 'reader'])), 'name-held');
  });
});

onBothEngines('keys', (engine) => {
  test('one that has ended opens nothing: its browser is given another, and the name is not theirs', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site);
    granted(await signed(site, id, ['Mike', 'stolen']));
    await site.store.write((tx) =>
      tx
        .updateTable('writer_keys')
        .set({ ended_at: site.clock.now().toISOString(), ended_why: 'out' })
        .execute(),
    );
    assert.equal(await findWriter(site.store.read, 'stolen'), null);
    assert.equal(codeOf(await signed(site, id, ['Mike', 'stolen'])), 'name-held');
    const fresh = granted(await signed(site, id, ['Bollard', 'stolen']));
    assert.match(fresh.secret ?? '', /^[\w-]{43}$/);
    assert.notEqual(await findWriter(site.store.read, fresh.secret ?? ''), null);
    assert.equal(await findWriter(site.store.read, 'stolen'), null);
  });

  test('names from before looks were kept are their writers’, the earlier one’s where two look the same', async () => {
    const site = await openSite(engine);
    const { id } = await publishSample(site, { byline: 'Imogen Thrale' });
    granted(await signed(site, id, ['Mike', 'first']));
    const clear = async () => {
      await site.store.write(async (tx) => {
        await tx.deleteFrom('name_looks').execute();
        await tx.deleteFrom('own_looks').execute();
        await tx.updateTable('pseudonyms').set({ looks_version: 0 }).execute();
        await tx.updateTable('articles').set({ looks_version: 0 }).execute();
      });
    };
    await clear();
    site.clock.pass(day);
    granted(await signed(site, id, ['mike', 'second']));
    await clear();
    await keepNamesAgain(site);
    assert.equal(codeOf(await signed(site, id, ['Mike', 'first'])), 'published');
    assert.equal(codeOf(await signed(site, id, ['mike', 'second'])), 'name-held');
    assert.equal(codeOf(await signed(site, id, ['Imogen Thrale', 'third'])), 'name-barred');
    await site.store.write((tx) =>
      tx.updateTable('own_looks').set({ look: sql<string>`'old ' || look`, looks_version: 1 }).execute(),
    );
    await keepNamesAgain(site);
    assert.equal(codeOf(await signed(site, id, ['imogen thrale', 'fourth'])), 'name-barred');
    const old = await site.store.read
      .selectFrom('own_looks')
      .select('look')
      .where('look', 'like', 'old %')
      .execute();
    assert.deepEqual(old, [], 'looks that an older table made are gone');
  });
});
