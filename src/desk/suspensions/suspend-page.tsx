import { shownName } from '../../web/ui/name-wording.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import { ResponseHeading, ResponseWords } from '../responses/response-parts.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { SuspendView } from './suspension-view.ts';

type Props = { desk: DeskView; view: SuspendView };

/** Suspends whoever wrote a response: who, why, for how long, and what they are told. */
export function SuspendPage({ desk, view }: Props) {
  const { publication } = desk;
  const { suspensions: say } = deskWordingFor(publication.locale);
  const { response, form } = view;
  const none = ['', '–'] as const;
  return (
    <DeskPage desk={desk} title={say.title} section="responses">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.title}</h1>
          <p>
            <a href="/desk/responses/">{say.back}</a>
          </p>
        </div>
        <FormRefused form={form} heading={say.refused} />
        <section class="item" aria-label={`${say.of} ${shownName(response.name)}`}>
          <div class="bar">
            <ResponseHeading publication={publication} response={response} />
          </div>
          <ResponseWords publication={publication} response={response} />
        </section>
        <form method="post" action={`/desk/responses/${response.id}/suspend/`}>
          <FormField
            {...{ form, name: 'kind', label: say.whom, hint: say.whomHint }}
            options={[none, ...view.kinds.map((each) => [each, say.choices[each]] as const)]}
          />
          <FormField
            {...{ form, name: 'reason', label: say.reason }}
            options={[none, ...view.reasons.map(({ code, label }) => [code, label] as const)]}
          />
          <FormField {...{ form, name: 'sentence', label: say.sentence, hint: say.sentenceHint, rows: 3 }} />
          <FormField
            {...{ form, name: 'period', label: say.period }}
            options={[none, ...view.periods.map((each) => [each, say.periods[each]] as const)]}
          />
          <FormField {...{ form, name: 'date', label: say.date, hint: say.dateHint, type: 'date' }} />
          <p class="quiet">{say.says}</p>
          <p class="actions">
            <button class="cut" type="submit">
              {say.button}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}
