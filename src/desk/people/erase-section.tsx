import { FormField, FormRefused } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { PeopleView } from './people-view.ts';

/** The form that erases everything that was found: how much, why, and a word to be sure. */
export function EraseSection({ desk, view }: { desk: DeskView; view: PeopleView }) {
  const { people: say } = deskWordingFor(desk.publication.locale);
  const { form } = view;
  const choose: [string, string] = ['', '–'];
  const depths = Object.entries(say.depths) as [string, string][];
  const reasons = view.reasons.map(({ code, label }): [string, string] => [code, label]);
  return (
    <section class="item" aria-labelledby="erase">
      <h2 id="erase">{say.erase}</h2>
      <FormRefused form={form} heading={say.refused} />
      <p>{say.eraseHint}</p>
      <form method="post" action="/desk/people/erase/">
        <input type="hidden" name="by" value={view.by} />
        <input type="hidden" name="q" value={view.value} />
        <FormField form={form} name="depth" label={say.depth} options={[choose, ...depths]} />
        <FormField form={form} name="reason" label={say.reason} options={[choose, ...reasons]} />
        <FormField form={form} name="sure" label={say.sure} />
        <p class="actions">
          <button class="cut" type="submit">
            {say.erase}
          </button>
        </p>
      </form>
    </section>
  );
}
