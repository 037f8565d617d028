import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { appendEntry, type NewEntry } from './append.ts';
import { readHead, writeHead } from './head-file.ts';
import { storedEntries } from './queries.ts';
import { sequenceEntries } from './sequence.ts';

type Visibility = 'public' | 'private';

/** Enters that a response was published. */
export const append = (site: TestSite, number: number, visibility: Visibility = 'public') =>
  site.store.write((tx) => appendEntry(site, tx, published(number, visibility)));

function published(number: number, visibility: Visibility): NewEntry {
  return {
    action: 'comment.publish',
    by: { role: 'writer', pseudonym: 'p' },
    subject: { type: 'comment', id: `c${number}`, article: 'a', number },
    visibility,
    words: { salt: 's', text: `words ${number}` },
  };
}

/** A record of so many entries, each third of them private. */
export async function recordOf(
  engine: 'sqlite' | 'postgres',
  length: number,
  env: Record<string, string> = {},
): Promise<TestSite> {
  const site = await openTestSite(engine, env);
  await site.store.write(async (tx) => {
    for (let n = 1; n <= length; n += 1)
      await appendEntry(site, tx, published(n, n % 3 === 0 ? 'private' : 'public'));
  });
  assert.equal(await sequenceEntries(site), length);
  return site;
}

/** What somebody does who may write to the database and to the head file. */
export async function takeBack(site: TestSite, seq: number): Promise<void> {
  await site.store.write((tx) => sql`DELETE FROM record_entries WHERE seq > ${seq}`.execute(tx));
  const [last] = await storedEntries(site.store.read, { after: seq - 1, limit: 1 });
  assert.ok(last && readHead(site.config.dataFolder));
  writeHead(site.config.dataFolder, { seq, hash: last.hash });
}
