import type { Control } from '../../publication/settings/shapes.ts';
import { settings } from '../../publication/settings.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type FiltersView, filtersPath, type RuleForm, trialPath } from './filters-view.ts';
import { FloodLine } from './flood-line.tsx';
import { LearnedFigures } from './learned-figures.tsx';

type PageProps = { desk: DeskView; view: FiltersView };

/** Every rule that can be tried out, with its field; and what was tried lately. */
export function FiltersPage({ desk, view }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  const { done } = view;
  return (
    <DeskPage desk={desk} title={say.heading} section="settings">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        {done !== null && (
          <p role="status">
            <b>{done.word === 'asked' ? say.asked : say.done[done.word](say.rules[done.rule])}</b>
          </p>
        )}
        {view.rules.map(({ form }) => (
          <FormRefused form={form} heading={say.refused} />
        ))}
        <p class="prose">{say.intro}</p>
        <p class="links">
          <a href="/desk/settings/filters/">{say.others}</a>
        </p>
        <FloodLine desk={desk} flood={view.flood} calm />
        <p class="prose">{deskWordingFor(desk.publication.locale).flood.busiest(view.busiest)}</p>
        {view.rules.map((rule) => (
          <Rule desk={desk} rule={rule} view={view} />
        ))}
        <Trials desk={desk} view={view} />
      </main>
    </DeskPage>
  );
}

function Rule({ desk, rule: { rule, setting, form, seen }, view }: PageProps & { rule: RuleForm }) {
  const { filters: say, settings: saySettings } = deskWordingFor(desk.publication.locale);
  const control: Control = settings[setting].control;
  const rows = control.kind === 'lines' ? { rows: control.rows } : {};
  const options =
    control.kind === 'choice'
      ? { options: control.values.map((each) => [each, saySettings.choice(setting, each)] as const) }
      : {};
  return (
    <section class="box apart" aria-labelledby={rule}>
      <h2 class="vh" id={rule}>
        {say.rules[rule]}
      </h2>
      <form method="post" action={filtersPath}>
        <input type="hidden" name="rule" value={rule} />
        <input type="hidden" name="seen" value={seen} />
        <FormField
          form={form}
          name="value"
          label={saySettings.labels[setting]}
          hint={`${settings[setting].meaning} ${saySettings.allowed(control)}`}
          {...rows}
          {...options}
        />
        <p class="actions">
          <button class="main" type="submit" name="do" value="try">
            {say.try}
            <span class="vh">: {say.rules[rule]}</span>
          </button>
          <button type="submit" name="do" value="save">
            {say.save}
            <span class="vh">: {say.rules[rule]}</span>
          </button>
        </p>
      </form>
      {rule === 'learned' && <LearnedFigures desk={desk} learned={view.learned} />}
    </section>
  );
}

function Trials({ desk, view }: PageProps) {
  const { filters: say } = deskWordingFor(desk.publication.locale);
  if (view.trials.length === 0) return null;
  return (
    <section class="box apart" aria-labelledby="trials">
      <h2 id="trials">{say.lately}</h2>
      <ul>
        {view.trials.map(({ id, reason, askedAt }) => (
          <li>
            <a href={trialPath(id)}>
              {say.rules[reason]}, <Time at={askedAt} style={desk.publication} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
