import { Time } from '../../web/ui/time.tsx';
import { eventTypes, type WebhookView } from '../../webhooks/webhook.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { FormFault } from './form-fault.ts';
import { ProgramsFrame, Refused, Why, webhooksPath } from './programs-frame.tsx';
import type { WebhookValues } from './webhook-form.ts';

export type WebhooksView = {
  webhooks: WebhookView[];
  values: WebhookValues;
  faults: FormFault[];
  /** Whether other hosts are asked at all. */
  on: boolean;
};

/** Where programs are told, and the form for one more. */
export function WebhooksPage({ desk, view }: { desk: DeskView; view: WebhooksView }) {
  const { webhooks: say } = deskWordingFor(desk.publication.locale);
  return (
    <ProgramsFrame desk={desk} title={say.heading} current={webhooksPath}>
      <p>{say.intro}</p>
      {!view.on && <p class="waitbox">{say.off}</p>}
      <Refused heading={say.refused} faults={view.faults} />
      <section aria-labelledby="there-are">
        <h2 id="there-are">{say.listHeading}</h2>
        {view.webhooks.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
          <ul class="programs" role="list">
            {view.webhooks.map((webhook) => (
              <li class="item">
                <h3>
                  <a href={`${webhooksPath}${webhook.id}/`}>{webhook.url}</a>
                </h3>
                <p>
                  <WebhookState desk={desk} webhook={webhook} />
                </p>
                <p class="quiet">{webhook.events.join(', ')}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <WebhookForm locale={desk.publication.locale} view={view} />
    </ProgramsFrame>
  );
}

/** How a webhook stands. */
export function WebhookState({ desk, webhook }: { desk: DeskView; webhook: WebhookView }) {
  const { publication } = desk;
  const { webhooks: say } = deskWordingFor(publication.locale);
  const { stopped, failingSince } = webhook;
  if (stopped !== null)
    return (
      <>
        {say.stopped[stopped.why]} <Time at={stopped.at} style={publication} />
      </>
    );
  if (failingSince === null) return <>{say.works}</>;
  return (
    <>
      {say.failing} <Time at={failingSince} style={publication} />
    </>
  );
}

function WebhookForm({ locale, view: { values, faults } }: { locale: string; view: WebhooksView }) {
  const { webhooks: say } = deskWordingFor(locale);
  const why = (field: string) => faults.find((fault) => fault.field === field)?.sentence ?? null;
  return (
    <form method="post" action={webhooksPath} aria-labelledby="new-webhook">
      <h2 id="new-webhook">{say.newHeading}</h2>
      <div class={why('url') === null ? 'field' : 'field wrong'}>
        <label for="f-url">{say.url}</label>
        <p class="hint" id="f-url-hint">
          {say.urlHint}
        </p>
        <input
          id="f-url"
          name="url"
          type="text"
          inputmode="url"
          value={values.url}
          aria-invalid={why('url') === null ? null : 'true'}
          aria-describedby={why('url') === null ? 'f-url-hint' : 'f-url-hint f-url-why'}
        />
        <Why field="url" why={why('url')} />
      </div>
      <fieldset class="field" id="f-events">
        <legend>{say.events}</legend>
        {eventTypes.map((type) => (
          <label class="pick">
            <input type="checkbox" name={`event-${type}`} checked={values.events.includes(type)} />
            <span>{type}</span>
          </label>
        ))}
        <Why field="events" why={why('events')} />
      </fieldset>
      <p class="actions">
        <button class="main" type="submit">
          {say.add}
        </button>
      </p>
    </form>
  );
}
