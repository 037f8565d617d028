/** Why something typed was refused; null for what concerns the whole form. */
export type FormFault = { field: string | null; sentence: string };

/** What is typed into a form and what is wrong with it. `prefix` keeps ids apart where a page has several forms. */
export type FormState = { prefix: string; values: Readonly<Record<string, string>>; faults: FormFault[] };

type FieldProps = {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  /** Height in lines: makes it a text area. */
  rows?: number;
  type?: 'text' | 'date' | 'number';
  /** Value and label of each choice: makes it a list. */
  options?: readonly (readonly [value: string, label: string])[];
};

/** A labelled control with its hint, what was typed and why it was refused. */
export function FormField({ form, name, label, hint, rows, type = 'text', options }: FieldProps) {
  const id = fieldIdOf(form, name);
  const why = whyOf(form, name);
  const described = [hint && `${id}-hint`, why && `${id}-why`].filter(Boolean).join(' ') || null;
  const invalid = why === null ? null : ('true' as const);
  const control = { id, name, 'aria-describedby': described, 'aria-invalid': invalid };
  const value = form.values[name] ?? '';
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options && (
        <select {...control}>
          {options.map(([each, words]) => (
            <option value={each} selected={each === value}>
              {words}
            </option>
          ))}
        </select>
      )}
      {/* A browser drops the first line break: this one, never the writer's. */}
      {!options && rows !== undefined && <textarea {...control} rows={rows}>{`\n${value}`}</textarea>}
      {!options && rows === undefined && <input {...control} type={type} value={value} />}
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

/** Why nothing was done, each fault leading to its field. */
export function FormRefused({ form, heading }: { form: FormState; heading: string }) {
  if (form.faults.length === 0) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{heading}</b>
      </p>
      <ul>
        {form.faults.map(({ field, sentence }) => (
          <li>{field === null ? sentence : <a href={`#${fieldIdOf(form, field)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

function fieldIdOf({ prefix }: FormState, name: string): string {
  return `${prefix}-${name}`;
}

function whyOf({ faults }: FormState, name: string): string | null {
  const found = faults.filter(({ field }) => field === name).map(({ sentence }) => sentence);
  return found.length === 0 ? null : found.join(' ');
}
