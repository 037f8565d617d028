import { deskWordingFor } from '../wording.ts';
import type { DetailName, PictureFault, PictureFormView } from './picture-form.ts';

type FieldProps = { locale: string; form: PictureFormView; name: DetailName; rows?: number };

/** A labelled control with its hint, what was typed and why it was refused. */
export function PictureField({ locale, form, name, rows }: FieldProps) {
  const { labels, hints } = deskWordingFor(locale).pictures;
  const control = controlProps(form, name);
  return (
    <div class={control['aria-invalid'] ? 'field wrong' : 'field'}>
      <label for={control.id}>{labels[name]}</label>
      <p class="hint" id={`${control.id}-hint`}>
        {hints[name]}
      </p>
      {rows === undefined ? (
        <input {...control} value={form.values[name]} />
      ) : (
        <textarea {...control} rows={rows}>{`\n${form.values[name]}`}</textarea>
      )}
      <WhyRefused form={form} name={name} />
    </div>
  );
}

/** What says that there is nothing to say. */
export function DecorativeField({ locale, form }: { locale: string; form: PictureFormView }) {
  const { labels } = deskWordingFor(locale).pictures;
  return (
    <div class="field">
      <label class="pick">
        <input
          type="checkbox"
          id="f-decorative"
          name="decorative"
          value="yes"
          checked={form.values.decorative !== ''}
        />
        {labels.decorative}
      </label>
    </div>
  );
}

/** The file, with what may be sent. */
export function FileField({ locale, form }: { locale: string; form: PictureFormView }) {
  const { labels, hints } = deskWordingFor(locale).pictures;
  const control = controlProps(form, 'file');
  const { megabytes, megapixels } = form.limits;
  return (
    <div class={control['aria-invalid'] ? 'field wrong' : 'field'}>
      <label for={control.id}>{labels.file}</label>
      <p class="hint" id={`${control.id}-hint`}>
        {hints.file(megabytes, megapixels)}
      </p>
      <input {...control} type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
      <WhyRefused form={form} name="file" />
    </div>
  );
}

function controlProps(form: PictureFormView, name: NonNullable<PictureFault['field']>) {
  const id = `f-${name}`;
  const wrong = form.faults.some(({ field }) => field === name);
  return {
    id,
    name,
    'aria-invalid': wrong ? ('true' as const) : null,
    'aria-describedby': wrong ? `${id}-hint ${id}-why` : `${id}-hint`,
  };
}

function WhyRefused({ form, name }: { form: PictureFormView; name: PictureFault['field'] }) {
  const why = form.faults.filter(({ field }) => field === name).map(({ sentence }) => sentence);
  if (why.length === 0) return null;
  return (
    <p class="why" id={`f-${name}-why`}>
      {why.join(' ')}
    </p>
  );
}

type RefusedProps = { heading: string; faults: PictureFault[] };

/** Why nothing was done, each fault leading to its field. */
export function PictureRefused({ heading, faults }: RefusedProps) {
  if (faults.length === 0) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{heading}</b>
      </p>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li>{field === null ? sentence : <a href={`#f-${field}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
