import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { stages } from '../../staff/permissions.ts';
import { articleIn, openDesk, signedIn } from '../fixtures.ts';

const words = { draft: 'Draft', 'in-review': 'In review', scheduled: 'Scheduled' } as const;
const after = { published: 'Published', withdrawn: 'Withdrawn' } as const;

onBothEngines('an article’s publishing page', (engine) => {
  test('says where the article stands and leads to its other pages and back', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    for (const stage of stages) {
      const id = await articleIn(desk, stage);
      const { text, status } = await editor.get(`/desk/articles/${id}/publishing/`);
      assert.equal(status, 200);
      assert.match(text, new RegExp(`<b>${{ ...words, ...after }[stage]}</b>, last saved`));
      assert.ok(text.includes(`<a href="/desk/articles/${id}/">Text</a>`));
      const form = await editor.get(`/desk/articles/${id}/`);
      assert.ok(form.text.includes(`<a href="/desk/articles/${id}/publishing/">Publishing</a>`));
      assert.match(form.text, new RegExp(`<a href="/desk/articles/${id}/" aria-current="page">Text</a>`));
    }
  });
});
