import assert from 'node:assert/strict';
import { test } from 'node:test';
import { granted, send, setSetting } from '../../../test/support/publish.ts';
import { restoreComment } from '../../moderation/decide.ts';
import { isArticleRoute } from '../desk-route.ts';
import { openDesk, publish, signedIn } from '../fixtures.ts';
import { deskRoutes } from '../routes.tsx';

/** Everything that a form of the desk might call a text, each saying what nobody wrote. */
const reworded = Object.fromEntries(
  ['text', 'source', 'body', 'html', 'words', 'name', 'sentence', 'note', 'url', 'answer', 'comment'].map(
    (name) => [name, 'Reworded by staff'],
  ),
);
const ofResponses = /queue|responses|reviews|cases|people|respond/;
const choices = { reason: 'rule-1', kind: 'pseudonym', period: '1', seen: '0', pick: '', id: '' };

test('nothing that is sent to the desk changes a reader’s words or name: they stand, or are gone', async () => {
  const desk = await openDesk('sqlite');
  const { site } = desk;
  await setSetting(site, 'comments.policy', 'open');
  const article = await publish(desk, 'The bridge is stuck');
  const original = { name: 'Half-Tide', source: 'I was there.', url: 'https://half-tide.example/' };
  const { id } = granted(
    await send(site, { articleId: article.id, text: original.source, url: original.url }),
  );
  const owner = await signedIn(desk, 'owner');
  const posts = deskRoutes.filter(({ method, path }) => method === 'POST' && !path.includes('sign-out'));
  const read = () =>
    site.store.read
      .selectFrom('comments')
      .select(['name', 'source', 'url', 'html', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  let removals = 0;
  for (const route of posts)
    for (const act of ofResponses.test(route.path) ? ['', 'change', 'save', 'restore', 'remove'] : ['']) {
      const about = isArticleRoute(route) ? article.id : id;
      const path = route.path.replace(/:id\{[^/]*\}/, about).replace(/:\w+\{[^/]*\}/g, id);
      await owner.post(path, { ...choices, ...reworded, do: act, pick: id, id, response: id });
      const { html, state, ...now } = await read();
      assert.deepEqual(now, original, `${path} ${act}`);
      assert.equal(html, '<p>I was there.</p>', path);
      if (state === 'published') continue;
      removals += 1;
      granted(await restoreComment(site, { id, moderator: { actor: { role: 'owner' }, staffId: null } }));
    }
  assert.ok(posts.length > 60 && removals > 0, `${posts.length} forms, ${removals} removals`);
});
