const every = 1_000;

/** Tells how far a trial is, and loads its page anew when it is over. */
function follow(part: HTMLElement): void {
  const address = part.dataset.trial ?? '';
  const ask = async () => {
    try {
      const response = await fetch(address);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const now = page.querySelector('[data-trial]');
      if (!now) return location.reload();
      const [line, bar] = [part.querySelector('[role=status]'), part.querySelector('progress')];
      if (line) line.textContent = now.querySelector('[role=status]')?.textContent ?? '';
      if (bar) bar.value = now.querySelector('progress')?.value ?? 0;
    } catch {
      // Without a network it is asked again in a second.
    }
    setTimeout(() => void ask(), every);
  };
  setTimeout(() => void ask(), every);
}

for (const part of document.querySelectorAll<HTMLElement>('[data-trial]')) follow(part);
