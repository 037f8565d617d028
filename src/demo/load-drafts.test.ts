import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestSite } from '../../test/support/site.ts';
import { stageOf } from '../articles/queries.ts';
import { drafts } from './content/drafts.ts';
import { loadDrafts } from './load-drafts.ts';

test('the demo’s desk has a draft to be read, one with a time, and one in hand; each once', async () => {
  const site = await openTestSite('sqlite');
  await loadDrafts(site, new Set([drafts[2]?.title ?? '']));
  await loadDrafts(site, new Set(drafts.slice(0, 2).map(({ title }) => title)));
  const rows = await site.store.read.selectFrom('articles').select(['id', 'title']).execute();
  const stages = await Promise.all(
    drafts.map(({ title }) => stageOf(site.store.read, rows.find((row) => row.title === title)?.id ?? '')),
  );
  assert.deepEqual([rows.length, ...stages], [3, 'in-review', 'scheduled', 'draft']);
});
