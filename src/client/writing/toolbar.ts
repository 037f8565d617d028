import type { Editor } from '@tiptap/core';

/** What a button does, and whether what it does is so already where the cursor stands. */
export type Tool = { run: () => unknown; active?: () => boolean };

/**
 * The toolbar (ARIA Authoring Practices, toolbar pattern): one stop for the tab key, arrow keys between its buttons,
 * and each says whether it is pressed.
 */
export function toolbar(editor: Editor, bar: HTMLElement, tools: Record<string, Tool>): void {
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button[data-tool]')];
  for (const [index, button] of buttons.entries()) {
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => tools[button.dataset.tool ?? '']?.run());
  }
  bar.addEventListener('keydown', (event) => move(event, buttons));
  const show = () => {
    for (const button of buttons) {
      const tool = tools[button.dataset.tool ?? ''];
      if (tool?.active) button.setAttribute('aria-pressed', String(tool.active()));
    }
    for (const part of bar.querySelectorAll<HTMLElement>('[data-only-in]'))
      part.hidden = !editor.isActive(part.dataset.onlyIn ?? '');
  };
  editor.on('transaction', show);
  show();
}

const ways: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function move(event: KeyboardEvent, all: HTMLButtonElement[]): void {
  const buttons = all.filter((button) => !button.closest('[hidden]'));
  const way = ways[event.key];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (!way || at < 0) return;
  event.preventDefault();
  const next = buttons[way(at, buttons.length - 1)];
  for (const button of all) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}
