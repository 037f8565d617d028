import { make, readPage, type Thread } from './page.ts';

/** Wide enough for a conversation beside the words of the thread, which it never covers. */
const roomy = matchMedia('(min-width: 78rem)');
const links = 'a[href$="/conversation/"]';

/** Opens a conversation beside the thread. Where there is no room, or no script, its link leads to its page. */
export function openBeside(thread: Thread): void {
  let close = () => {};
  let asked: HTMLAnchorElement | null = null;
  thread.root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null;
    if (!link || link.closest('.side') || !roomy.matches || isElsewhere(event)) return;
    event.preventDefault();
    if (asked === link) return; // pressed twice: it is on its way
    close();
    asked = link;
    void load(link).then((ledger) => {
      if (asked !== link) return; // another one was asked for since, or none any more
      asked = null;
      if (!ledger) return location.assign(link.href);
      close = show(thread, { link, ledger });
    });
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    asked = null;
    close();
  });
}

/** Asked to open in another tab or window. */
export function isElsewhere({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

type Shown = { heading: string; turns: Element; more: Element | null };

async function load({ href }: HTMLAnchorElement): Promise<Shown | null> {
  const read = await readPage(href);
  if (!read?.ok) return null;
  const { page } = read;
  const turns = page.querySelector('.ledger');
  if (!turns) return null;
  for (const link of turns.querySelectorAll<HTMLAnchorElement>('a[href]')) shorten(link);
  for (const each of turns.querySelectorAll('[id]')) each.removeAttribute('id');
  return {
    heading: page.getElementById('rh')?.textContent ?? '',
    turns,
    more: page.querySelector('nav.pages'),
  };
}

/** A response that stands on this page is led to without loading it again. */
function shorten(link: HTMLAnchorElement): void {
  const number = /\/responses\/(\d+)\/$/.exec(link.getAttribute('href') ?? '')?.[1];
  const id = `response-${number}`;
  if (number !== undefined && document.getElementById(id)) link.setAttribute('href', `#${id}`);
}

/** Shows it; answers how to close it, which gives the focus back. */
function show({ say }: Thread, { link, ledger }: { link: HTMLAnchorElement; ledger: Shown }): () => void {
  const heading = make('h2', { id: 'side-heading', tabindex: '-1' }, ledger.heading);
  const shut = make('button', { type: 'button' }, say.close);
  const ways = make('p', { class: 'links sans' }, make('a', { href: link.href }, say.wholePage), ' ', shut);
  const side = make('dialog', { class: 'side', 'aria-labelledby': heading.id }, heading, ways);
  side.append(document.importNode(ledger.turns, true));
  if (ledger.more) side.append(document.importNode(ledger.more, true));
  (document.querySelector('main') ?? document.body).append(side);
  const close = () => {
    const hadFocus = side.contains(document.activeElement) || document.activeElement === document.body;
    if (!side.isConnected) return;
    side.remove();
    if (hadFocus) link.focus({ preventScroll: true });
  };
  shut.addEventListener('click', close);
  side.show();
  heading.focus({ preventScroll: true });
  return close;
}
