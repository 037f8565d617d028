import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleIn, openDesk, signedIn } from '../fixtures.ts';
import { deskRoutes } from '../routes.tsx';
import { saidOf } from './said.ts';

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test('a code in an address says what is written for it, and nothing for what objects are born with', () => {
  const words = { saved: 'It is saved.' };
  assert.equal(saidOf(words, 'saved'), 'It is saved.');
  for (const code of [...inherited, 'else', '', null]) assert.equal(saidOf(words, code), null);
});

test('no page of the desk says anything to a code that nobody wrote, in any of its parameters', async () => {
  const desk = await openDesk('sqlite');
  const owner = await signedIn(desk, 'owner');
  const id = await articleIn(desk, 'published');
  for (const { method, path } of deskRoutes) {
    if (method !== 'GET' || path === '/desk/sign-in/letter/') continue;
    const address = path.replace(/:id\{[^/]*\}/, id).replace(/:\w+\{[^/]*\}/g, id);
    const shown = async (code: string) => {
      const query = ['done', 'said', 'state', 'kind', 'days', 'order'].map((name) => `${name}=${code}`);
      const { status, text } = await owner.get(`${address}?${query.join('&')}`);
      assert.ok(status < 500, `${address} ${code} ${status}`);
      return text.replaceAll(code, '').replaceAll(/value="[0-9a-f-]{36}"/g, '');
    };
    const plain = await shown('nobody-wrote-this');
    for (const code of inherited.slice(0, 3)) {
      const text = await shown(code);
      assert.equal(text, plain, `${address}?done=${code}`);
      assert.doesNotMatch(text, /\[native code\]|\[object/);
    }
  }
});
