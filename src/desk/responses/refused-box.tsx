import { deskWordingFor } from '../wording.ts';
import type { RemovalRefusal } from './response-view.ts';

/** Why a removal was not done, each fault leading to its field. */
export function RefusedRemoval({ locale, refusal }: { locale: string; refusal: RemovalRefusal }) {
  const say = deskWordingFor(locale);
  return (
    <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
      <p>
        <b>{say.refused}</b>
      </p>
      <ul>
        {refusal.why.map(({ field, sentence }) => (
          <li>
            <a href={`#${field}-${refusal.id}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
