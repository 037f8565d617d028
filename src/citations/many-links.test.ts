import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { citeText } from './cite-text.ts';
import { type Claimed, claimDue, release } from './claim-due.ts';
import { keepCopy } from './copies.ts';
import { openCited, page } from './fixtures.ts';
import { publicHtmlOf, type TextRef } from './queries.ts';
import { findLinks } from './start-citations.ts';
import { sweepCopies } from './sweep-copies.ts';

onBothEngines('many links', (engine) => {
  test('to one host are asked one by one with a rest between, and those to others do not wait for them', async () => {
    const site = await openTestSite(engine);
    const body = [
      ...Array.from({ length: 400 }, (_, index) => `https://one.example/${index}`),
      ...['https://two.example/', 'https://three.example/', 'https://four.example/'],
    ];
    await publishSample(site, { body: body.map((url) => `<${url}>`).join('\n\n') });
    await sequenceEntries(site);
    await findLinks(site);
    const hosts = (claimed: Claimed[]) => claimed.map(({ host }) => host).sort();
    const first = await claimDue(site, 4);
    assert.deepEqual(hosts(first), ['four.example', 'one.example', 'three.example', 'two.example']);
    assert.deepEqual(await claimDue(site, 4), []);
    site.clock.pass(60_000);
    assert.deepEqual(
      await claimDue(site, 4),
      [],
      'a slow host is asked by one alone, however long that takes',
    );
    for (const claimed of first) await release(site, claimed);
    site.clock.pass(2_900);
    assert.deepEqual(await claimDue(site, 4), []);
    site.clock.pass(200);
    const [next, ...none] = await Promise.all([claimDue(site, 4), claimDue(site, 4), claimDue(site, 4)]);
    const taken = [...(next ?? []), ...none.flat()];
    assert.deepEqual(hosts(taken), ['one.example'], 'three at once take one page together');
    assert.ok(!first.some(({ id }) => id === taken[0]?.id));
    site.clock.pass(601_000);
    assert.equal((await claimDue(site, 4)).length, 4, 'who never came back holds a host for ten minutes');
  });

  test('are used by nobody without being there, however often their pages are dropped and cited at one moment', async () => {
    const site = await openTestSite(engine);
    const texts: { text: TextRef; html: string }[] = [];
    for (const title of ['One', 'Two']) {
      const { id } = await publishSample(site, { title });
      const text = { text_id: id, article_id: id, comment_id: null };
      texts.push({ text, html: (await publicHtmlOf(site.store.read, text)) ?? '' });
    }
    const links = Array.from({ length: 5 }, (_, index) => ({
      ...{ url: `https://a.example/${index}`, host: 'a.example', passages: [] },
    }));
    for (let round = 0; round < 30; round += 1) {
      await Promise.all(
        texts.map((text, index) =>
          site.store.write((tx) =>
            citeText(site, tx, { ...text, links: (round + index) % 2 === 0 ? links : [] }),
          ),
        ),
      );
      const uses = await site.store.read
        .selectFrom('citation_uses')
        .innerJoin('citations', 'citations.id', 'citation_id')
        .select('url')
        .orderBy('position')
        .execute();
      assert.deepEqual(
        uses.map(({ url }) => url),
        links.map(({ url }) => url),
      );
    }
  });

  test('whose texts are withdrawn leave nothing behind: no snapshot, no copy', async () => {
    const { site, listener, look } = await openCited(engine, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: ['It is so.'] })),
    );
    const { id } = await publishSample(site);
    await setSetting(site, 'comments.links', '9');
    const sent = granted(
      await send(site, { articleId: id, text: `See ${listener.url}a and ${listener.url}b` }),
    );
    for (let more = 1; more > 0; site.clock.pass(3_001)) more = await look();
    const copies = () =>
      readdirSync(join(site.config.dataFolder, 'links'), { recursive: true }).filter((name) =>
        /gz$/.test(String(name)),
      );
    assert.equal(copies().length, 2);
    granted(await withdrawComment(site, sent.id));
    await look();
    assert.equal(copies().length, 0);
    for (const table of ['citations', 'citation_uses', 'snapshots', 'citation_checks'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
  });
});

test('a copy that a crash left is swept away after an hour, and none that is in use', async () => {
  const { site, listener, look } = await openCited('sqlite', (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: ['It is so.'] })),
  );
  await publishSample(site, { body: `[x](${listener.url})` });
  await look();
  await keepCopy(site, 'abandoned.warc.gz', Buffer.from('x'));
  site.clock.set(new Date().toISOString());
  assert.equal(await sweepCopies(site), 0);
  site.clock.pass(2 * 3_600_000);
  assert.equal(await sweepCopies(site), 1);
  assert.equal(await sweepCopies(site), 0);
});
