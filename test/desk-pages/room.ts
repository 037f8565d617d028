import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Newsroom } from '../support/newsroom.ts';
import type { Furniture } from './furnish.ts';

/** A newsroom with its owner at the desk, and somebody at the door who is not signed in. */
export type Room = Newsroom & { page: Page; stranger: Page; has: Furniture };

/** Brings a page into a state and answers the page; the owner's where it answers none. */
export type State = (room: Room) => Promise<Page | undefined>;

/**
 * What may be seen at one address of the desk: with nothing there, with everything there, after something was
 * refused. A sentence in the place of a state says why there is none.
 */
export type PageStates = {
  route: string;
  empty: State | string;
  full: State | string;
  refused: State | string;
  more?: Record<string, State>;
};

type Path = string | ((has: Furniture) => string);

/** The page at an address. */
export const at =
  (path: Path): State =>
  async ({ page, address, has }) => {
    await page.goto(address + (typeof path === 'string' ? path : path(has)));
    return undefined;
  };

/** The page at an address with everything opened that opens. */
export const unfolded =
  (path: Path): State =>
  async (room) => {
    await at(path)(room);
    await room.page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
    return undefined;
  };

type Sent = { action?: Path; fields?: Record<string, string>; by?: 'stranger' };

/** What comes back when a form of a page is sent with these words, unchecked by the browser: a refusal. */
export const refused =
  (path: Path, { action = path, fields = {}, by }: Sent): State =>
  async (room) => {
    const page = by === 'stranger' ? room.stranger : room.page;
    const from = (where: Path) => (typeof where === 'string' ? where : where(room.has));
    await page.goto(room.address + from(path));
    const status = await submit(page, { action: from(action), fields });
    assert.ok(status >= 400 && status < 500, `it was answered ${status}`);
    return page;
  };

/** Fills the form that leads to an address and sends it. Answers the status that came back. */
export async function submit(
  page: Page,
  { action, fields = {} }: { action: string; fields?: Record<string, string> },
): Promise<number> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.request().isNavigationRequest(),
  );
  const loaded = page.waitForEvent('load');
  await page.evaluate(`{
    const form = [...document.forms].find((each) => each.method === 'post' && each.getAttribute('action') === ${JSON.stringify(action)});
    for (const [name, value] of Object.entries(${JSON.stringify(fields)})) {
      for (const each of form.querySelectorAll('[name="' + name + '"]')) each.disabled = true;
      const field = document.createElement('textarea');
      Object.assign(field, { name, value, hidden: true });
      form.append(field);
    }
    HTMLFormElement.prototype.submit.call(form);
  }`);
  const [response] = await Promise.all([answered, loaded]);
  return response.status();
}
