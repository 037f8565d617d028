import type { NoticeFault, NoticeField } from '../../notices/notice.ts';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import type { ComplaintForm } from './complaint-view.ts';

type Say = Wording['complain'];
type FieldName = keyof Say['fields'];
type Props = { locale: string; form: ComplaintForm; field: NoticeField };

/** The id of a field’s control, which a refusal links to. */
export const complaintFieldId = (name: string) => `f-${name}`;

/** Why a field was refused, as a sentence of its own. */
export function faultSentence(say: Say, field: NoticeField, { why }: NoticeFault): string {
  if (why === 'missing') return say.missing[field.name] ?? '';
  const { label } = say.fields[field.name as FieldName];
  return say.faults[why](label, field.shape !== 'text');
}

/** A field of a complaint with its hint, what was typed, and why it was refused. */
export function ComplaintField({ locale, form, field }: Props) {
  const { complain: say } = wordingFor(locale);
  const { label, hint } = say.fields[field.name as FieldName];
  const fault = form.faults.find((each) => each.field === field.name);
  const id = complaintFieldId(field.name);
  const why = fault ? faultSentence(say, field, fault) : null;
  const described = [hint && `${id}-hint`, why && `${id}-why`].filter(Boolean).join(' ') || null;
  const control = { id, name: field.name, 'aria-describedby': described } as const;
  const invalid = why === null ? null : ('true' as const);
  const value = form.values[field.name] ?? '';
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      {field.shape === 'tick' ? (
        <label class="pick" for={id}>
          <input {...control} type="checkbox" value="yes" checked={value === 'yes'} aria-invalid={invalid} />{' '}
          {label}
        </label>
      ) : (
        <label for={id}>{label}</label>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {field.shape === 'text' && (
        // A browser drops the first line break: this one, never the writer's.
        <textarea {...control} rows={4} aria-invalid={invalid}>{`\n${value}`}</textarea>
      )}
      {(field.shape === 'line' || field.shape === 'email') && (
        <input
          {...control}
          type={field.shape === 'email' ? 'email' : 'text'}
          autocomplete={field.name === 'name' || field.name === 'email' ? field.name : 'off'}
          value={value}
          aria-invalid={invalid}
        />
      )}
      {field.shape === 'choice' && (
        <select {...control} aria-invalid={invalid}>
          <option value="">–</option>
          {(field.options ?? []).map((option) => (
            <option value={option} selected={option === value}>
              {say.options[field.name]?.[option] ?? option}
            </option>
          ))}
        </select>
      )}
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}
