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
      <Decide desk={desk} view={view} />
    </section>
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
