import { fill } from '../../lib/fill.ts';
import { lastOf, make, readPage, type Thread, takeHeading } from './page.ts';

/**
 * Tells of responses that arrive, and puts them below those that are there when the reader asks for them. What has
 * changed is told, never put in the place of what is being read.
 */
export function follow(thread: Thread): void {
  const { root, path, say, status } = thread;
  const address = root.dataset.live ?? '';
  const here = location.pathname;
  let newest = lastOf(thread);
  let source: EventSource | null = null;
  let poll = 0;
  const arrived = status.appendChild(make('span', {}));
  const changed = status.appendChild(make('span', {}));

  const offer = () => {
    const count = newest - lastOf(thread);
    if (count <= 0) return;
    const button = make('button', { type: 'button' }, fill(count === 1 ? say.one : say.many, { n: count }));
    button.addEventListener('click', () => void show());
    arrived.replaceChildren(button);
  };

  /** Null where the server cannot be reached or has no such page: the button stays, and the next try may do it. */
  const load = async () => {
    const read = await readPage(here, { cache: 'no-cache' });
    return read?.ok ? read.page : null;
  };

  const show = async () => {
    const page = await load();
    const first = lastOf(thread) + 1;
    const ledger = root.querySelector('.ledger');
    if (!page) return;
    if (!ledger || !page.querySelector(`#response-${first}`))
      return location.assign(`${path}responses/${first}/`);
    for (const response of page.querySelectorAll('.ledger > .response'))
      if (!document.getElementById(response.id)) add(ledger, response);
    takeHeading(page);
    root.dataset.last = page.querySelector<HTMLElement>('[data-live]')?.dataset.last ?? String(newest);
    arrived.replaceChildren(make('a', { href: `#response-${first}` }, fill(say.added, { n: first })));
  };

  /** The lasting address leads back here by way of the server, and so to the page as it now is. */
  const tell = (number: number) => {
    if (!document.getElementById(`response-${number}`)) return;
    const again = make('a', { href: `${path}responses/${number}/` }, say.again);
    changed.replaceChildren(`${fill(say.changed, { n: number })} `, again);
  };

  const ask = async () => {
    const last = Number((await load())?.querySelector<HTMLElement>('[data-live]')?.dataset.last);
    if (last > newest) newest = last;
    offer();
  };

  const stop = () => {
    source?.close();
    source = null;
    clearInterval(poll);
  };
  const start = () => {
    stop();
    source = new EventSource(`${address}?after=${newest}`);
    source.addEventListener('response', (event) => {
      newest = Math.max(newest, Number(JSON.parse(event.data).number));
      offer();
    });
    source.addEventListener('changed', (event) => tell(Number(JSON.parse(event.data).number)));
    source.addEventListener('end', stop);
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return; // it comes again by itself
      stop();
      poll = setInterval(() => void ask(), 60_000);
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  if (!document.hidden) start();
}

/** Puts a response below the others, and says so to whatever adds to responses. */
function add(ledger: Element, response: Element): void {
  ledger
    .appendChild(document.importNode(response, true))
    .dispatchEvent(new CustomEvent('added', { bubbles: true }));
}
