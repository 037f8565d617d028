import type { Child } from 'hono/jsx';
import { deskWordingFor } from '../wording.ts';
import type { ArticleFormView, FieldName } from './article-form.ts';

type FieldProps = {
  locale: string;
  form: ArticleFormView;
  name: FieldName;
  /** Height in lines: makes it a text area. */
  rows?: number;
  class?: string;
  inputmode?: 'numeric';
  /** The id of a list of what may be typed. */
  list?: string;
  hint?: string;
};

/** The id of a field's control, which a fault links to. */
export function fieldId(name: FieldName): string {
  if (name === 'format') return 'f-format-markdown';
  return name === 'change' ? 'f-change-change' : `f-${name}`;
}

/** A labelled control with its hint, what was typed and why it was refused. */
export function ArticleField({ locale, form, name, rows, hint, ...own }: FieldProps) {
  const { labels, hints } = deskWordingFor(locale).editor;
  const help = hint ?? (name in hints ? hints[name as keyof typeof hints] : null);
  const control = { ...own, ...controlProps(form, name, help !== null) };
  const value = form.values[name];
  return (
    <div class={whyRefused(form, name) === null ? 'field' : 'field wrong'}>
      <label class={own.class ? 'label' : undefined} for={fieldId(name)}>
        {labels[name]}
      </label>
      {help !== null && (
        <p class="hint" id={`${fieldId(name)}-hint`} data-plain={name === 'body' ? '' : null}>
          {help}
        </p>
      )}
      {rows === undefined ? (
        <input {...control} value={value} />
      ) : (
        // A browser drops the first line break: this one, never the writer's.
        <textarea {...control} rows={rows}>{`\n${value}`}</textarea>
      )}
      <WhyRefused form={form} name={name} />
    </div>
  );
}

/** Attributes that tie a control to its hint and its fault. */
export function controlProps(form: ArticleFormView, name: FieldName, hinted: boolean) {
  const id = fieldId(name);
  const refused = whyRefused(form, name) !== null;
  const described = [hinted && `${id}-hint`, refused && `${id}-why`].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-invalid': refused ? ('true' as const) : null,
    'aria-describedby': described || null,
  };
}

/** The fault beside its control. */
export function WhyRefused({ form, name }: { form: ArticleFormView; name: FieldName }): Child {
  const why = whyRefused(form, name);
  return why === null ? null : (
    <p class="why" id={`${fieldId(name)}-why`}>
      {why}
    </p>
  );
}

function whyRefused(form: ArticleFormView, name: FieldName): string | null {
  const found = form.faults.filter(({ field }) => field === name).map(({ sentence }) => sentence);
  return found.length === 0 ? null : found.join(' ');
}
