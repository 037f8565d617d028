import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample, setSetting } from '../../test/support/publish.ts';
import { createSiteWeb } from '../web-app.ts';
import { askArchives } from './ask-archives.ts';
import { openCited, page } from './fixtures.ts';
import { mementosIn, nearest } from './time-map.ts';

const day = 86_400_000;
const timeMap = (base: string) => `<http://lost.example/>;rel="original",
  <${base}web/20200101000000/x> ; rel="first memento"; datetime="Wed, 01 Jan 2020 00:00:00 GMT",
  <${base}web/20260310000000/x>;rel="memento";datetime="Tue, 10 Mar 2026 00:00:00 GMT",
  <javascript:alert(1)>;rel="memento";datetime="Thu, 12 Mar 2026 07:00:00 GMT",
  <${base}web/20300101000000/x>;rel="last memento";datetime="Tue, 01 Jan 2030 00:00:00 GMT"`;

test('of the copies in an archive the one nearest to a day is found; what is no web address is none', () => {
  const found = mementosIn(timeMap('https://archive.example/'));
  assert.deepEqual(
    found.map(({ at }) => at.slice(0, 10)),
    ['2020-01-01', '2026-03-10', '2030-01-01'],
  );
  assert.equal(
    nearest(found, '2026-03-12T07:00:00.000Z')?.url,
    'https://archive.example/web/20260310000000/x',
  );
  assert.equal(nearest([], '2026-03-12T07:00:00.000Z'), null);
  const began = performance.now();
  mementosIn(`<${'a'.repeat(3_000)}${'<a>;rel="'.repeat(100_000)}`);
  mementosIn('<a>;'.repeat(400_000));
  assert.ok(performance.now() - began < 2_000, 'whatever is sent');
});

onBothEngines('web archives', (engine) => {
  test('are asked only where the settings name them: to save what is cited, and for what is gone', async () => {
    const asked: string[] = [];
    let isGone = false;
    const { site, listener, look } = await openCited(engine, (request, response) => {
      const url = request.url ?? '';
      asked.push(url.replace(/http:.*/, 'ADDRESS'));
      if (url.startsWith('/timemap/')) response.end(timeMap(listener.url));
      else if (url.startsWith('/save/')) response.writeHead(302, { location: '/saved' }).end();
      else if (isGone) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page({ paragraphs: ['It is so.'] }));
    });
    const { path } = await publishSample(site, { body: `[There](${listener.url}x)` });
    await look();
    assert.equal(await askArchives(site), 0);
    await setSetting(site, 'links.archive-save', `${listener.url}save/`);
    await setSetting(site, 'links.archive', `${listener.url}timemap/`);
    assert.equal(await askArchives(site), 1);
    assert.equal(await askArchives(site), 0, 'once');
    isGone = true;
    for (const rest of [day, 3_600_000, day, day]) {
      site.clock.pass(rest);
      await look();
    }
    assert.equal(await askArchives(site), 1);
    assert.equal(await askArchives(site), 0, 'found is found');
    assert.deepEqual(
      asked.filter((url) => !/^\/x/.test(url)),
      ['/save/ADDRESS', '/saved', '/timemap/ADDRESS'],
    );
    const html = await (await createSiteWeb(site).app.request(path)).text();
    assert.match(
      html,
      /In an archive as of 10 March 2026: <a rel="nofollow" href="[^"]+\/web\/20260310000000\/x">/,
    );
  });
});
