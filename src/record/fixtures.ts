import assert from 'node:assert/strict';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { appendEntry } from './append.ts';
import { sequenceEntries } from './sequence.ts';

/** Enters that a response was published. */
export const append = (site: TestSite, number: number, visibility: 'public' | 'private' = 'public') =>
  site.store.write((tx) =>
    appendEntry(site, tx, {
      action: 'comment.publish',
      by: { role: 'writer', pseudonym: 'p' },
      subject: { type: 'comment', id: `c${number}`, article: 'a', number },
      visibility,
      words: { salt: 's', text: `words ${number}` },
    }),
  );

/** A record of so many entries, each third of them private. */
export async function recordOf(engine: 'sqlite' | 'postgres', length: number): Promise<TestSite> {
  const site = await openTestSite(engine);
  for (let n = 1; n <= length; n += 1) await append(site, n, n % 3 === 0 ? 'private' : 'public');
  assert.equal(await sequenceEntries(site), length);
  return site;
}
