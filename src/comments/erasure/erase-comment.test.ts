import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type KyselyPlugin, sql } from 'kysely';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import { faultsOf, samplePublication } from '../../audit/fixtures.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { importCapture } from '../../migration/import-capture.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { removeComment } from '../../moderation/decide.ts';
import { looksToHold } from '../../pseudonyms/pseudonym.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { editComment } from '../edits/edit-comment.ts';
import { erasePerson } from '../people/erase-person.ts';
import { postComment } from '../post-comment.ts';
import { commentsBetween } from '../thread-queries.ts';
import { withdrawComment } from '../withdraw-comment.ts';
import { type Erasing, eraseName, eraseWords } from './erase-comment.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const asked: Erasing = { by: editor, reason: { code: 'asked', label: 'Its writer asked for it.' } };

async function opened(engine: EngineName) {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', 'open');
  await setSetting(site, 'comments.pace', '0');
  const article = await publishSample(site);
  const shown = (number: number) =>
    commentsBetween(site.store.read, article, { from: number, to: number }).then(([found]) => found);
  const erase = (id: string, how: typeof eraseName | 'words') =>
    site.store.write((tx) =>
      how === 'words'
        ? eraseWords(site, tx, { id, state: 'erased', erasing: asked })
        : how(site, tx, { id, erasing: asked }),
    );
  return { site, article, shown, erase };
}

/** Everything that the database's own files, or on PostgreSQL all its tables, hold. */
async function everythingKept(site: TestSite): Promise<string> {
  if (site.store.engine === 'sqlite') {
    const files = ['hustings.db', 'hustings.db-wal', 'record-head.json'];
    const paths = files.map((name) => join(site.config.dataFolder, name)).filter(existsSync);
    return paths.map((path) => readFileSync(path, 'latin1')).join('');
  }
  const tables = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`.execute(
    site.store.read,
  );
  const rows = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} AS t`.execute(site.store.read),
    ),
  );
  return rows.flatMap((found) => found.rows.map(({ row }) => row)).join('\n');
}

