import { lastingPath } from '../../comments/comment.ts';
import { timeText } from '../../lib/dates.ts';
import type { OwnName } from '../../pseudonyms/what-is-kept.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { YouField } from './you-field.tsx';
import type { YouProps } from './you-view.ts';

/** The names that are held here, where they were used, and another one. */
export function NamesPart({ publication, own, refusal }: YouProps) {
  const { you: say } = wordingFor(publication.locale);
  return (
    <section class="apart" aria-labelledby="names">
      <h2 class="label" id="names">
        {say.names}
      </h2>
      {own.names.map((name) => (
        <Name publication={publication} name={name} />
      ))}
      <form method="post" action="/you/names/">
        <YouField form="names" name="name" label={say.name} hint={say.anotherHint} refusal={refusal} />
        <p class="actions">
          <button type="submit">{say.take}</button>
        </p>
      </form>
    </section>
  );
}

function Name({ publication, name }: Pick<YouProps, 'publication'> & { name: OwnName }) {
  const { you: say } = wordingFor(publication.locale);
  const { id, state, until, published, newest } = name;
  return (
    <div class="own-name">
      <h3>
        <bdi>{name.name}</bdi>
      </h3>
      <p>
        {state === 'waiting' ? say.states.waiting(timeText(until ?? '', publication)) : say.states[state]}{' '}
        {say.used(published)}
      </p>
      {newest.length > 0 && (
        <ul>
          {newest.map(({ number, article }) => (
            <li>
              <a href={lastingPath(article.path, number)}>{say.place(number, article.title)}</a>
            </li>
          ))}
        </ul>
      )}
      {(state === 'held' || state === 'waiting') && (
        <details>
          <summary>
            {say.giveUp}
            <span class="vh">{say.giveUpOf(name.name)}</span>
          </summary>
          <form method="post" action="/you/names/give-up/">
            <p class="hint">{say.giveUpHint}</p>
            <input type="hidden" name="id" value={id} />
            <p class="actions">
              <button class="cut" type="submit">
                {say.giveUp}
                <span class="vh">{say.giveUpOf(name.name)}</span>
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}
