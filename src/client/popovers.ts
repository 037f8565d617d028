/**
 * Shows what a link to a response or a passage leads to, beside the link, while the pointer is over it or it has the
 * focus. It stays while the pointer is over what is shown, and goes on Escape (WCAG 1.4.13). On touch, and without this
 * script, the link is a link.
 */
const links = 'a.ref, a.q, .answered a, .when a.u-in-reply-to, .mark a';
const mostLetters = 400;
const [openAfter, closeAfter] = [200, 300];

const box = document.createElement('div');
box.id = 'shown-beside';
box.className = 'shown-beside';
box.popover = 'manual';

const pages = new Map<string, Promise<Document>>();
let shownFor: HTMLAnchorElement | null = null;
/** What is shown next, once its time has come. */
let next: HTMLAnchorElement | null = null;
let timer = 0;

/** The page that a link leads to, asked for once. */
function pageOf({ pathname }: URL): Promise<Document> {
  if (pathname === location.pathname) return Promise.resolve(document);
  const known = pages.get(pathname) ?? fetch(pathname).then(async (answer) => parse(await answer.text()));
  pages.set(pathname, known);
  known.catch(() => pages.delete(pathname));
  return known;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** What stands at a link’s anchor: a response’s heading and words, or the paragraph of a passage. */
function partsAt(page: Document, id: string): { heading: string; text: string } | null {
  const target = page.getElementById(id);
  const response = target?.closest('.response');
  const passage = target?.closest('.passage')?.closest('p, li, h2, h3, h4, blockquote, td');
  const words = passage ?? response?.querySelector('.words');
  if (!words) return null;
  const copy = words.cloneNode(true) as Element;
  for (const note of copy.querySelectorAll('.q small, .ref small')) note.remove();
  return { heading: folded(response?.querySelector('h3')), text: shortened(folded(copy)) };
}

function folded(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters).trimEnd()}…` : text;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.hash.length < 2) return;
  const parts = partsAt(await pageOf(url), decodeURIComponent(url.hash.slice(1)));
  if (!parts || shownFor !== link) return;
  const heading = document.createElement('b');
  heading.textContent = parts.heading;
  const text = document.createElement('p');
  text.textContent = parts.text;
  box.replaceChildren(...(parts.heading === '' ? [text] : [heading, text]));
  if (!box.isConnected) (document.querySelector('main') ?? document.body).append(box);
  box.showPopover();
  link.setAttribute('aria-describedby', box.id);
  place(link);
}

/** Below the link, or above it where there is no room; never beyond the window. */
function place(link: HTMLAnchorElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const isBelow = at.bottom + height + 8 < innerHeight || at.top < height + 8;
  box.style.left = `${left}px`;
  box.style.top = `${isBelow ? at.bottom + 2 : at.top - height - 2}px`;
}

function hide(): void {
  clearTimeout(timer);
  shownFor?.removeAttribute('aria-describedby');
  shownFor = null;
  next = null;
  if (box.matches(':popover-open')) box.hidePopover();
}

/** Soon, unless something else happens before. */
function soon(wait: number, act: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
}

function begin(link: HTMLAnchorElement, wait: number): void {
  next = shownFor === link ? null : link;
  if (next === null) clearTimeout(timer);
  else soon(wait, open);
  function open(): void {
    hide();
    shownFor = link;
    show(link).catch(hide);
  }
}

let pointerAt = '';
const placeOf = ({ clientX, clientY }: PointerEvent) => `${clientX} ${clientY}`;

const linkIn = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(links) : null;

function start(): void {
  document.addEventListener('pointerover', (event) => {
    const link = linkIn(event.target);
    if (event.pointerType === 'touch') return;
    // A page that moves under a resting pointer, as it does for what gets the focus, is no wish of the pointer's.
    const isFocused = (next ?? shownFor) === document.activeElement;
    if (isFocused && placeOf(event) === pointerAt) return;
    if (link) begin(link, openAfter);
    else if (event.target instanceof Node && box.contains(event.target)) clearTimeout(timer);
    else if (!isFocused) soon(closeAfter, hide);
  });
  document.addEventListener('pointermove', (event) => {
    pointerAt = placeOf(event);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkIn(event.target);
    if (link?.matches(':focus-visible')) begin(link, 0);
  });
  document.addEventListener('focusout', () => soon(closeAfter, hide));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}

if ('popover' in box) start();
