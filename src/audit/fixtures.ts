import assert from 'node:assert/strict';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { editArticle } from '../articles/save-article.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { importCapture } from '../migration/import-capture.ts';
import { parseCapture } from '../migration/text-capture/parse-capture.ts';
import { removeComment, restoreComment } from '../moderation/decide.ts';
import { sequenceEntries } from '../record/sequence.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import type { Schema } from '../store/schema.ts';
import { verifyPublication } from './verify-publication.ts';

const capture = [
  'The ferry comes back',
  'It left in March and came back in May.',
  '3 Responses to “The ferry comes back”',
  '1. Ropewalk says:',
  'I saw it come in, see https://ferry.example/log & more.',
  '2. Half-Tide says:',
  'So did I, from the other side.',
  'Leave a Reply',
].join('\n\n');

export type Sample = {
  site: TestSite;
  /** The article written here, revised twice: once its words, once its tags. */
  articleId: string;
  path: string;
  importedId: string;
  /** Published, removed, restored, withdrawn, and published in answer to the first. */
  responses: string[];
};

/** A publication with an article and an imported page, and with responses in every state. */
export async function samplePublication(engine: EngineName): Promise<Sample> {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', 'open');
  const { id: articleId, path } = await publishSample(site, { title: 'First title' });
  const post = async (text: string, inReplyTo?: number) =>
    granted(await send(site, { articleId, text, ...(inReplyTo ? { inReplyTo } : {}) })).id;
  const responses: string[] = [];
  for (const text of ['As I said', 'Nonsense', 'Too hot', 'My address is …'])
    responses.push(await post(text));
  responses.push(await post('*Indeed*, see https://a.example', 1));
  await decide(site, responses);
  await revise(site, articleId);
  const [captured] = parseCapture(capture).articles;
  assert.ok(captured);
  const { id: importedId } = granted(await importCapture(site, { captured, publish: true }));
  granted(await importCapture(site, { captured: { ...captured, title: 'Not yet' }, publish: false }));
  await sequenceEntries(site);
  return { site, articleId, path, importedId, responses };
}

async function decide(site: TestSite, [, removed = '', restored = '', withdrawn = '']: string[]) {
  const moderator = { actor: { role: 'moderator' as const }, staffId: null };
  const reason = { code: 'other', label: 'Another reason', sentence: null };
  for (const id of [removed, restored]) granted(await removeComment(site, { id, moderator, reason }));
  granted(await restoreComment(site, { id: restored, moderator }));
  granted(await withdrawComment(site, withdrawn));
}

async function revise(site: TestSite, id: string) {
  const editor = { actor: { role: 'editor' as const }, staffId: null };
  const words = { title: 'Second title', body: 'It *moves*.' };
  for (const tags of ['', 'bridge'])
    granted(await editArticle(site, editor, { id, input: articleInput.parse({ ...words, tags }) }));
}

/** The sentences that the check answers. */
export async function faultsOf({ store }: TestSite): Promise<string[]> {
  return (await verifyPublication(store.read)).map(({ sentence }) => sentence);
}

type Table = 'comments' | 'articles' | 'article_revisions' | 'record_entries';

/** Changes a row behind the program's back, answers what the check then says, and puts the row back as it was. */
export async function forge<T extends Table>(
  site: TestSite,
  change: { table: T; id: string; set: Partial<Schema[T]> },
): Promise<string[]> {
  const { table, id, set } = change as { table: 'comments'; id: string; set: Partial<Schema['comments']> };
  const key = (change.table === 'article_revisions' ? 'article_id' : 'id') as 'id';
  const row = await site.store.read
    .selectFrom(table)
    .selectAll()
    .where(key, '=', id)
    .executeTakeFirstOrThrow();
  const before = Object.fromEntries(Object.keys(set).map((name) => [name, row[name as keyof typeof row]]));
  const write = (values: object) =>
    site.store.write((tx) => tx.updateTable(table).set(values).where(key, '=', id).execute());
  await write(set);
  const faults = await faultsOf(site);
  await write(before);
  return faults;
}
