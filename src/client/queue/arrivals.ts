const every = 30_000;

/** Tells how many came since the page was loaded, in a line that leads to them. Nothing that is read moves. */
export function tellArrivals(list: HTMLElement): void {
  const line = document.querySelector<HTMLElement>('[data-arrived]');
  const link = line?.querySelector('a');
  const address = list.dataset.arrivedAt;
  if (!line || !link || !address) return;
  const ask = async () => {
    if (document.hidden) return;
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' } });
      if (!response.ok) return;
      const { sentence } = (await response.json()) as { sentence: string };
      if (sentence !== '' && link.textContent !== sentence) link.textContent = sentence;
      link.hidden = sentence === '';
    } catch {
      // Without a network it is asked again in half a minute.
    }
  };
  setInterval(() => void ask(), every);
}
