import { send } from './send.ts';

const settled = 800;
const again = 60_000;

/** Tells the others which item somebody has open: once they stay on it, and each minute while they do. */
export function claimOpened(list: HTMLElement, say: (sentence: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const claim = async () => {
    const item = document.activeElement?.closest('[data-queue] > li');
    const form = item?.querySelector<HTMLFormElement>('form[action$="/open/"]');
    if (!form || document.hidden) return;
    timer = setTimeout(claim, again);
    const answer = await send(form);
    if (answer?.ok && answer.sentence !== '') say(answer.sentence);
  };
  list.addEventListener('focusin', () => {
    clearTimeout(timer);
    timer = setTimeout(claim, settled);
  });
}
