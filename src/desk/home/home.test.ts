import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { articleInput } from '../../articles/article.ts';
import { insertDraft } from '../../articles/save-article.ts';
import { openDesk, publish, respond, signedIn } from '../fixtures.ts';

onBothEngines('the desk’s first page', (engine) => {
  test('tells a moderator what waits and for how long', async () => {
    const desk = await openDesk(engine);
    const { id } = await publish(desk, 'Bridge toll');
    const moderator = await signedIn(desk, 'moderator');
    assert.match((await moderator.get('/desk/')).text, /Nothing is held\./);
    await respond(desk, id, { name: 'Turncock', text: 'They will not say.' });
    desk.site.clock.pass(3 * 86_400_000);
    await respond(desk, id, { name: 'Ropewalk', text: 'Later.' });
    const { text } = await moderator.get('/desk/');
    assert.match(text, /2 responses are held\. The oldest has waited 3 days\./);
    assert.match(text, /Queue 2/);
    assert.doesNotMatch(text, /\/desk\/articles\//);
  });

  test('leads authors to their writing and to nothing that they may not do', async () => {
    const author = await signedIn(await openDesk(engine), 'author');
    const { text } = await author.get('/desk/');
    assert.match(text, /href="\/desk\/articles\/new\/"/);
    assert.doesNotMatch(text, /\/desk\/queue\/|\/desk\/responses\//);
  });

  test('tells the owner of a demo how to begin a publication of their own', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    assert.doesNotMatch((await owner.get('/desk/')).text, /Start your own/);
    const input = articleInput.parse({ title: 'Invented', body: 'News.' });
    const provenance = { origin: 'demo', dated: null, losses: [] };
    await desk.site.store.write((tx) => insertDraft(desk.site, tx, { input, provenance }));
    assert.match((await owner.get('/desk/')).text, /Start your own.*hustings init/s);
    const editor = await signedIn(desk, 'editor');
    assert.doesNotMatch((await editor.get('/desk/')).text, /Start your own/);
  });
});
