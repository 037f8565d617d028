import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { editArticle } from '../articles/save-article.ts';
import { importCapture } from '../migration/import-capture.ts';
import { parseCapture } from '../migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { verifyWords } from './verify-words.ts';

const capture = [
  'The ferry comes back',
  'It left in March and came back in May.',
  '2 Responses to “The ferry comes back”',
  '1. Ropewalk says:',
  'I saw it come in.',
  '2. Half-Tide says:',
  'So did I, from the other side.',
  'Leave a Reply',
].join('\n\n');

onBothEngines('the words that the record committed to', (engine) => {
  test('are found to be those that are kept, and a changed one is named', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.policy', 'open');
    const { id } = await publishSample(site, { title: 'First title' });
    const posted = granted(await send(site, { articleId: id, text: 'As I said' }));
    const editor = { actor: { role: 'editor' as const }, staffId: null };
    const input = articleInput.parse({ title: 'Second title', body: 'It moves.' });
    granted(await editArticle(site, editor, { id, input }));
    const [captured] = parseCapture(capture).articles;
    assert.ok(captured);
    const imported = granted(await importCapture(site, { captured, publish: true }));
    await sequenceEntries(site);
    assert.deepEqual(await verifyWords(site.store.read), []);

    const faultAfter = async (change: () => Promise<unknown>) => {
      await change();
      return (await verifyWords(site.store.read)).map((fault) => fault.sentence).join(' ');
    };
    const update = (where: string, source: string) =>
      site.store.write((tx) => tx.updateTable('comments').set({ source }).where('id', '=', where).execute());
    assert.match(await faultAfter(() => update(posted.id, 'As I never said')), /^Response 1 .* words/);
    assert.equal(await faultAfter(() => update(posted.id, 'As I said')), '');
    const first = await site.store.read
      .selectFrom('comments')
      .select('id')
      .where('article_id', '=', imported.id)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    assert.match(await faultAfter(() => update(first.id, 'I saw nothing.')), /^An imported page/);
    await update(first.id, 'I saw it come in.');
    const forget = () =>
      site.store.write((tx) => tx.deleteFrom('article_revisions').where('number', '=', 2).execute());
    assert.match(await faultAfter(forget), /^The revision of an article/);
    const counter = () =>
      site.store.write((tx) =>
        tx.updateTable('articles').set({ last_number: 9 }).where('id', '=', id).execute(),
      );
    assert.match(await faultAfter(counter), /has given 9 numbers and has 1 responses/);
  });
});
