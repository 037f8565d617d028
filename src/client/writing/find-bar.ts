import type { Editor } from '@tiptap/core';
import { fill } from '../../lib/fill.ts';
import { goToNext, lookFor, replaceAll, replaceFound } from './find.ts';
import type { EditorWords } from './words.ts';

/** The bar in which words are looked for and replaced. Answers how to open it. */
export function findBar(editor: Editor, root: HTMLElement, say: EditorWords): () => void {
  const bar = root.querySelector<HTMLElement>('[data-find]');
  const [wanted, other] = bar?.querySelectorAll('input') ?? [];
  const told = bar?.querySelector('[role=status]');
  if (!bar || !wanted || !other || !told) return () => undefined;
  const tell = (count: number, number: number) => {
    told.textContent =
      wanted.value === '' ? '' : count === 0 ? say.notFound : fill(say.found, { number, count });
  };
  const count = () => lookFor(editor, wanted.value);
  const go = (back: boolean) => {
    const number = goToNext(editor, back);
    tell(count(), number);
  };
  const close = () => {
    bar.hidden = true;
    lookFor(editor, '');
    // At once, not with the next frame: a key pressed right after belongs to the text.
    editor.view.focus();
  };
  const acts: Record<string, () => void> = {
    next: () => go(false),
    previous: () => go(true),
    replace: () => {
      replaceFound(editor, other.value);
      tell(count(), 0);
    },
    'replace-all': () => {
      replaceAll(editor, other.value);
      tell(count(), 0);
    },
    close,
  };
  wanted.addEventListener('input', () => tell(count(), 0));
  for (const button of bar.querySelectorAll<HTMLButtonElement>('button[data-find-do]'))
    button.addEventListener('click', () => acts[button.dataset.findDo ?? '']?.());
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    go(event.shiftKey);
  });
  return () => {
    bar.hidden = false;
    wanted.focus();
    wanted.select();
    tell(count(), 0);
  };
}
