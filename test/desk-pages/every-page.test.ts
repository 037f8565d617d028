import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { idPattern } from '../../src/desk/visit.ts';
import { runningPages } from './running.ts';
import { writingPages } from './writing.ts';

/** What is read at the desk and is no page, with the reason. */
const noPages: Record<string, string> = {
  '/desk': 'leads to the address with its slash',
  '/desk/queue/arrived/': 'a number for the queue’s script',
  '/desk/thread/': 'lines for the script of a thread',
  '/desk/settings/look/preview.css': 'a style sheet',
};

const listed = [...writingPages, ...runningPages];

test('every page of the desk is looked at in a browser: empty, full, and after a refusal', () => {
  const routes = deskRoutes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replaceAll(`{${idPattern}}`, ''));
  const pages = routes.filter((route) => !Object.hasOwn(noPages, route)).sort();
  assert.deepEqual(listed.map(({ route }) => route).sort(), pages);
  assert.deepEqual(
    Object.keys(noPages).filter((route) => !routes.includes(route)),
    [],
  );
});

test('a state that a page does not have is explained', () => {
  for (const { route, empty, full, refused } of listed)
    for (const state of [empty, full, refused])
      if (typeof state === 'string') assert.match(state, /^[A-Z].{15,}\.$/, route);
});
