import { make } from './page.ts';

let coming: Promise<void> | null = null;

/** The style of what is brought later; without it, it is plain. */
export function lateStyle(): Promise<void> {
  coming ??= new Promise((resolve) => {
    const href = document.querySelector<HTMLElement>('[data-live]')?.dataset.lateStyle ?? '';
    const link = make('link', { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  return coming;
}
