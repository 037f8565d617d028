import { fill } from '../../lib/fill.ts';
import { type Remembered, recall, remember } from './memory.ts';
import { label, lastOf, make, numberOf, type Thread } from './page.ts';

/** A thread that was open within this time is still being read: what was new stays so on its other pages. */
const sameVisit = 30 * 60_000;
const mostOwn = 50;
const posted = 'hustings.posted';

/** Says which responses are new since the last visit, by a word at each and a link to the first of them. */
export function tellNew(thread: Thread): void {
  const { kept, isFirst } = visit(thread);
  remember(thread.path, kept);
  addEventListener('pagehide', () => leave(thread));
  watchForm(thread);
  if (isFirst) return;
  const isNew = (number: number) => number > kept.before && !kept.own.includes(number);
  const shown = [...thread.root.querySelectorAll('.ledger > .response')];
  for (const response of shown)
    if (isNew(numberOf(response)) && !response.matches('.gone')) mark(thread, response);
  const gone = shown.filter((response) => isNew(numberOf(response)) && response.matches('.gone'));
  const without = new Set([...gone.map(numberOf), ...kept.own.filter((own) => own > kept.before)]);
  announce(thread, { after: kept.before, without });
}

function visit(thread: Thread): { kept: Remembered; isFirst: boolean } {
  const [known, last, now] = [recall(thread.path), lastOf(thread), Date.now()];
  if (!known) return { kept: { before: last, seen: last, at: now, own: [], collapsed: [] }, isFirst: true };
  const before = now - known.at > sameVisit ? known.seen : known.before;
  const own = [...known.own, ...justWritten(thread)].slice(-mostOwn);
  return { kept: { ...known, before, own, seen: Math.max(known.seen, last), at: now }, isFirst: false };
}

/** The reader has seen what was put in while the page was open. */
function leave(thread: Thread): void {
  const known = recall(thread.path);
  if (known) remember(thread.path, { ...known, at: Date.now(), seen: Math.max(known.seen, lastOf(thread)) });
}

/** Where a form that was sent from here has led to a number, that number is the reader's own. */
function justWritten({ path }: Thread): number[] {
  try {
    if (sessionStorage.getItem(posted) !== path) return [];
    sessionStorage.removeItem(posted);
  } catch {
    return [];
  }
  const number = /^#response-(\d+)$/.exec(location.hash)?.[1];
  return number === undefined ? [] : [Number(number)];
}

function watchForm({ path }: Thread): void {
  document.querySelector('#reply form')?.addEventListener('submit', () => {
    try {
      sessionStorage.setItem(posted, path);
    } catch {
      return; // what one wrote is then new like everything else
    }
  });
}

function mark({ say }: Thread, response: Element): void {
  const word = make('b', { role: 'img' });
  label(word, say.isNew);
  response.querySelector('.when')?.prepend(make('li', { class: 'new' }, word));
}

function announce(thread: Thread, { after, without }: { after: number; without: Set<number> }): void {
  const { root, path, say } = thread;
  const count = lastOf(thread) - after - without.size;
  if (count <= 0) return;
  let first = after + 1;
  while (without.has(first)) first += 1;
  const isHere = document.getElementById(`response-${first}`) !== null;
  const href = isHere ? `#response-${first}` : `${path}responses/${first}/`;
  const words = fill(count === 1 ? say.newOne : say.newMany, { count, n: first });
  const link = make('a', { class: 'since', href });
  label(link, words);
  root.querySelector('.count-note')?.append(link);
}
