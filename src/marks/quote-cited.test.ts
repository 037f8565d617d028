import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send } from '../../test/support/publish.ts';
import { openCited, page } from '../citations/fixtures.ts';
import { jobHandlers } from '../cli/job-handlers.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createSiteWeb } from '../web-app.ts';
import { annotateComment } from './annotate-comment.ts';

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
});
