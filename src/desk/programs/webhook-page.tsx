import { timeText } from '../../lib/dates.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeliveryView, WebhookView } from '../../webhooks/webhook.ts';
import { NearPages } from '../frame/near-pages.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { ProgramsFrame, webhooksPath } from './programs-frame.tsx';
import { WebhookState } from './webhooks-page.tsx';

export type WebhookPageView = {
  webhook: WebhookView;
  secret: string;
  deliveries: DeliveryView[];
  done: string | null;
  newer: string | null;
  older: string | null;
};

type PageProps = { desk: DeskView; view: WebhookPageView };

/** One webhook: its secret, what can be done with it, what became of what was sent. */
export function WebhookPage({ desk, view }: PageProps) {
  const { publication, now } = desk;
  const { webhooks: say } = deskWordingFor(publication.locale);
  const { webhook } = view;
  const old = webhook.oldSecretUntil;
  const word = saidOf(say.done, view.done);
  return (
    <ProgramsFrame desk={desk} title={say.open(webhook.url)} current={webhooksPath}>
      {word && (
        <p role="status">
          <b>{word}</b>
        </p>
      )}
      <p>
        <WebhookState desk={desk} webhook={webhook} />
      </p>
      <p class="quiet">{webhook.events.join(', ')}</p>
      <div class="field">
        <label for="secret">{say.secret}</label>
        <p class="hint" id="secret-hint">
          {say.secretHint}
          {old !== null && old > now.toISOString() && (
            <>
              {' '}
              {say.oldSecret} <Time at={old} style={publication} />.
            </>
          )}
        </p>
        <input
          id="secret"
          class="secret"
          type="text"
          readonly
          value={view.secret}
          aria-describedby="secret-hint"
        />
      </div>
      <div class="actions">
        <Press id={webhook.id} act="test" label={say.test} />
        <Press id={webhook.id} act="rotate" label={`${say.rotate}. ${say.rotateHint}`} />
        {webhook.stopped === null ? (
          <Press id={webhook.id} act="stop" label={say.stop} />
        ) : (
          <Press id={webhook.id} act="start" label={say.start} />
        )}
      </div>
      <Deliveries desk={desk} view={view} />
      <NearPages locale={publication.locale} newer={view.newer} older={view.older} />
    </ProgramsFrame>
  );
}

function Press({ id, act, label }: { id: string; act: string; label: string }) {
  return (
    <form method="post" action={`${webhooksPath}${id}/`}>
      <input type="hidden" name="do" value={act} />
      <button type="submit">{label}</button>
    </form>
  );
}

function Deliveries({ desk, view }: PageProps) {
  const { webhooks: say } = deskWordingFor(desk.publication.locale);
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{say.deliveries}</h2>
      {view.deliveries.length === 0 ? (
        <p>{say.noDeliveries}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
        <ul class="programs" role="list">
          {view.deliveries.map((delivery) => (
            <Delivery desk={desk} id={view.webhook.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </section>
  );
}

type DeliveryProps = { desk: DeskView; id: string; delivery: DeliveryView };

function Delivery({ desk: { publication }, id, delivery }: DeliveryProps) {
  const { webhooks: say } = deskWordingFor(publication.locale);
  const { event, state, createdAt, attempts, status, outcome } = delivery;
  return (
    <li class="item">
      <h3>
        {event}, <Time at={createdAt} style={publication} />
      </h3>
      <p>
        {say.states[state]}. {attempts > 0 && `${say.attempts(attempts)}. `}
        {status !== null && `${say.status(status)}. `}
        {state === 'waiting' && (
          <>
            {say.next} <Time at={delivery.dueAt} style={publication} />
          </>
        )}
      </p>
      {outcome && (
        <p class="quiet">
          <bdi>{outcome}</bdi>
        </p>
      )}
      <form method="post" action={`${webhooksPath}${id}/`}>
        <input type="hidden" name="do" value="again" />
        <input type="hidden" name="delivery" value={delivery.id} />
        <button type="submit">
          {say.sendAgain}
          <span class="vh">{say.sendAgainOf(event, timeText(createdAt, publication))}</span>
        </button>
      </form>
    </li>
  );
}
