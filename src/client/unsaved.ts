/** Asks before a page with typed and unsent words is left. A form that is sent is left on purpose. */
function watch(form: HTMLFormElement): void {
  let changed = form.hasAttribute('data-unsaved');
  form.addEventListener('input', () => {
    changed = true;
  });
  form.addEventListener('submit', () => {
    changed = false;
  });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) watch(form);
