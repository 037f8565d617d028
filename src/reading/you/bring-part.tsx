import { wordingFor } from '../../web/ui/wording.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { LetGo, YouField } from './you-field.tsx';
import type { YouProps } from './you-view.ts';

/** How names come to this browser: by a phrase, by a letter, by a passkey; and those of an archive. */
export function BringPart({ publication, own, refusal, mail }: YouProps) {
  const { you: say } = wordingFor(publication.locale);
  const holds = own.names.length > 0;
  return (
    <section class="apart" aria-labelledby="bring">
      <h2 class="label" id="bring">
        {say.bring}
      </h2>
      <p>{say.bringHint}</p>
      <form method="post" action="/you/bring/phrase/">
        <YouField
          {...{ form: 'bring-phrase', name: 'phrase', refusal }}
          label={say.yourPhrase}
          hint={say.yourPhraseHint}
        />
        <LetGo form="bring-phrase" label={say.letGo} show={holds} />
        <p class="actions">
          <button type="submit">{say.bringPhrase}</button>
        </p>
      </form>
      <PasskeyForm
        locale={publication.locale}
        act="use"
        action="/you/bring/passkey/"
        button={say.passkeys.use}
      >
        <LetGo form="bring-passkey" label={say.letGo} show={holds} />
      </PasskeyForm>
      {mail && (
        <>
          <form class="apart" method="post" action="/you/bring/email/">
            <YouField
              {...{ form: 'bring-email', name: 'email', type: 'email', autocomplete: 'email', refusal }}
              label={say.yourEmail}
              hint={say.yourEmailHint}
            />
            <p class="actions">
              <button type="submit">{say.sendLink}</button>
            </p>
          </form>
          <form class="apart" method="post" action="/you/archive/">
            <h3>{say.archive}</h3>
            <p>{say.archiveHint}</p>
            <YouField
              {...{ form: 'archive', name: 'email', type: 'email', autocomplete: 'email', refusal }}
              label={say.archiveEmail}
              hint={say.yourEmailHint}
            />
            <p class="actions">
              <button type="submit">{say.sendClaim}</button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}
