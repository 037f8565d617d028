import type { YouRefusal } from './you-view.ts';

type Props = {
  form: string;
  name: string;
  label: string;
  hint: string;
  type?: string;
  autocomplete?: string;
  refusal: YouRefusal | null;
};

/** A field of one of the page's forms, with what was typed and why it was refused. */
export function YouField({ form, name, label, hint, refusal, type = 'text', autocomplete = 'off' }: Props) {
  const id = `f-${form}-${name}`;
  const own = refusal?.form === form ? refusal : null;
  const why = own?.field === name ? own.sentence : null;
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        {...{ id, name, type, autocomplete }}
        value={own?.typed ?? ''}
        required
        aria-invalid={why === null ? null : 'true'}
        aria-describedby={why === null ? `${id}-hint` : `${id}-hint ${id}-why`}
      />
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

/** Whether the names that a browser holds may go; only where it holds some. */
export function LetGo({ form, label, show }: { form: string; label: string; show: boolean }) {
  if (!show) return null;
  return (
    <p class="check">
      <label for={`f-${form}-let_go`}>
        <input type="checkbox" id={`f-${form}-let_go`} name="let_go" value="yes" /> {label}
      </label>
    </p>
  );
}
