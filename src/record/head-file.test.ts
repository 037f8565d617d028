import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite } from '../../test/support/site.ts';
import { genesis } from './entry.ts';
import { append, recordOf } from './fixtures.ts';
import { headPath, readHead, writeHead } from './head-file.ts';
import { sequenceEntries } from './sequence.ts';
import { verifyChain } from './verify.ts';

onBothEngines('the head file', (engine) => {
  test('a database ahead of its head file is whole: the file is written after the commit', async () => {
    const site = await recordOf(engine, 3);
    const older = readHead(site.config.dataFolder);
    await append(site, 4);
    await sequenceEntries(site);
    assert.ok(older);
    writeHead(site.config.dataFolder, older);
    assert.deepEqual((await verifyChain(site)).faults, []);
    writeHead(site.config.dataFolder, { seq: 0, hash: genesis });
    assert.deepEqual((await verifyChain(site)).faults, [], 'killed between the first commit and the file');
  });

  test('a head file that is missing is a fault, and the sequencer goes on with a warning', async () => {
    const site = await recordOf(engine, 3);
    const folder = site.config.dataFolder;
    rmSync(headPath(folder));
    const kept = readHead(folder);
    const { faults } = await verifyChain(site);
    assert.match(faults[0]?.sentence ?? '', /^The head file is missing: .* Put \S+record-head\.json back/);
    const warnings: unknown[] = [];
    site.log.warn = (...said: unknown[]) => void warnings.push(said);
    await append(site, 4);
    await sequenceEntries(site);
    assert.equal(warnings.length, 1);
    assert.equal(readHead(folder)?.seq, 4);
    assert.match((await verifyChain(site, { kept })).faults[0]?.sentence ?? '', /^The head file is missing/);
    await append(site, 5);
    await sequenceEntries(site);
    assert.equal(warnings.length, 1);
  });

  test('the first entry is placed without a warning', async () => {
    const site = await openTestSite(engine);
    site.log.warn = () => assert.fail('there was no head file to miss');
    await append(site, 1);
    await sequenceEntries(site);
    assert.equal(readHead(site.config.dataFolder)?.seq, 1);
  });
});
