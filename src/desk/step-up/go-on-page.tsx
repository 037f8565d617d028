import type { PublicationView } from '../../publication/publication-view.ts';
import { DoorPage } from '../frame/door-page.tsx';
import { deskWordingFor } from '../wording.ts';
import type { Carried } from './carried.ts';
import { GoOn } from './step-up-page.tsx';

/** After signing in once more: what waits, and one button that does it. */
export function GoOnPage({ publication, carried }: { publication: PublicationView; carried: Carried }) {
  const { stepUp: say } = deskWordingFor(publication.locale);
  const act = carried.to.split('/').at(-2) ?? '';
  const typed = carried.fields.map(([, value]) => value.trim()).filter((value) => value !== '');
  return (
    <DoorPage publication={publication} title={say.done}>
      <p role="status">{say.waits}</p>
      <p>
        <b>{Object.hasOwn(say.acts, act) ? say.acts[act] : say.something}</b>
        {typed.length > 0 && ': '}
        {typed.map((value, index) => (
          <>
            {index > 0 && ', '}
            <bdi>{value}</bdi>
          </>
        ))}
      </p>
      <GoOn carried={carried} button={say.goOn} main />
      <p>
        <a href={carried.to.startsWith('/desk/tokens/') ? '/desk/tokens/' : '/desk/staff/'}>{say.leave}</a>
      </p>
    </DoorPage>
  );
}