/** Tables of what goes with a response's words that were not gone through: on PostgreSQL deleted rows stay till then. */
async function neverVacuumed(site: TestSite): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_stat_user_tables WHERE vacuum_count = 0
    AND relname IN ('comments', 'comment_versions', 'comment_decisions', 'comment_findings', 'comment_notes', 'learned_models', 'reports',
      'reviews', 'letter_addresses') ORDER BY relname`.execute(site.store.read);
  return tables.rows.map(({ name }) => name);
}

onBothEngines('erasing a response', (engine) => {
  test('leaves its number, a tombstone with the reason and who decided, and a whole record', async () => {
    const { site, article, shown, erase } = await opened(engine);
    const { id } = granted(await send(site, { articleId: article.id, text: 'Mind the third step.' }));
    granted(await send(site, { articleId: article.id, text: 'Which?', inReplyTo: 1, name: 'Ropewalk' }));
    granted(await editComment(site, { id, text: 'Mind the fourth step.' }));
    assert.equal(await erase(id, 'words'), true);
    const gone = await shown(1);
    assert.ok(gone?.state === 'removed');
    assert.deepEqual(
      [gone.reason, gone.erasedBy, gone.answeredBy.map(({ number }) => number)],
      ['Its writer asked for it.', 'editor', [2]],
    );
    assert.deepEqual((await shown(2))?.inReplyTo?.name, null);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
    assert.equal(await erase(id, 'words'), false, 'nothing is left to erase');
    assert.equal(await erase(id, eraseName), false);
  });

  test('takes only the name off, and the record commits to what is left', async () => {
    const { site, article, shown, erase } = await opened(engine);
    const { id } = granted(await send(site, { articleId: article.id, text: 'One', name: 'Fenella Wray' }));
    granted(await editComment(site, { id, text: 'Mind the step.' }));
    assert.equal(await erase(id, eraseName), true);
    const now = await shown(1);
    assert.ok(now?.state === 'published');
    assert.deepEqual([now.name, now.unnamed, now.text, now.sameWriter], ['', true, 'Mind the step.', []]);
    assert.deepEqual(await faultsOf(site), []);
    granted(await editComment(site, { id, text: 'Mind that step.' }));
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) => tx.updateTable('comments').set({ name: 'Somebody' }).execute());
    assert.match((await faultsOf(site)).join(' '), /Response 1/);
  });

  test('of a removed, a refused and a held one, and of an archive’s, keeps the record whole', async () => {
    const { site, responses, importedId } = await samplePublication(engine);
    const rows = await site.store.read
      .selectFrom('comments')
      .select(['id', 'number'])
      .where('article_id', '=', importedId)
      .orderBy('number')
      .execute();
    const [first = '', second = ''] = rows.map(({ id }) => id);
    await site.store.write(async (tx) => {
      assert.equal(
        await eraseWords(site, tx, { id: responses[1] ?? '', state: 'erased', erasing: asked }),
        true,
      );
      assert.equal(await eraseWords(site, tx, { id: first, state: 'erased', erasing: asked }), true);
      assert.equal(await eraseName(site, tx, { id: second, erasing: asked }), true);
    });
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) =>
      tx
        .updateTable('comments')
        .set({ source: 'No.', html: '<p>No.</p>' })
        .where('id', '=', second)
        .execute(),
    );
    assert.match((await faultsOf(site)).join(' '), /An imported page/);
  });

  for (const depth of ['name', 'words'] as const)
    test(`of all that an archive has from one person (${depth}) reckons anew once for fifty, and keeps the record whole`, async () => {
      const site = await openTestSite(engine);
      const many = Array.from({ length: 60 }, (_, index) => [
        `${index + 1}. Mike says:`,
        `Boat ${index + 1}.`,
      ]);
      const page = ['Boats', 'There are some.', '61 Responses to “Boats”', ...many.flat()];
      const text = [...page, '61. Nan says:', 'None of mine.', 'Leave a Reply'].join('\n\n');
      const captured = parseCapture(text).articles[0] ?? assert.fail();
      const { id } = granted(await importCapture(site, { captured, publish: true }));
      const queries: string[] = [];
      const plugin: KyselyPlugin = {
        transformQuery: ({ node }) => {
          if (/"name":"(?:name_looks|article_revisions)"/.test(JSON.stringify(node))) queries.push(node.kind);
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const write: TestSite['store']['write'] = (verb) =>
        site.store.write((tx) => verb(tx.withPlugin(plugin)));
      const watched = { ...site, store: Object.create(site.store, { write: { value: write } }) };
      const who = { by: 'name', value: 'Mike' } as const;
      assert.deepEqual(granted(await erasePerson(watched, { who, depth, erasing: asked })), {
        erased: 60,
        reports: 0,
      });
      const count = (kind: string) => queries.filter((each) => each === kind).length;
      assert.deepEqual([count('DeleteQueryNode'), count('SelectQueryNode')], [2, 2]);
      const looks = await site.store.read
        .selectFrom('name_looks')
        .select('look')
        .where('scope', '=', id)
        .execute();
      assert.deepEqual(new Set(looks.map(({ look }) => look)), new Set(looksToHold('Nan')));
      await sequenceEntries(site);
      assert.deepEqual(await faultsOf(site), []);
      await site.store.write((tx) =>
        tx
          .updateTable('comments')
          .set({ source: 'No.', html: '<p>No.</p>' })
          .where('name', '=', 'Nan')
          .execute(),
      );
      assert.match((await faultsOf(site)).join(' '), /An imported page/);
    });

  test('leaves none of its words, its name or its addresses in the database’s files', async () => {
    const { site, article } = await opened(engine);
    const canaries = ['Zanzibarquux', 'Wibblefroth', 'Quinquereme', 'Xyzzyplugh', 'Mollywoddle'];
    const [words = '', earlier = '', name = '', mail = '', told = ''] = canaries;
    const filler = async (from: number, to: number) => {
      for (let number = from; number < to; number += 1)
        granted(
          await send(site, {
            articleId: article.id,
            name: `R${number}`,
            text: `Filler ${number} `.repeat(40),
          }),
        );
    };
    const post = (text: string) =>
      postComment(site, {
        ...{ articleId: article.id, idempotencyKey: text },
        input: {
          name,
          text,
          email: `${mail}@post.example`,
          url: `https://${mail}.example/`,
          inReplyTo: null,
        },
        writer: { secret: 'another secret', address: '192.0.2.9', honeypot: false },
      });
    await filler(0, 40);
    const ids = [];
    for (let number = 0; number < 4; number += 1) {
      const { id } = granted(await post(`${earlier} ${number} ${'long words '.repeat(number * 900)}`));
      granted(
        await editComment(site, { id, text: `${words} ${number} ${'longer words '.repeat(number * 700)}` }),
      );
      ids.push(id);
      await filler(40 + number * 10, 50 + number * 10);
    }
    const [a = '', , , d = ''] = ids;
    const reason = { code: 'other', label: 'Another reason', sentence: `You wrote ${told}` };
    granted(await removeComment(site, { id: a, moderator: editor, reason }));
    for (const canary of canaries.slice(0, 4))
      assert.ok((await everythingKept(site)).includes(canary), canary);
    granted(await withdrawComment(site, d));
    const who = { by: 'response', value: a } as const;
    assert.deepEqual(granted(await erasePerson(site, { who, depth: 'words', erasing: asked })), {
      erased: 3,
      reports: 0,
    });
    site.clock.pass(3_600_000);
    await runDueJobs(site, jobHandlers);
    const failed = await site.store.read
      .selectFrom('jobs')
      .select('error')
      .where('error', 'is not', null)
      .execute();
    assert.deepEqual(failed, []);
    const kept = (await everythingKept(site)).toLowerCase();
    for (const canary of canaries) assert.ok(!kept.includes(canary.toLowerCase()), canary);
    if (site.store.engine === 'postgres') assert.deepEqual(await neverVacuumed(site), []);
    await sequenceEntries(site);
    assert.deepEqual(await faultsOf(site), []);
  });
});
