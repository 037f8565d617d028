import type { Claimed } from '../../pseudonyms/claim-archive.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { scripts as clientScripts, type Script } from '../../web/ui/scripts.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { BringPart } from './bring-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { NamesPart } from './names-part.tsx';
import { LetGo } from './you-field.tsx';
import type { YouProps } from './you-view.ts';

/** A writer's own page: their names and keys, and how to bring them to this browser. */
export function YouPage(props: YouProps) {
  const { publication, own, done, refusal } = props;
  const { you: say } = wordingFor(publication.locale);
  return (
    <Frame publication={publication} heading={say.heading} scripts={[clientScripts.passkeys]}>
      <p>{say.explained}</p>
      {done !== null && (
        <p class="waitbox" role="status">
          {say.done[done as keyof typeof say.done] ?? say.done.settled}
        </p>
      )}
      {refusal !== null && (
        <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
          <h2>{say.refused}</h2>
          <p>
            {refusal.field === null ? (
              refusal.sentence
            ) : (
              <a href={`#f-${refusal.form}-${refusal.field}`}>{refusal.sentence}</a>
            )}
          </p>
        </div>
      )}
      {own.writerId === null ? (
        <p class="waitbox">{say.nobody}</p>
      ) : (
        <>
          <p>
            <a href="/you/responses/">{wordingFor(publication.locale).ownResponses.link}</a>
          </p>
          <NamesPart {...props} />
          <KeysPart {...props} />
        </>
      )}
      <BringPart {...props} />
    </Frame>
  );
}

type FrameProps = {
  publication: PublicationView;
  heading: string;
  scripts?: Script[];
  children?: unknown;
};

function Frame({ publication, heading, scripts = [], children }: FrameProps) {
  const { you: say } = wordingFor(publication.locale);
  return (
    <PublicPage {...{ publication, scripts, title: say.title, canonicalPath: null, path: null }} noindex>
      <PlainHead heading={heading} />
      <div class="ed">
        <div>{children}</div>
      </div>
    </PublicPage>
  );
}

/** A recovery phrase, shown this once. */
export function PhrasePage({ publication, phrase }: { publication: PublicationView; phrase: string }) {
  const { you: say } = wordingFor(publication.locale);
  return (
    <Frame publication={publication} heading={say.phraseMade}>
      <p class="waitbox" role="status">
        <b translate="no">{phrase}</b>
      </p>
      <p>{say.phraseOnce}</p>
      <p>
        <a href="/you/">{say.back}</a>
      </p>
    </Frame>
  );
}

type LinkPageProps = {
  publication: PublicationView;
  token: string;
  /** What it is for; null once it is used or over. */
  purpose: 'confirm-email' | 'bring-names' | 'claim-archive' | null;
  holds: boolean;
  /** It confirms an address for the names of another browser than this. */
  isElsewhere: boolean;
  refusal: string | null;
};

/** What a link from a letter does, and the button that does it: a program that only looks uses nothing up. */
export function LinkPage({ publication, token, purpose, holds, isElsewhere, refusal }: LinkPageProps) {
  const { you: say } = wordingFor(publication.locale);
  return (
    <Frame publication={publication} heading={say.linkTitle}>
      {refusal !== null && (
        <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
          <h2>{say.refused}</h2>
          <p>{refusal}</p>
        </div>
      )}
      {purpose === null ? (
        <p class="waitbox">{say.linkOver}</p>
      ) : isElsewhere ? (
        <p class="waitbox">{say.linkElsewhere}</p>
      ) : (
        <form method="post" action="/you/link/">
          <p>{say.links[purpose]}</p>
          <input type="hidden" name="token" value={token} />
          <LetGo form="link" label={say.letGo} show={holds && purpose === 'bring-names'} />
          <p class="actions">
            <button class="main" type="submit">
              {say.follow[purpose]}
            </button>
          </p>
        </form>
      )}
      <p>
        <a href="/you/">{say.back}</a>
      </p>
    </Frame>
  );
}

/** What a claim to responses of the archive brought. */
export function ClaimedPage({ publication, claimed }: { publication: PublicationView; claimed: Claimed }) {
  const { you: say } = wordingFor(publication.locale);
  const { responses, held, heldHere } = claimed;
  return (
    <Frame publication={publication} heading={say.archive}>
      <p class="waitbox" role="status">
        {say.claimed(responses)}
      </p>
      {held.length > 0 && <p>{say.claimedHeld(held.join(', '))}</p>}
      {heldHere.length > 0 && <p>{say.claimedHere(heldHere.join(', '))}</p>}
      <p>
        <a href="/you/">{say.back}</a>
      </p>
    </Frame>
  );
}
