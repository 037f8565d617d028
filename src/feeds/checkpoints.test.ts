import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { openCheckpoint } from '../merkle/checkpoint.ts';
import { verifierOf } from '../merkle/signed-note.ts';
import { readSettings } from '../publication/queries.ts';
import { takeBack } from '../record/fixtures.ts';
import { checkpointPath, keepCheckpointFile } from '../record/log/checkpoint-file.ts';
import { checkpointToGive, recordSigner } from '../record/log/log.ts';
import { storedEntries } from '../record/queries.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { startSequencer } from '../record/sequencer.ts';
import { verifyChain } from '../record/verify.ts';
import { composeLetter } from '../subscriptions/compose.ts';
import { createSiteWeb } from '../web-app.ts';

const noteIn = (feed: string) =>
  /<tlog:checkpoint xmlns:tlog="https:\/\/c2sp\.org\/tlog-checkpoint">([^<]*)</.exec(feed)?.[1] ?? '';

onBothEngines('checkpoints that go out', (engine) => {
  const open = async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.policy', 'open');
    const { id: articleId, path } = await publishSample(site);
    granted(await send(site, { articleId, text: 'It leaks.' }));
    await sequenceEntries(site);
    const { app } = createSiteWeb(site);
    const get = async (address: string) => (await app.request(`https://ledger.example${address}`)).text();
    const says = (note: string) =>
      openCheckpoint(note, verifierOf(recordSigner(site))) ?? assert.fail(`${note} is no checkpoint`);
    return { site, articleId, path, get, says };
  };

  test('stand in every feed, of all three kinds, and show later what was rolled back', async () => {
    const { site, articleId, path, get, says } = await open();
    const notes: string[] = [];
    for (const feed of ['/feed/', '/comments/feed/', `${path}feed/`, '/corrections/feed/'])
      notes.push(noteIn(await get(feed)));
    for (const feed of ['/feed/atom/', `${path}feed/atom/`]) notes.push(noteIn(await get(feed)));
    notes.push(JSON.parse(await get('/feed.json'))._checkpoint.note);
    assert.equal(new Set(notes).size, 1, 'the same in all');
    const against = says(notes[0] ?? '');
    assert.deepEqual((await verifyChain(site, { against })).faults, []);
    granted(await send(site, { articleId, text: 'Held.', name: 'Nan', secret: 'nan' }));
    await sequenceEntries(site);
    assert.deepEqual((await verifyChain(site, { against })).faults, []);
    await takeBack(site, against.size - 1);
    assert.deepEqual((await verifyChain(site)).faults, []);
    assert.match((await verifyChain(site, { against })).faults[0]?.sentence ?? '', /rolled back/);
  });

  test('change in a feed only with what the public can see', async () => {
    const { site, articleId, get, says } = await open();
    const before = await get('/feed/atom/');
    await setSetting(site, 'comments.pace', '99');
    await sequenceEntries(site);
    assert.equal(await get('/feed/atom/'), before, 'a private line');
    assert.ok(says((await checkpointToGive(site)) ?? '').size > says(noteIn(before)).size);
    granted(await send(site, { articleId, text: 'More.', name: 'Nan', secret: 'nan' }));
    await sequenceEntries(site);
    assert.notEqual(await get('/feed/atom/'), before);
  });

  test('end letters to readers, their lines whole; a feed goes out without one where none may be signed', async () => {
    const { site, get, says } = await open();
    const checkpoint = await checkpointToGive(site);
    const { text } = composeLetter(site, {
      settings: await readSettings(site),
      address: { email: 'wilf@post.example', manage: 'https://ledger.example/letters/x/' },
      ...{ news: [], letterId: 'l', checkpoint },
    });
    assert.match(text, /A checkpoint of the public record/);
    assert.ok(says(text.slice(text.indexOf('ledger.example/record\n'))).size > 0);
    await site.store.write((tx) => sql`DELETE FROM record_entries WHERE seq > 1`.execute(tx));
    assert.equal(await checkpointToGive(site), null);
    assert.doesNotMatch(await get('/feed/'), /tlog:checkpoint/);
  });

  test('lie beside the database for whoever copies them away', async () => {
    const { site, says } = await open();
    const sequencer = startSequencer(site);
    await sequencer.stop();
    const file = checkpointPath(site.config.dataFolder);
    const size = (await storedEntries(site.store.read, { after: 0, limit: 100 })).length;
    assert.equal(says(readFileSync(file, 'utf8')).size, size);
    const kept = readFileSync(file, 'utf8');
    await takeBack(site, size - 1);
    await keepCheckpointFile(site);
    assert.equal(readFileSync(file, 'utf8'), kept, 'one over more entries stays');
    writeFileSync(file, kept.replace(`\n${size}\n`, `\n${size + 1}\n`));
    await keepCheckpointFile(site);
    assert.equal(says(readFileSync(file, 'utf8')).size, size - 1, 'unless this record never signed it');
    rmSync(file);
  });
});
