import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish, respond } from '../../src/desk/fixtures.ts';
import { openNewsroom } from '../support/newsroom.ts';
import { lookAt } from './look-at.ts';
import { runningPages } from './running.ts';

lookAt('pages on which the desk is run, in a browser', runningPages);

test('the desk works without scripts and breaks no content policy', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { id } = await publish(room, 'Harbour board to push for a toll');
  await respond(room, id, { name: 'Cheap Anchors 4 U', text: 'Great article!!' });
  const { page } = await room.enter('moderator', { javaScriptEnabled: false });
  await page.goto(`${room.address}/desk/queue/`);
  const first = page.locator('li.open').first();
  await first.locator('summary.cut').click();
  await first.getByLabel('Rule 5', { exact: false }).check();
  await first.getByLabel('A sentence to the writer').fill('No advertisements here.');
  await first.getByRole('button', { name: 'Remove', exact: true }).click();
  assert.match((await page.getByRole('status').textContent()) ?? '', /was removed/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  assert.match((await page.getByRole('status').textContent()) ?? '', /signed out/);
  assert.deepEqual(room.faults, []);
});
