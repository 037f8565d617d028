import type { ReceiptView, ReplyForm } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Html } from '../../web/ui/html.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { Field, fieldId } from './field.tsx';
import { MarkChoices } from './mark-choices.tsx';
import { PlainHead } from './plain-head.tsx';

export type EditPageProps = { publication: PublicationView; receipt: ReceiptView; form: ReplyForm };

/** Where a writer changes the words of a response, for as long as they may. */
export function EditPage({ publication, receipt, form }: EditPageProps) {
  const { writingAgain: say, receipt: words } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title}>
        <p>
          <a href={receipt.path}>{words.heading(receipt.article.title)}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          {form.refusals.length > 0 && <Refused form={form} heading={say.refused} />}
          {form.preview !== null && (
            <section class="preview" aria-labelledby="pv" tabindex={-1} autofocus>
              <h2 class="label" id="pv">
                {say.previewHeading}
              </h2>
              <Html class="words" html={form.preview} />
            </section>
          )}
          <EditForm publication={publication} receipt={receipt} form={form} />
        </div>
      </div>
    </PublicPage>
  );
}

function Refused({ form, heading }: { form: ReplyForm; heading: string }) {
  return (
    <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
      <h2>{heading}</h2>
      <ul>
        {form.refusals.map(({ field, sentence }) => (
          <li>{field === 'text' ? <a href={`#${fieldId(field)}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function EditForm({ publication, receipt, form }: EditPageProps) {
  const { writingAgain: say } = wordingFor(publication.locale);
  return (
    <form method="post" action={`${receipt.path}edit/`} novalidate={form.refusals.length > 0}>
      <p class="count-note">
        {receipt.number === null ? say.heldHint : say.hint}
        {receipt.editableUntil !== null && (
          <>
            {' '}
            {say.changeUntil} <Time at={receipt.editableUntil} style={publication} />.
          </>
        )}
      </p>
      <Field form={form} name="text" label={say.text} hint={say.textHint} rows={9} required />
      <MarkChoices publication={publication} form={form} />
      <div class="actions">
        <button class="main" type="submit" name="do" value="save">
          {say.save}
        </button>
        <button type="submit" name="do" value="preview">
          {say.preview}
        </button>
        <a href={receipt.path}>{say.back}</a>
      </div>
    </form>
  );
}
