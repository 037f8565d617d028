import { commandOf, reasonAt } from '../lib/queue-keys.ts';
import { tellArrivals } from './queue/arrivals.ts';
import { chosenKeys, offerKeys } from './queue/choose-keys.ts';
import { claimOpened } from './queue/claim.ts';
import { Items } from './queue/items.ts';

/** Decides on held responses by key. Every key has its button, and the page works without it. */
function work(list: HTMLElement, dialog: HTMLDialogElement): void {
  const items = new Items(list);
  const open = offerKeys(list, dialog);
  items.mark();
  tellArrivals(list);
  claimOpened(list, (sentence) => items.say(sentence));
  list.addEventListener('submit', (event) => items.sent(event));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (dialog.open || (isTypedInto(event.target) && event.key !== 'Escape')) return;
    const does = meaning(event, { items, open });
    if (does === null) return;
    event.preventDefault();
    does();
  });
}

type Around = { items: Items; open: () => void };

function meaning({ key, repeat }: KeyboardEvent, { items, open }: Around): (() => void) | null {
  const { keys, on } = chosenKeys();
  if (!on) return null;
  const reason = reasonAt(key);
  if (reason !== null) return repeat ? null : items.reason(reason);
  if (key === 'Escape') return items.leaveReasons();
  const command = commandOf(keys, key);
  if (command === 'next') return () => items.step(1);
  if (command === 'previous') return () => items.step(-1);
  if (command === null || repeat) return null; // a key held down decides once
  if (command === 'release') return () => items.release();
  if (command === 'remove') return () => items.openReasons();
  if (command === 'undo') return () => items.undo();
  return open;
}

/** Where letters are letters. A radio or a button takes none. */
function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(?:radio|checkbox|button|submit)$/.test(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

const list = document.querySelector<HTMLElement>('[data-queue]');
const dialog = document.querySelector<HTMLDialogElement>('#keys');
if (list && dialog) work(list, dialog);
