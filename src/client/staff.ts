import { send } from './queue/send.ts';
import { lateStyle } from './thread/late-style.ts';
import { numberOf, readPage, takeHeading } from './thread/page.ts';

/**
 * Shows the decisions of the desk under each response to whoever may take them. The page is the same for everybody: it
 * is the desk that says who asks, and what it answers is kept by nobody. Where it says that they are nobody, the mark by
 * which this script was brought goes.
 */
const root = document.querySelector<HTMLElement>('[data-live]');
if (root) void begin(root);

type Told = { html: string | null; responses: { number: number; html: string }[] };
type Answer = { sentence: string; html: string | null };

async function begin(root: HTMLElement): Promise<void> {
  const all = [...root.querySelectorAll('.ledger > .response')].map(numberOf);
  if (!(await show(root, all))) return;
  root.addEventListener('toggle', ({ target }) => void opened(target), true);
  root.addEventListener('submit', (event) => void decide(event));
  const come: number[] = [];
  root.addEventListener('added', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.querySelector('.at-desk')) return;
    if (come.push(numberOf(target)) === 1) setTimeout(() => void show(root, come.splice(0))); // many at once are one question
  });
}

/** Puts a line under each of these; answers whether the desk said so. */
async function show(root: HTMLElement, numbers: number[]): Promise<boolean> {
  const article = (root.dataset.live ?? '').replace(/responses\/live$/, '');
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const told = await ask<Told>(
    `/desk/thread/?${new URLSearchParams({ article, from: `${from}`, to: `${to}` })}`,
  );
  if (!told) return false;
  await lateStyle();
  if (told.html && !root.querySelector('.at-desk.waits'))
    root.querySelector('.count-note')?.after(partOf(told.html));
  for (const { number, html } of told.responses)
    if (numbers.includes(number)) document.getElementById(`response-${number}`)?.append(partOf(html));
  return true;
}

/** Null without a network, too: the thread then stays as readers have it. */
async function ask<T>(address: string): Promise<T | null> {
  const headers = { accept: 'application/json' };
  const answer = await fetch(address, { headers, redirect: 'manual' }).catch(() => null);
  if (answer?.ok) return (await answer.json()) as T;
  if (answer?.type === 'opaqueredirect' || answer?.status === 403) forgetMarker();
  return null;
}

function forgetMarker(): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have no other way that all of ours know
  document.cookie = `hustings.staff=; Max-Age=0; Path=/${secure}`;
}

function partOf(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const each of template.content.querySelectorAll('[autofocus]')) each.removeAttribute('autofocus');
  return template.content.firstElementChild as HTMLElement;
}

/** Reads how the response stands now, and tells the others who has it open. */
async function opened(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLDetailsElement) || !target.dataset.of || !target.open) return;
  const answer = await ask<Answer>(target.dataset.of);
  if (!answer?.html) return;
  put(target, answer);
  const lease = target.querySelector<HTMLFormElement>('form[action*="/open/"]');
  const other = lease && (await send(lease));
  if (other?.sentence) say(target, other.sentence);
}

function put(line: HTMLElement, { sentence, html }: Answer): void {
  if (html !== null) line.querySelector('[data-controls]')?.replaceWith(partOf(html));
  say(line, sentence);
}

function say(line: HTMLElement, sentence: string): void {
  const told = line.querySelector('.told');
  if (told) told.textContent = sentence;
}

/** A decision in a complaint leads back here by itself. */
async function decide(event: SubmitEvent): Promise<void> {
  const form = event.target;
  const line = form instanceof HTMLFormElement ? form.closest<HTMLElement>('.at-desk') : null;
  if (!(form instanceof HTMLFormElement) || !line || form.action.includes('/desk/cases/')) return;
  event.preventDefault();
  if (line.ariaBusy === 'true') return; // pressed twice: it is on its way
  line.ariaBusy = 'true';
  const answer = await send(form);
  line.ariaBusy = null;
  if (!answer) return form.submit(); // the page that this leads to tells what is wrong
  put(line, answer);
  if (answer.ok && /\/(?:remove|restore)\//.test(form.action)) await renew(line);
  const refused = line.querySelector<HTMLElement>('.refused');
  (refused ?? line.querySelector('summary'))?.focus({ preventScroll: refused === null });
}

/** The response as readers see it now, with its line. */
async function renew(line: HTMLElement): Promise<void> {
  const old = line.closest('.response');
  const read = await readPage(location.pathname, { cache: 'no-cache' });
  if (!old || !read?.ok) return; // it was decided, and its line says so: only the words stay as they were
  takeHeading(read.page);
  const now = read.page.getElementById(old.id);
  if (!now) return;
  const fresh = document.importNode(now, true);
  fresh.append(line);
  old.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('added', { bubbles: true }));
}
