import type { Passkey } from '../../staff/passkey.ts';
import { Time } from '../../web/ui/time.tsx';
import { signInPath, youPath } from '../desk-route.ts';
import { PasskeyForm } from '../frame/passkey-form.tsx';
import { TextField } from '../frame/text-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { YouView } from './you-page.tsx';

type PartProps = { desk: DeskView; you: YouView };

/** Somebody's passkeys: which they are, and another one. */
export function PasskeysPart({ desk, you }: PartProps) {
  const { publication } = desk;
  const {
    passkeys: say,
    you: { onceMore },
  } = deskWordingFor(publication.locale);
  return (
    <section class="box" aria-labelledby="passkeys">
      <h2 id="passkeys">{say.heading}</h2>
      <p>{say.what}</p>
      {you.passkeys.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
        <ul role="list">
          {you.passkeys.map((passkey) => (
            <Item desk={desk} passkey={passkey} fresh={you.fresh} />
          ))}
        </ul>
      )}
      {you.fresh ? (
        <Another desk={desk} you={you} />
      ) : (
        <p>
          <a href={`${signInPath}?for=you`}>{onceMore}</a>
        </p>
      )}
    </section>
  );
}

function Item({
  desk: { publication },
  passkey,
  fresh,
}: {
  desk: DeskView;
  passkey: Passkey;
  fresh: boolean;
}) {
  const { passkeys: say } = deskWordingFor(publication.locale);
  const { id, name, added, synced } = passkey;
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        , {synced ? say.synced : say.oneDevice}. {say.added} <Time at={added} style={publication} />.
      </p>
      <details>
        <summary>
          {say.manage}
          <span class="vh">{say.the(name)}</span>
        </summary>
        <form method="post" action={`${youPath}passkeys/${id}/rename/`}>
          <TextField name="name" id={`f-name-${id}`} label={say.newName} of={say.the(name)} value={name} />
          <p class="actions">
            <button type="submit">
              {say.rename}
              <span class="vh">{say.the(name)}</span>
            </button>
          </p>
        </form>
        {fresh && (
          <form method="post" action={`${youPath}passkeys/${id}/remove/`}>
            <p class="actions">
              <button class="cut" type="submit">
                {say.remove}
                <span class="vh">{say.the(name)}</span>
              </button>
            </p>
          </form>
        )}
      </details>
    </li>
  );
}

function Another({ desk: { publication }, you }: PartProps) {
  const { locale, url } = publication;
  const { passkeys: say } = deskWordingFor(locale);
  const { refusal } = you;
  const why = refusal?.field === 'name' ? refusal.sentence : null;
  return (
    <>
      <noscript>
        <p>
          {say.unable} {url}
        </p>
      </noscript>
      <PasskeyForm
        {...{ locale, act: 'add' }}
        action={`${youPath}passkeys/`}
        ask={`${youPath}passkeys/question/`}
        button={say.add}
      >
        <TextField
          {...{ name: 'name', label: say.name, hint: say.nameHint, why }}
          value={you.typed('name')}
          autocomplete="off"
        />
      </PasskeyForm>
    </>
  );
}
