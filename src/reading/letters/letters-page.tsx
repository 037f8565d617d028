import type { PublicationView } from '../../publication/publication-view.ts';
import type { AddressView, Subscription } from '../../subscriptions/queries.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';

type LettersProps = {
  publication: PublicationView;
  address: AddressView;
  /** Path of this page, a secret address. */
  path: string;
  /** Said of what was done just now. */
  done: string | null;
};

/** The page of one address: a yes to letters, what they are about, how often they come, and their end. */
export function LettersPage({ publication, address, path, done }: LettersProps) {
  const { letters: say } = wordingFor(publication.locale);
  const { subscriptions } = address;
  return (
    <PublicPage publication={publication} title={say.title} canonicalPath={null} noindex path={null}>
      <PlainHead heading={say.title}>
        <p>
          {say.to} <bdi>{address.email}</bdi>
        </p>
      </PlainHead>
      <div class="ed">
        <div>
          {done !== null && (
            <p class="waitbox" role="status">
              {done}
            </p>
          )}
          {address.refused !== null && (
            <form class="waitbox" method="post" action={`${path}again/`}>
              <p>
                {say.undeliverable} <q>{address.refused}</q>
              </p>
              <p class="quiet">{say.againHint}</p>
              <p class="actions">
                <button type="submit">{say.again}</button>
              </p>
            </form>
          )}
          {subscriptions.some(({ agreed }) => !agreed) && (
            <Confirm publication={publication} path={path} first={!address.confirmed} />
          )}
          {subscriptions.length === 0 && <p>{say.none}</p>}
          {subscriptions.map((subscription) => (
            <One publication={publication} path={path} subscription={subscription} />
          ))}
          {subscriptions.length > 0 && (
            <form class="apart" method="post" action={`${path}stop/`}>
              <p class="actions">
                <button class="cut" type="submit">
                  {say.stopAll}
                </button>
              </p>
            </form>
          )}
          <p class="colophon">{say.secret}</p>
        </div>
      </div>
    </PublicPage>
  );
}

type ConfirmProps = Pick<LettersProps, 'publication' | 'path'> & { first: boolean };

/** A press, not a visit: what opens links in letters to look at them says yes to nothing. */
function Confirm({ publication, path, first }: ConfirmProps) {
  const { letters: say } = wordingFor(publication.locale);
  return (
    <form class="waitbox" method="post" action={`${path}confirm/`}>
      <p>{say.confirmHint}</p>
      <p class="quiet">{first ? say.notConfirmed : say.moreAsked}</p>
      <p class="actions">
        <button class="main" type="submit">
          {say.confirm}
        </button>
      </p>
    </form>
  );
}

type OneProps = Pick<LettersProps, 'publication' | 'path'> & { subscription: Subscription };

function One({ publication, path, subscription }: OneProps) {
  const { letters: say } = wordingFor(publication.locale);
  const { id, kind, pace, agreed, article } = subscription;
  const heading = `l-${id}`;
  return (
    <section class="apart" aria-labelledby={heading}>
      <h2 class="label" id={heading}>
        {say.of[kind]} <a href={article.path}>{article.title}</a>
      </h2>
      {!agreed && <p class="quiet">{say.waits}</p>}
      <form method="post" action={`${path}pace/`}>
        <input type="hidden" name="subscription" value={id} />
        <div class="field">
          <label for={`p-${id}`}>{say.pace}</label>
          <select id={`p-${id}`} name="pace">
            {Object.entries(say.paces).map(([value, label]) => (
              <option value={value} selected={value === pace}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <p class="actions">
          <button type="submit" aria-describedby={heading}>
            {say.change}
          </button>
        </p>
      </form>
      <form method="post" action={`${path}stop/${article.id}/`}>
        <p class="actions">
          <button type="submit" aria-describedby={heading}>
            {say.stop}
          </button>
        </p>
      </form>
    </section>
  );
}
