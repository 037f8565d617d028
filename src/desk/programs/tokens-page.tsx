import { may } from '../../staff/permissions.ts';
import type { TokenView } from '../../tokens/token.ts';
import { Time } from '../../web/ui/time.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { FormFault } from './form-fault.ts';
import { ProgramsFrame, Refused, tokensPath } from './programs-frame.tsx';
import type { TokenValues } from './token-form.ts';
import { TokenForm } from './token-form-part.tsx';

export type TokensView = {
  tokens: TokenView[];
  values: TokenValues;
  faults: FormFault[];
  /** The secret that was made just now. */
  made: string | null;
  revoked: boolean;
  newer: string | null;
  older: string | null;
};

type PageProps = { desk: DeskView; view: TokensView };

/** One’s tokens, and an owner’s view of everybody’s. */
export function TokensPage({ desk, view }: PageProps) {
  const { locale } = desk.publication;
  const { tokens: say } = deskWordingFor(locale);
  return (
    <ProgramsFrame desk={desk} title={say.heading} current={tokensPath}>
      <p>
        {say.intro} <a href="/api/v1/openapi.json">{say.description}</a>.
      </p>
      <Refused heading={say.refused} faults={view.faults} />
      {view.revoked && (
        <p role="status">
          <b>{say.revokedNow}</b>
        </p>
      )}
      {view.made !== null && (
        <div class="waitbox" role="status">
          <label for="secret">
            <b>{say.made}</b>
          </label>
          <p id="secret-hint">{say.madeHint}</p>
          <input
            id="secret"
            class="secret"
            type="text"
            readonly
            value={view.made}
            aria-describedby="secret-hint"
          />
        </div>
      )}
      <TokenForm locale={locale} values={view.values} faults={view.faults} />
      <TokenList desk={desk} view={view} />
      <NearPages locale={locale} newer={view.newer} older={view.older} />
    </ProgramsFrame>
  );
}

function TokenList({ desk, view }: PageProps) {
  const { tokens: say } = deskWordingFor(desk.publication.locale);
  return (
    <section aria-labelledby="there-are">
      <h2 id="there-are">{say.listHeading}</h2>
      {may(desk.staff.role, 'token.manage') && <p class="quiet">{say.all}</p>}
      {view.tokens.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
        <ul class="programs" role="list">
          {view.tokens.map((token) => (
            <Token desk={desk} token={token} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Token({ desk, token }: { desk: DeskView; token: TokenView }) {
  const { publication } = desk;
  const { tokens: say } = deskWordingFor(publication.locale);
  const { columns } = say;
  const open = token.revokedAt === null && !isOver(token, desk.now);
  return (
    <li class="item">
      <h3>
        <bdi>{token.name}</bdi>
      </h3>
      <dl class="glance">
        <div>
          <dt>{columns.holder}</dt>
          <dd>
            <bdi>{token.holder.name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{columns.scopes}</dt>
          <dd>{token.scopes.map(say.scope).join('; ')}</dd>
        </div>
        <div>
          <dt>{columns.used}</dt>
          <dd>
            {token.lastUsedOn === null ? say.never : <Time at={token.lastUsedOn} style={publication} />}
          </dd>
        </div>
        <div>
          <dt>{columns.state}</dt>
          <dd>
            <State desk={desk} token={token} />
          </dd>
        </div>
      </dl>
      {open && (
        <form method="post" action={`${tokensPath}${token.id}/revoke/`}>
          <button type="submit" aria-label={say.revokeOf(token.name)}>
            {say.revoke}
          </button>
        </form>
      )}
    </li>
  );
}

function State({ desk: { publication, now }, token }: { desk: DeskView; token: TokenView }) {
  const { tokens: say } = deskWordingFor(publication.locale);
  const { revokedAt, expiresAt } = token;
  const [word, at] =
    revokedAt !== null
      ? [say.revoked, revokedAt]
      : isOver(token, now)
        ? [say.ended, expiresAt]
        : [expiresAt === null ? say.works : say.until, expiresAt];
  return (
    <>
      {word} {at !== null && <Time at={at} style={publication} />}
    </>
  );
}

function isOver({ expiresAt }: TokenView, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now.toISOString();
}
