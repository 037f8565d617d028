import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookOver } from '../support/accessibility.ts';
import { openNewsroom } from '../support/newsroom.ts';
import { type Furniture, furnish } from './furnish.ts';
import type { PageStates, Room, State } from './room.ts';

/** Looks at every state of these pages: with nothing at the desk, then with everything. */
export function lookAt(title: string, pages: readonly PageStates[]): void {
  test(title, async (t) => {
    const bare = await openRoom();
    t.after(() => bare.close());
    for (const { route, empty } of pages)
      if (typeof empty === 'function' && !isOfOne(route))
        await t.test(`${route}, empty`, () => look(bare, { name: `${route} empty`, state: empty }));
    const room = await openRoom();
    t.after(() => room.close());
    room.has = await furnish(room);
    for (const { route, empty, full, more, refused } of pages) {
      const states = { ...(isOfOne(route) && { empty }), full, ...more, refused };
      for (const [name, state] of Object.entries(states))
        if (typeof state === 'function')
          await t.test(`${route}, ${name}`, () => look(room, { name: `${route} ${name}`, state }));
    }
  });
}

/** Whether a page is about one thing, which must be there. */
const isOfOne = (route: string) => route.includes('/:id/');

async function openRoom(): Promise<Room> {
  const newsroom = await openNewsroom('sqlite');
  const { page } = await newsroom.enter('owner');
  const { page: stranger } = await newsroom.open();
  return { ...newsroom, page, stranger, has: {} as Furniture };
}

type Looked = { name: string; state: State };

async function look(room: Room, { name, state }: Looked): Promise<void> {
  const page = (await state(room)) ?? room.page;
  if (/ refused$/.test(name)) await page.waitForFunction('document.activeElement.id === "refused"');
  await lookOver(page, `desk ${name}`);
  assert.deepEqual(await page.evaluate(smallTargets), [], 'every target is at least 24 pixels high and wide');
  const faults = room.faults.splice(0);
  assert.deepEqual(
    faults.filter((fault) => !/status of 4\d\d/.test(fault)),
    [],
  );
}

/** But for links inside sentences. */
const smallTargets = `[...document.querySelectorAll('a, button, input, select, summary, textarea')]
  .filter((element) => !element.closest('p:not(.links, .actions), .vh, .words, h2, li.item h2') && element.type !== 'hidden' && !element.matches('.num'))
  .filter((element) => !element.classList.contains('skip') && element.offsetParent !== null)
  .map((element) => [(element.closest('label') ?? element).getBoundingClientRect(), element.outerHTML.slice(0, 120)])
  .filter(([box]) => box.height < 24 || box.width < 24)
  .map(([box, html]) => html + ' ' + box.width + ' × ' + box.height)`;
