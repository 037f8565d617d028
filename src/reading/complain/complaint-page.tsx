import { noticeFields } from '../../notices/notice.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { ComplaintField, complaintFieldId, faultSentence } from './complaint-field.tsx';
import type { ComplaintForm } from './complaint-view.ts';

type Props = { publication: PublicationView; form: ComplaintForm };

/** Where stands who complains: what comes before it is of the words, what comes after of the person. */
const firstOfPerson = 'name';

/** The form of one kind of complaint, with what happens after it was sent. */
export function ComplaintPage({ publication, form }: Props) {
  const { complain: say } = wordingFor(publication.locale);
  const { locale } = publication;
  const kind = say.kinds[form.kind];
  const fields = noticeFields[form.kind];
  const from = fields.findIndex(({ name }) => name === firstOfPerson);
  const path = `${paths.complain}${form.kind}/`;
  return (
    <PublicPage publication={publication} title={kind.name} canonicalPath={path} path={null}>
      <PlainHead heading={kind.name}>
        <p>{kind.law}</p>
        <p>
          <a href={paths.complain}>{say.back}</a>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          <Refused publication={publication} form={form} />
          <form method="post" action={path} novalidate={form.faults.length > 0}>
            <fieldset>
              <legend>{say.theWords}</legend>
              {fields.slice(0, from).map((field) => (
                <ComplaintField {...{ locale, form, field }} />
              ))}
            </fieldset>
            <fieldset>
              <legend>{say.you}</legend>
              {fields.slice(from).map((field) => (
                <ComplaintField {...{ locale, form, field }} />
              ))}
            </fieldset>
            {form.incomplete && (
              <p class="hint" id="incomplete">
                {say.incompleteHint}
              </p>
            )}
            <p class="actions">
              <button class="main" type="submit">
                {say.send}
              </button>{' '}
              {form.incomplete && (
                <button type="submit" name="incomplete" value="yes" aria-describedby="incomplete">
                  {say.sendIncomplete}
                </button>
              )}
            </p>
          </form>
          <section class="apart" aria-labelledby="next">
            <h2 class="label" id="next">
              {say.steps}
            </h2>
            <ol>
              {[say.atOnce, ...kind.next].map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <p class="quiet">
              {say.intro} {say.notAdvice}
            </p>
          </section>
        </div>
      </div>
    </PublicPage>
  );
}

function Refused({ publication, form }: Props) {
  const { complain: say } = wordingFor(publication.locale);
  if (form.faults.length === 0 && form.refusal === null) return null;
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <h2>{say.refused}</h2>
      <p>{say.notSent}</p>
      <ul>
        {form.refusal !== null && <li>{form.refusal}</li>}
        {noticeFields[form.kind].map((field) =>
          form.faults
            .filter((fault) => fault.field === field.name)
            .map((fault) => (
              <li>
                <a href={`#${complaintFieldId(field.name)}`}>{faultSentence(say, field, fault)}</a>
              </li>
            )),
        )}
      </ul>
    </div>
  );
}
