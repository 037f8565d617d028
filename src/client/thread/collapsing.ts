import { fill } from '../../lib/fill.ts';
import { type Collapsed, recall, remember } from './memory.ts';
import { label, make, numberOf, type Thread } from './page.ts';

/** A response with its writer and its two buttons: for all of that writer's, and for this one of those collapsed. */
type Dressed = {
  response: HTMLElement;
  writer: Collapsed;
  all: HTMLButtonElement;
  one: HTMLButtonElement;
  isOpen: boolean;
};

const mostWriters = 50;

/** Lets a reader collapse all responses of one writer under this article, and open them again. */
export function collapseWriters(thread: Thread): void {
  const { root, path, say } = thread;
  let collapsed = recall(path)?.collapsed ?? [];
  const dressed = new Map<Element, Dressed>();
  const note = make('span', { class: 'collapsed-note' });
  root.querySelector('.count-note')?.append(note);

  const isCollapsed = ({ writer }: Dressed) => collapsed.some((other) => isSame(other, writer));
  const draw = (each: Dressed) => {
    const isClosed = isCollapsed(each);
    each.response.classList.toggle('folded', isClosed && !each.isOpen);
    each.all.setAttribute('aria-expanded', String(!isClosed));
    label(each.all, isClosed ? say.openAll : say.collapse, each.writer.name);
    each.one.hidden = !isClosed;
    each.one.setAttribute('aria-expanded', String(each.isOpen));
    label(each.one, fill(each.isOpen ? say.closeOne : say.openOne, { n: numberOf(each.response) }));
  };
  const tell = () => {
    const open = make('button', { type: 'button' }, say.openEvery);
    open.addEventListener('click', () => {
      change([], root.querySelector<HTMLElement>('#rh'));
      root.querySelector<HTMLElement>('.count-note a')?.focus();
    });
    const names = collapsed.flatMap(({ name }, index) => [index > 0 ? ', ' : ' ', make('bdi', {}, name)]);
    note.replaceChildren(...(collapsed.length > 0 ? [` ${say.collapsed}`, ...names, '. ', open] : []));
  };
  /** What the reader has pressed stays where it is in the window. */
  const change = (writers: Collapsed[], pressed: HTMLElement | null) => {
    const before = pressed?.getBoundingClientRect().top ?? 0;
    collapsed = writers.slice(-mostWriters);
    const kept = recall(path);
    if (kept) remember(path, { ...kept, collapsed });
    for (const each of dressed.values()) {
      each.isOpen = false;
      draw(each);
    }
    tell();
    scrollBy({ top: (pressed?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' });
  };

  const dress = (response: HTMLElement) => {
    const writer = writerOf(response);
    if (!writer) return;
    const [all, one] = [make('button', { type: 'button' }), make('button', { type: 'button' })];
    const each: Dressed = { response, writer, all, one, isOpen: false };
    all.addEventListener('click', () => {
      const others = collapsed.filter((other) => !isSame(other, writer));
      change(isCollapsed(each) ? others : [...others, writer], all);
    });
    one.addEventListener('click', () => {
      each.isOpen = !each.isOpen;
      draw(each);
    });
    response.querySelector('.when')?.append(make('li', { class: 'fold' }, all, ' ', one));
    dressed.set(response, each);
    draw(each);
  };
  /** An address opens what it leads to. */
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const each = dressed.get(target?.closest('.response') ?? root);
    if (!each?.response.matches('.folded')) return;
    each.isOpen = true;
    draw(each);
    target?.scrollIntoView({ behavior: 'instant' });
  };

  for (const response of root.querySelectorAll<HTMLElement>('.ledger > .response')) dress(response);
  root.addEventListener('added', ({ target }) => target instanceof HTMLElement && dress(target));
  addEventListener('hashchange', open);
  tell();
  open();
}

/** Who wrote a response: their name, and the numbers that bear the same mark. A name of the archive has no mark. */
function writerOf(response: HTMLElement): Collapsed | null {
  const name = response.querySelector('.p-author')?.textContent?.trim();
  if (!name) return null;
  const same = [...response.querySelectorAll('.mark a')].map((link) => Number(link.textContent));
  const archived = response.querySelector('.when .archived') !== null;
  return { name, numbers: [numberOf(response), ...same], archived };
}

function isSame(one: Collapsed, other: Collapsed): boolean {
  if (one.name !== other.name) return false;
  if (one.archived && other.archived) return true;
  return one.numbers.some((number) => other.numbers.includes(number));
}
