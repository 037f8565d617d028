import { youPath } from '../desk-route.ts';
import { TextField } from '../frame/text-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { YouView } from './you-page.tsx';

/** Who somebody is here, and their name to change. */
export function NamePart({ desk, you }: { desk: DeskView; you: YouView }) {
  const { you: say, roles } = deskWordingFor(desk.publication.locale);
  const refused = you.refusal?.field === 'own-name' ? you.refusal.sentence : null;
  return (
    <section class="box" aria-labelledby="name">
      <h2 id="name">{say.name}</h2>
      <p>
        <bdi>{you.email}</bdi>, {roles[desk.staff.role]}
      </p>
      <form method="post" action={`${youPath}name/`}>
        <TextField
          {...{ name: 'own-name', label: say.name, hint: say.nameHint, why: refused }}
          value={refused === null ? desk.staff.name : you.typed('own-name')}
          autocomplete="name"
        />
        <p class="actions">
          <button type="submit">{say.saveName}</button>
        </p>
      </form>
    </section>
  );
}
