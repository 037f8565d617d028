import { fill } from '../../lib/fill.ts';

/** What the script of a thread says, in the language of the page, which brings it. `{n}` and the like are places. */
export type ThreadWords = {
  one: string;
  many: string;
  added: string;
  changed: string;
  again: string;
  noSuch: string;
  isNew: string;
  newOne: string;
  newMany: string;
  collapse: string;
  openAll: string;
  openOne: string;
  closeOne: string;
  collapsed: string;
  openEvery: string;
  wholePage: string;
  close: string;
};

/** The thread on this page: its element, the article's path, its words, and where the reader is told things. */
export type Thread = { root: HTMLElement; path: string; say: ThreadWords; status: HTMLElement };

/** The thread of this page; null where there is none. */
export function threadHere(): Thread | null {
  const root = document.querySelector<HTMLElement>('[data-live]');
  if (!root) return null;
  const status = document.createElement('p');
  status.className = 'arrivals sans';
  status.setAttribute('role', 'status');
  root.append(status);
  const say = JSON.parse(root.dataset.words ?? '{}') as ThreadWords;
  return { root, path: (root.dataset.live ?? '').replace(/responses\/live$/, ''), say, status };
}

/** The newest number of the thread when the page was made, or as responses were added to it. */
export const lastOf = ({ root }: Thread): number => Number(root.dataset.last);

/** The number of a response that stands on the page. */
export const numberOf = (response: Element): number => Number(response.id.replace('response-', ''));

/**
 * Names an element by attributes, from which its style draws it: a copy of the page's text has nothing of it among the
 * words of the response. A writer's name has a direction of its own (U+2068 and U+2069 stand around it).
 */
export function label(element: HTMLElement, sentence: string, writer = ''): void {
  element.setAttribute('aria-label', fill(sentence, { name: writer }));
  element.dataset.say = fill(sentence, { name: `\u2068${writer}\u2069` });
}

/** A page that was read from here, as it is drawn; `ok` is false where it says what is wrong. */
export type Read = { ok: boolean; page: Document };

/** Reads a page of this publication. Null without a network: whoever asked leads there by the link, or tries again. */
export async function readPage(address: string, init: RequestInit = {}): Promise<Read | null> {
  const answer = await fetch(address, init).catch(() => null);
  if (!answer) return null;
  return { ok: answer.ok, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}

/** The heading counts the responses: as a newer page has it. */
export function takeHeading(page: Document): void {
  const [now, own] = [page.getElementById('rh')?.textContent, document.getElementById('rh')];
  if (own && now) own.textContent = now;
}

/** An element with text or others in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
