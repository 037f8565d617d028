import { deskWordingFor } from '../wording.ts';

/** The bar in which words are looked for and replaced. */
export function EditorFind({ locale }: { locale: string }) {
  const { find: say } = deskWordingFor(locale).writing;
  return (
    <fieldset class="find" data-find hidden>
      <legend class="vh">{say.title}</legend>
      <label>
        {say.wanted} <input type="text" autocomplete="off" />
      </label>
      <label>
        {say.other} <input type="text" autocomplete="off" />
      </label>
      <div class="actions">
        {(['previous', 'next', 'replace'] as const).map((act) => (
          <button type="button" data-find-do={act}>
            {say[act]}
          </button>
        ))}
        <button type="button" data-find-do="replace-all">
          {say.replaceAll}
        </button>
        <button class="bare" type="button" data-find-do="close">
          {say.close}
        </button>
        <p role="status" class="quiet" />
      </div>
    </fieldset>
  );
}
