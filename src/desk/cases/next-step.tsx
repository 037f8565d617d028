import { decisions } from '../../notices/case-acts.ts';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { casesPath, type OneCaseView } from './case-view.ts';

type Props = { desk: DeskView; view: OneCaseView };

/** What may be done next: the steps of the law’s track, and always an end in words of one’s own. */
export function NextStep({ desk, view }: Props) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const acts = view.acts.filter((act) => act !== 'decide');
  return (
    <section class="item" aria-labelledby="next">
      <h2 id="next">{say.next}</h2>
      {acts.length > 0 && (
        <form method="post" action={`${casesPath}${view.found.id}/step/`}>
          <p class="hint">{say.nextHint}</p>
          {acts.map((act, index) => (
            <p class="actions">
              <button class={index === 0 ? 'main' : undefined} type="submit" name="do" value={act}>
                {say.acts[act]}
              </button>
              {act !== 'defective' && (
                <button
                  formaction={`${casesPath}${view.found.id}/letters/`}
                  type="submit"
                  name="do"
                  value={act}
                >
                  {say.readLetters[act]}
                </button>
              )}
            </p>
          ))}
        </form>
      )}
      {view.found.kind === 'personal-data' && <People desk={desk} view={view} />}
      <Decide desk={desk} view={view} />
    </section>
  );
}

/** Where what is kept of a reader is found, given out and erased: by the response, and by the complainant’s address. */
function People({ desk, view }: Props) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const { comment, email } = view.found;
  const address = (by: string, value: string) => `/desk/people/?${new URLSearchParams({ by, q: value })}`;
  return (
    <ul>
      {comment !== null && (
        <li>
          <a href={address('response', comment.id)}>{say.people.response}</a>
        </li>
      )}
      {email !== null && (
        <li>
          <a href={address('email', email)}>{say.people.email}</a>
        </li>
      )}
    </ul>
  );
}

function Decide({ desk, view }: Props) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  const options = [['', '–'] as const, ...decisions.map((each) => [each, say.decisions[each]] as const)];
  return (
    <details open={view.decide.faults.length > 0 || view.acts.length === 1}>
      <summary>{say.decide}</summary>
      <FormRefused form={view.decide} heading={say.refused} />
      <form method="post" action={`${casesPath}${view.found.id}/decide/`}>
        <p class="hint">{say.decideHint}</p>
        <FormField form={view.decide} name="decision" label={say.decision} options={options} />
        <FormField form={view.decide} name="words" label={say.words} hint={say.wordsHint} rows={6} />
        <p class="actions">
          <button type="submit">{say.close}</button>
          <button formaction={`${casesPath}${view.found.id}/letters/`} type="submit" name="do" value="decide">
            {say.readLetters.decide}
          </button>
        </p>
      </form>
    </details>
  );
}
