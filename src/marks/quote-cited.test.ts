import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, postOf, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openCited, page } from '../citations/fixtures.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import type { Site } from '../site.ts';
import { createSiteWeb } from '../web-app.ts';
import { annotateComment } from './annotate-comment.ts';
import { postMarked } from './post-marked.ts';

const paragraphs = [
  'The keel-bolts were last renewed when sugar was rationed, and nobody has looked since.',
  'Nobody who proposes to leave them another winter should be let near a bridge.',
];
const answer: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page({ paragraphs }));

onBothEngines('a quotation of a page that is cited', (engine) => {
  test('is marked when a copy of the page was kept, for its citer and for who quotes it later, and leads to its words', async () => {
    const { site, listener, look } = await openCited(engine, answer);
    const { id, path } = await publishSample(site, { policy: 'open' });
    const say = async (name: string, text: string) => {
      site.clock.pass(1_000);
      const sent = granted(await send(site, { articleId: id, name, text, secret: name }));
      await annotateComment(site, sent.id);
    };
    await say('Ann', 'They “were last renewed when sugar was rationed”, before anybody cites it.');
    await say(
      'Ida',
      `${listener.url}deck says “were last renewed when sugar was rationed” and “to leave them a winter more should be let”.`,
    );
    const quotes = async () => {
      const sent = await createSiteWeb(site).app.request(`/api/v1/articles/${id}/comments`);
      const { items } = (await sent.json()) as { items: { quotes: { verdict: string; source: object }[] }[] };
      return items.map((item) => item.quotes.map(({ verdict, source }) => ({ verdict, ...source })));
    };
    assert.deepEqual(await quotes(), [[], [{ verdict: 'exact', comment: 1 }]]);
    await look();
    await runDueJobs(site, jobHandlers);
    const { id: citation } = await site.store.read
      .selectFrom('citations')
      .select('id')
      .executeTakeFirstOrThrow();
    await say('Tam', 'Quite: “should be let near a bridge”.');
    assert.deepEqual(await quotes(), [
      [],
      [
        { verdict: 'exact', comment: 1 },
        { verdict: 'altered', citation },
      ],
      [{ verdict: 'exact', citation }],
    ]);
    const html = await (await createSiteWeb(site).app.request(path)).text();
    assert.ok(
      html.includes(
        `<a class="q exact" href="${listener.url}deck#:~:text=should%20be%20let%20near%20a%20bridge" rel="ugc nofollow noopener">“should be let near a bridge” <small>[exact, the cited page]</small></a>`,
      ),
      html.slice(html.indexOf('id="response-3"')),
    );
    await runDueJobs(site, jobHandlers);
    assert.equal((await quotes())[1]?.length, 2, 'done twice, it changes nothing');
  });

  /** A thread whose first response says some words, and whose second cites a page, of which a copy was kept. */
  const cited = async () => {
    const { site, listener, look } = await openCited(engine, answer);
    await setSetting(site, 'comments.pace', '0');
    const { id } = await publishSample(site, { policy: 'open' });
    const say = (name: string, text: string) =>
      postMarked(site, postOf({ articleId: id, name, text, secret: name })).then(granted);
    await say('Ann', 'They were last renewed when sugar was rationed, and so it goes.');
    await say('Ida', `See ${listener.url}deck.`);
    await look();
    const quoted = async (number: number) => {
      const rows = await site.store.read
        .selectFrom('comment_quotations')
        .select(['source_kind', 'verdict'])
        .where('number', '=', number)
        .orderBy('position')
        .execute();
      return rows.map(({ source_kind, verdict }) => `${source_kind} ${verdict}`);
    };
    return { site, id, say, quoted, runJobs: () => runDueJobs(site, jobHandlers) };
  };

  test('is looked for only where a response quotes what is not known yet', async () => {
    const { site, id, runJobs } = await cited();
    await runJobs();
    const tables: string[] = [];
    const plugin: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (/"name":"snapshots"/.test(JSON.stringify(node))) tables.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const read = site.store.read.withPlugin(plugin);
    const watched: Site = { ...site, store: Object.create(site.store, { read: { value: read } }) };
    const say = (text: string) =>
      postMarked(watched, postOf({ articleId: id, name: 'Tam', text, secret: 'Tam' }));
    granted(await say('It is nobody’s fault.'));
    granted(await say('As said: “were last renewed when sugar was rationed”.'));
    assert.deepEqual(tables, [], 'nothing is quoted, or it stands in the thread');
    granted(await say('But “should be let near a bridge”.'));
    assert.deepEqual(
      tables,
      ['SelectQueryNode', 'SelectQueryNode'],
      'which pages there are, and one of them',
    );
  });

  test('is looked for in however many responses', async () => {
    const { site, id, quoted, runJobs } = await cited();
    const row = await site.store.read
      .selectFrom('comments')
      .selectAll()
      .where('number', '=', 2)
      .executeTakeFirstOrThrow();
    const quoting = '<p>Well: “should be let near a bridge”.</p>';
    const copies = Array.from({ length: 1_010 }, (_, index) => ({
      ...{ ...row, id: `${row.id}-${index}`, number: index + 3, pseudonym_id: null },
      html: index === 1_009 ? quoting : '<p>“No.”</p>',
    }));
    await site.store.write(async (tx) => {
      for (let from = 0; from < copies.length; from += 200)
        await tx
          .insertInto('comments')
          .values(copies.slice(from, from + 200))
          .execute();
      await tx.updateTable('articles').set({ last_number: 1_012 }).where('id', '=', id).execute();
    });
    await runJobs();
    assert.deepEqual(await quoted(1_012), ['citation exact']);
  });

  test('is better than an altered one, however many are marked, and never one too many', async () => {
    const { say, quoted } = await cited();
    const known = '“were last renewed when sugar was rationed” ';
    const better = '“were last renewed when sugar was rationed, and nobody has looked”';
    await say('Tam', `${better} ${known.repeat(60)}`);
    const all = await quoted(3);
    assert.deepEqual([all.length, all[0], all[1]], [50, 'citation exact', 'comment exact']);
  });

  test('is looked for later where the cited pages are more than a writer can wait for', async () => {
    const { site, say, quoted, runJobs } = await cited();
    await runJobs();
    const filler = `Filler. `.repeat(130_000);
    await site.store.write((tx) =>
      tx
        .updateTable('snapshots')
        .set((eb) => ({ words: eb(eb.ref('words'), '||', `\n${filler}`) }))
        .execute(),
    );
    await say('Tam', 'Yet “should be let near a bridge”.');
    assert.deepEqual(await quoted(3), []);
    await runJobs();
    assert.deepEqual(await quoted(3), ['citation exact']);
  });
});
