/** Tells of responses that arrive, and puts them below those that are there when the reader asks for them. */
function follow(thread: HTMLElement): void {
  const address = thread.dataset.live ?? '';
  const here = location.pathname;
  let newest = Number(thread.dataset.last);
  let source: EventSource | null = null;
  let poll = 0;

  const status = document.createElement('p');
  status.className = 'arrivals sans';
  status.setAttribute('role', 'status');
  thread.append(status);

  const offer = () => {
    const count = newest - Number(thread.dataset.last);
    if (count <= 0) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent =
      (count === 1 ? thread.dataset.one : thread.dataset.many)?.replace('{n}', String(count)) ?? '';
    button.addEventListener('click', () => void show());
    status.replaceChildren(button);
  };

  /** Null where the server cannot be reached or has no such page: the button stays, and the next try may do it. */
  const load = async () => {
    const answer = await fetch(here, { cache: 'no-cache' }).catch(() => null);
    if (!answer?.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };

  const show = async () => {
    const page = await load();
    const first = Number(thread.dataset.last) + 1;
    const ledger = thread.querySelector('.ledger');
    if (!page) return;
    if (!ledger || !page.querySelector(`#response-${first}`)) {
      location.assign(`${address.replace(/live$/, '')}${first}/`);
      return;
    }
    for (const response of page.querySelectorAll('.ledger > .response'))
      if (!document.getElementById(response.id)) ledger.append(document.importNode(response, true));
    const heading = page.getElementById('rh')?.textContent;
    const own = document.getElementById('rh');
    if (own && heading) own.textContent = heading;
    thread.dataset.last = String(
      Number(page.querySelector<HTMLElement>('[data-live]')?.dataset.last ?? newest),
    );
    const link = document.createElement('a');
    link.href = `#response-${first}`;
    link.textContent = thread.dataset.added?.replace('{n}', String(first)) ?? '';
    status.replaceChildren(link);
  };

  /** What was removed or put back looks so at once, where it stands on this page. */
  const change = async (number: number) => {
    const own = document.getElementById(`response-${number}`);
    const now = own && (await load())?.getElementById(`response-${number}`);
    if (own && now && !own.contains(document.activeElement)) own.replaceWith(document.importNode(now, true));
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
    source.addEventListener('changed', (event) => void change(Number(JSON.parse(event.data).number)));
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

for (const thread of document.querySelectorAll<HTMLElement>('[data-live]')) follow(thread);
