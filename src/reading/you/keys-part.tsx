import type { OwnKey } from '../../pseudonyms/what-is-kept.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { YouField } from './you-field.tsx';
import type { YouProps } from './you-view.ts';

/** The keys by which a writer is known, each with its end, and how to make more. */
export function KeysPart({ publication, own, refusal, mail }: YouProps) {
  const { you: say } = wordingFor(publication.locale);
  const others = own.keys.some(({ kind, here }) => kind === 'browser' && !here);
  return (
    <section class="apart" aria-labelledby="keys">
      <h2 class="label" id="keys">
        {say.keys}
      </h2>
      <ul>
        {own.keys.map((key) => (
          <Key publication={publication} own={key} />
        ))}
      </ul>
      {others && (
        <form method="post" action="/you/keys/end-others/">
          <p class="actions">
            <button class="cut" type="submit">
              {say.endOthers}
            </button>
          </p>
        </form>
      )}
      <form class="apart" method="post" action="/you/phrase/">
        <h3>{say.phrase}</h3>
        <p class="hint">{say.phraseHint}</p>
        <p class="actions">
          <button type="submit">{say.makePhrase}</button>
        </p>
      </form>
      <PasskeyForm locale={publication.locale} act="add" action="/you/passkey/" button={say.passkeys.add} />
      {mail && (
        <form class="apart" method="post" action="/you/email/">
          <YouField
            {...{ form: 'email', name: 'email', type: 'email', autocomplete: 'email', refusal }}
            label={say.email}
            hint={say.emailHint}
          />
          <p class="actions">
            <button type="submit">{say.keepEmail}</button>
          </p>
        </form>
      )}
      <form class="apart" method="post" action="/you/out/">
        <p class="hint">{say.outHint}</p>
        <p class="actions">
          <button class="cut" type="submit">
            {say.out}
          </button>
        </p>
      </form>
    </section>
  );
}

function Key({ publication, own }: Pick<YouProps, 'publication'> & { own: OwnKey }) {
  const { you: say } = wordingFor(publication.locale);
  const { id, kind, here, content, madeAt } = own;
  const called = content ?? say.keyKinds[kind];
  return (
    <li>
      <p>
        {say.keyKinds[kind]}
        {content !== null && (
          <>
            {' '}
            <bdi>{content}</bdi>
          </>
        )}
        {here && ` (${say.here})`}, {say.since} <Time at={madeAt} style={publication} />.
      </p>
      {!here && (
        <form method="post" action="/you/keys/end/">
          <input type="hidden" name="id" value={id} />
          <p class="actions">
            <button type="submit">
              {say.end}
              <span class="vh">{say.endOf(called)}</span>
            </button>
          </p>
        </form>
      )}
    </li>
  );
}
