import { builtInPaths, menuPlaces } from '../../publication/menu/menu.ts';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { type FormFault, FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export const menuPath = '/desk/menu/';

/** A row of the form, as it is typed. */
export type MenuRow = { number: string; label: string; target: string; place: string };

export type MenuView = {
  rows: MenuRow[];
  /** The mark of the menu that the form was made of. */
  seen: string;
  /** Pages that an entry may lead to. */
  suggestions: string[];
  faults: FormFault[];
  done: boolean;
};

type MenuPageProps = { desk: DeskView; view: MenuView };

/** The whole menu as one form: order by numbers, an emptied row goes. */
export function MenuPage({ desk, view }: MenuPageProps) {
  const { menu: say } = deskWordingFor(desk.publication.locale);
  const values = view.rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]): [string, string] => [`${name}-${index}`, value]),
  );
  const form: FormState = { prefix: 'f', values: Object.fromEntries(values), faults: view.faults };
  return (
    <DeskPage desk={desk} title={say.heading} section="articles">
      <main id="main" class="wrap settings">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <Arranging desk={desk} current="menu" />
        </div>
        <div class="prose">
          {view.done && (
            <p role="status">
              <b>{say.saved}</b>
            </p>
          )}
          <FormRefused form={form} heading={say.refused} />
          <p>{say.hint}</p>
          <p>
            {say.targets} {[...view.suggestions, ...builtInPaths].join(' ')}
          </p>
        </div>
        <form class="sheet" method="post" action={menuPath}>
          <input type="hidden" name="seen" value={view.seen} />
          {view.rows.map((_, index) => (
            <Row desk={desk} form={form} index={index} />
          ))}
          <p class="actions">
            <button class="main" type="submit">
              {say.save}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}

function Row({ desk, form, index }: { desk: DeskView; form: FormState; index: number }) {
  const { menu: say } = deskWordingFor(desk.publication.locale);
  const label = form.values[`label-${index}`] ?? '';
  return (
    <fieldset class="reasons">
      <legend>{label === '' ? say.newEntry : label}</legend>
      <FormField form={form} name={`number-${index}`} label={say.number} />
      <FormField form={form} name={`label-${index}`} label={say.label} />
      <FormField form={form} name={`target-${index}`} label={say.target} />
      <FormField
        form={form}
        name={`place-${index}`}
        label={say.place}
        options={menuPlaces.map((place) => [place, say.places[place]])}
      />
    </fieldset>
  );
}
