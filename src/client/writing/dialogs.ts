/** What was typed into a dialog, by the names of its fields; null where it was left. */
export type Answers = Record<string, string>;

/** Opens one of the page's dialogs with some values and waits until it is answered or left. */
export function ask(
  name: string,
  values: Answers,
  check?: (answers: Answers) => string | null,
): Promise<Answers | null> {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog[data-dialog="${name}"]`);
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return Promise.resolve(null);
  const fault = form.querySelector<HTMLElement>('[data-fault]');
  if (fault) fault.textContent = '';
  for (const control of controls(form)) control.value = values[control.name] ?? '';
  return new Promise((resolve) => {
    const answered = new AbortController();
    const { signal } = answered;
    form.addEventListener(
      'submit',
      (event) => {
        const act = (event.submitter as HTMLButtonElement | null)?.value ?? 'ok';
        const answers = { ...answersOf(form), act };
        const wrong = act === 'ok' ? (check?.(answers) ?? null) : null;
        event.preventDefault();
        if (wrong !== null) {
          if (fault) fault.textContent = wrong;
          return;
        }
        answered.abort();
        dialog.close();
        resolve(act === 'leave' ? null : answers);
      },
      { signal },
    );
    dialog.addEventListener(
      'close',
      () => {
        answered.abort();
        resolve(null);
      },
      { signal },
    );
    dialog.showModal();
  });
}

function controls(form: HTMLFormElement): HTMLInputElement[] {
  return [
    ...form.querySelectorAll<HTMLInputElement>('input[name]:not([type=file], [type=checkbox], [type=radio])'),
  ];
}

function answersOf(form: HTMLFormElement): Answers {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : '',
  ]);
  return Object.fromEntries(entries);
}
