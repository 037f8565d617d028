import type { ReplyForm } from '../../comments/comment-view.ts';

export type FieldName = keyof ReplyForm['values'];

type FieldProps = {
  form: ReplyForm;
  name: FieldName;
  label: string;
  hint: string;
  required?: boolean;
  type?: 'text' | 'email' | 'url' | 'number';
  autocomplete?: string;
  /** Height in lines: makes it a text area. */
  rows?: number;
  min?: number;
  max?: number;
};

/** The id of a field's control, which a refusal links to. */
export function fieldId(name: FieldName): string {
  return `f-${name}`;
}

/** Attributes that tie a control to its hint and its refusal. */
export function controlProps(form: ReplyForm, name: FieldName) {
  const refused = whyRefused(form, name) !== null;
  const id = fieldId(name);
  return {
    id,
    name,
    'aria-invalid': refused ? 'true' : null,
    'aria-describedby': refused ? `${id}-hint ${id}-why` : `${id}-hint`,
  };
}

/** A labelled control with its hint, what was typed and why it was refused. */
export function Field({ form, name, label, hint, required = false, rows, ...input }: FieldProps) {
  const control = { ...controlProps(form, name), required };
  const value = form.values[name];
  return (
    <FieldFrame form={form} name={name} label={label} hint={hint}>
      {rows === undefined ? (
        <input {...control} {...input} value={value} />
      ) : (
        // A browser drops the first line break: this one, never the writer's.
        <textarea {...control} rows={rows}>{`\n${value}`}</textarea>
      )}
    </FieldFrame>
  );
}

type FrameProps = Pick<FieldProps, 'form' | 'name' | 'label' | 'hint'> & { children?: unknown };

/** Label, hint, the control within, and why it was refused. */
export function FieldFrame({ form, name, label, hint, children }: FrameProps) {
  const why = whyRefused(form, name);
  const id = fieldId(name);
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children}
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

function whyRefused(form: ReplyForm, name: FieldName): string | null {
  const found = form.refusals.filter(({ field }) => field === name).map(({ sentence }) => sentence);
  return found.length === 0 ? null : found.join(' ');
}
