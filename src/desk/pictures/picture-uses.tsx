import type { PictureUse } from '../../pictures/queries.ts';
import { isSettingKey } from '../../publication/settings.ts';
import { deskWordingFor } from '../wording.ts';
import type { PlaceLink } from './place-links.ts';

type UsesProps = { locale: string; uses: PictureUse[]; places: PlaceLink[] };

/** Every article, page, tag and setting that shows a picture, or did in a wording that is kept. */
export function PictureUses({ locale, uses, places }: UsesProps) {
  const { pictures: say } = deskWordingFor(locale);
  return (
    <section class="box" aria-labelledby="uses">
      <h2 id="uses">{say.uses}</h2>
      {uses.length + places.length === 0 && <p>{say.unused}</p>}
      <ul>
        {places.map((place) => (
          <li>
            <Place locale={locale} place={place} />{' '}
            <span class="quiet">
              {say.places[place.kind]}
              {!place.now && `. ${say.earlierWording}`}
            </span>
          </li>
        ))}
        {uses.map(({ id, title, state, now }) => (
          <li>
            <a href={`/desk/articles/${id}/`}>{title}</a>{' '}
            <span class="quiet">
              {say.states[state]}
              {!now && `. ${say.earlier}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ locale, place: { kind, name, path } }: { locale: string; place: PlaceLink }) {
  const { settings: say } = deskWordingFor(locale);
  const words = kind === 'setting' && isSettingKey(name) ? say.labels[name] : name;
  return path === null ? <bdi>{words}</bdi> : <a href={path}>{words}</a>;
}
