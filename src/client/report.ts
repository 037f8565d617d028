import { lateStyle } from './thread/late-style.ts';
import { make, readPage, type ThreadWords } from './thread/page.ts';

/**
 * Reports a response without leaving the thread: what its page has, shown over the thread until Escape or its button
 * closes it. Whatever the server says stands there too. Where that cannot be had, the link and the form lead to pages.
 */
document.addEventListener('report', ({ target }) => {
  if (target instanceof HTMLAnchorElement) void open(target);
});

type Loaded = { heading: string; part: HTMLElement };

/** The part of the page that is about the report; null where there is none, or no answer. */
async function load(address: string, init: RequestInit = {}): Promise<Loaded | null> {
  const page = (await readPage(address, init))?.page;
  const part = page?.getElementById('reporting');
  if (!page || !part) return null;
  return { heading: page.querySelector('h1')?.textContent ?? '', part: apart(part) };
}

/** Names of its parts that the page around has not. */
function apart(part: HTMLElement): HTMLElement {
  const name = (id: string) => `reporting-${id}`;
  const names = (element: Element, attribute: string) =>
    element.setAttribute(attribute, (element.getAttribute(attribute) ?? '').split(' ').map(name).join(' '));
  for (const attribute of ['id', 'for', 'aria-describedby'])
    for (const element of part.querySelectorAll(`[${attribute}]`)) names(element, attribute);
  for (const link of part.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `#${name(link.getAttribute('href')?.slice(1) ?? '')}`);
  part.removeAttribute('id');
  part.querySelector('[autofocus]')?.removeAttribute('autofocus');
  return document.importNode(part, true);
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const [loaded] = await Promise.all([load(link.href), lateStyle()]);
  if (!loaded) return location.assign(link.href);
  const words = document.querySelector<HTMLElement>('[data-live]')?.dataset.words ?? '{}';
  const { close } = JSON.parse(words) as ThreadWords;
  const heading = make('h2', { id: 'reporting', tabindex: '-1' }, loaded.heading);
  const shut = make('button', { type: 'button' }, close);
  const dialog = make(
    'dialog',
    { class: 'over sans', 'aria-labelledby': 'reporting' },
    heading,
    loaded.part,
    shut,
  );
  let { part } = loaded;
  let isSending = false;
  shut.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus({ preventScroll: true });
  });
  dialog.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || isSending) return;
    isSending = true;
    const next = await send(event.target, event.submitter);
    isSending = false;
    if (!next) return;
    part.replaceWith(next.part);
    part = next.part;
    tell(part, heading);
  });
  (document.querySelector('main') ?? document.body).append(dialog);
  dialog.showModal();
  heading.focus();
}

/** Sends it with what was pressed. Null where the answer is none of the page’s own: then the form goes by itself. */
async function send(form: HTMLFormElement, pressed: HTMLElement | null): Promise<Loaded | null> {
  const reason = pressed instanceof HTMLButtonElement ? pressed.value : '';
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('reason', reason);
  const next = await load(form.action, { method: 'POST', body });
  if (next) return next;
  form.append(make('input', { type: 'hidden', name: 'reason', value: reason }));
  form.submit();
  return null;
}

/** What was said moves the focus to it. */
function tell(part: HTMLElement, heading: HTMLElement): void {
  const said = part.querySelector<HTMLElement>('.refused, .waitbox');
  if (said) said.tabIndex = -1;
  (said ?? heading).focus();
}
