import type { Neighbour } from '../../moderation/around/queries.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { deskWordingFor } from '../wording.ts';

/** The responses before and behind one in its thread, each leading to its place there; folded away. */
export function Around({ locale, around }: { locale: string; around: Neighbour[] }) {
  const { inQueue: say, count } = deskWordingFor(locale);
  if (around.length === 0) return null;
  return (
    <details class="past around">
      <summary>{say.around(around.length)}</summary>
      <ul>
        {around.map(({ number, name, beginning, place }) => (
          <li>
            <p class="quiet">
              <a href={place}>
                {count(number)}, <bdi>{shownName(name)}</bdi>
              </a>
            </p>
            <p class="words" dir="auto">
              {beginning}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
