import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { importCapture } from '../migration/import-capture.ts';
import { decodeCapture } from '../migration/text-capture/decode-capture.ts';
import { parseCapture } from '../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';
import { followMarks } from './follow-marks.ts';

const folder = `${process.cwd()}/../shared/seeds`;
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

type Told = { quotes: { verdict: string; source: object }[]; references: object[] };

onBothEngines('the page that the project starts from, imported and published', (engine) => {
  test('has its quotation and its references marked, and nothing else', {
    skip: files.length === 0 && 'no seeds beside this checkout',
  }, async () => {
    const decoded = decodeCapture(readFileSync(`${folder}/${files[0]}`));
    assert.ok('text' in decoded);
    const [captured] = parseCapture(decoded.text).articles;
    assert.ok(captured);
    const site = await openTestSite(engine);
    const { id, path } = granted(await importCapture(site, { captured, publish: true }));
    await sequenceEntries(site);
    while ((await followMarks(site)) > 0);
    const { app } = createSiteWeb(site);
    const listed = await app.request(`/api/v1/articles/${id}/comments`);
    const { items } = (await listed.json()) as { items: Told[] };
    const told = items.map(({ quotes, references }) => ({
      quotes: quotes.map(({ verdict, source }) => ({ verdict, source })),
      references,
    }));
    const nothing = { quotes: [], references: [] };
    const [first, second, third, fourth, fifth, sixth] = told;
    assert.deepEqual(first, nothing);
    assert.deepEqual(second, { quotes: [{ verdict: 'exact', source: { comment: 1 } }], references: [] });
    assert.deepEqual(third, { quotes: [], references: [{ text: 'The first response', to: 1 }] });
    assert.deepEqual(fourth?.quotes, [], 'what nobody wrote is not certified');
    assert.deepEqual(fifth?.references, [{ text: 'TH-resident', to: 4 }]);
    assert.deepEqual(sixth?.quotes, [], 'scare quotes are none');
    const page = await (await app.request(path ?? '')).text();
    assert.match(page, /<a class="q exact" href="#q-2-1"> ?<small>\[exact, response 1\]<\/small><\/a>/);
    assert.match(page, /<span class="passage" id="q-2-1">/);
    assert.match(
      page,
      /<span class="ref">The first response<\/span><a class="ref" href="#response-1"> <small>\[response 1\]/,
    );
    await setSetting(site, 'comments.policy', 'open');
    const signed = await send(site, { articleId: id, name: 'TH-resident', secret: 'somebody else' });
    assert.equal(signed.ok, false, 'refused as a signature');
  });
});
