type TextFieldProps = {
  /** Its id is `f-` and this. */
  name: string;
  /** For a second field of the same name on one page. */
  id?: string;
  label: string;
  /** Told to whoever does not see what the field stands beside. */
  of?: string;
  hint?: string;
  value?: string;
  /** Why what was typed was refused. */
  why?: string | null;
  type?: 'text' | 'email' | 'password';
  autocomplete?: string;
  inputmode?: 'numeric';
};

/** One line to type in, with its hint and its fault. */
export function TextField({ name, label, hint, why = null, value = '', of, ...own }: TextFieldProps) {
  const id = own.id ?? `f-${name}`;
  const described = [hint && `${id}-hint`, why !== null && `${id}-why`].filter(Boolean).join(' ');
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>
        {label}
        {of && <span class="vh">{of}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...own}
        id={id}
        name={name}
        value={value}
        aria-invalid={why === null ? null : 'true'}
        aria-describedby={described || null}
      />
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}
