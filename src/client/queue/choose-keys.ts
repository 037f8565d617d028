import { commands, firstKeys, type QueueKeys, readKeys } from '../../lib/queue-keys.ts';

type Chosen = { keys: QueueKeys; on: boolean };

const key = 'hustings.queue-keys';

/** The keys of this browser; the first ones where none were chosen, or the browser keeps nothing. */
export function chosenKeys(): Chosen {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return { keys: firstKeys, on: true };
    const { on, ...keys } = stored as Record<string, unknown>;
    return { keys: readKeys(keys) ?? firstKeys, on: on !== false };
  } catch {
    return { keys: firstKeys, on: true }; // storage that is closed or spoilt keeps no choice
  }
}

function keep({ keys, on }: Chosen): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...keys, on }));
  } catch {
    // A browser that keeps nothing has the first keys again on the next page.
  }
}

/** Shows the keys where they are pressed, and lets them be changed. Answers what opens the list of them. */
export function offerKeys(list: HTMLElement, dialog: HTMLDialogElement): () => void {
  const form = dialog.querySelector('form');
  const open = () => {
    if (form) fill(form, chosenKeys());
    dialog.showModal();
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-keys-button]')) {
    button.hidden = false;
    button.addEventListener('click', open);
  }
  form?.addEventListener('submit', (event) => {
    const first = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'first';
    const chosen = first ? { keys: firstKeys, on: true } : typed(form);
    const clash = form.querySelector<HTMLElement>('[data-clash]');
    if (clash) clash.hidden = chosen !== null;
    if (chosen === null) return event.preventDefault();
    keep(chosen);
    print(list, chosen);
  });
  print(list, chosenKeys());
  return open;
}

const field = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`);

function fill(form: HTMLFormElement, { keys, on }: Chosen): void {
  for (const command of commands) {
    const input = field(form, command);
    if (input) input.value = keys[command];
  }
  const box = field(form, 'on');
  if (box) box.checked = on;
}

function typed(form: HTMLFormElement): Chosen | null {
  const keys = readKeys(Object.fromEntries(commands.map((name) => [name, field(form, name)?.value])));
  return keys === null ? null : { keys, on: field(form, 'on')?.checked ?? true };
}

/** The keys on the buttons. */
export function print(list: HTMLElement, { keys, on } = chosenKeys()): void {
  list.classList.toggle('keyed', on);
  for (const each of list.querySelectorAll<HTMLElement>('[data-key-of]')) {
    const command = commands.find((name) => name === each.dataset.keyOf);
    if (command) each.textContent = keys[command].toUpperCase();
  }
}
