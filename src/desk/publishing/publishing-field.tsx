import type { PublishingView } from './publishing-view.ts';

type FieldProps = {
  view: PublishingView;
  name: string;
  label: string;
  hint?: string;
  /** What stands in it before anything was typed. */
  value?: string;
  type?: 'text' | 'datetime-local';
  /** Height in lines: makes it a text area. */
  rows?: number;
};

/** A labelled control of the publishing page, with what was typed and why it was refused. */
export function PublishingField({ view, name, label, hint, value = '', type = 'text', rows }: FieldProps) {
  const id = `f-${name}`;
  const why = view.fault?.field === name ? view.fault.sentence : null;
  const described = [hint && `${id}-hint`, why && `${id}-why`].filter(Boolean).join(' ') || null;
  const control = {
    ...{ id, name, 'aria-describedby': described },
    'aria-invalid': why === null ? null : ('true' as const),
  };
  const typed = view.typed.get(name) ?? value;
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input {...control} type={type} value={typed} />
      ) : (
        <textarea {...control} rows={rows}>{`\n${typed}`}</textarea>
      )}
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}
