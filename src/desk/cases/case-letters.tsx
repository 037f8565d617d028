import { Time } from '../../web/ui/time.tsx';
import { FormField, FormRefused } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { inLondon } from './case-list-page.tsx';
import { casesPath, type OneCaseView } from './case-view.ts';

type Props = { desk: DeskView; view: OneCaseView };

/** The writer’s answer; who they are only when that is looked up. */
export function WritersAnswer({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const { reply, identity } = view;
  if (reply === null) return null;
  return (
    <section class="item" aria-labelledby="answer">
      <h2 id="answer">{say.answer}</h2>
      <p>
        <b>{say.answers[reply.kind]}</b>{' '}
        {reply.disclose !== null && say.disclose[reply.disclose ? 'yes' : 'no']}{' '}
        <Time at={reply.at} style={inLondon(publication.locale)} />
      </p>
      {reply.words !== '' && <Blocks text={reply.words} />}
      {identity !== null && (
        <div class="waitbox" role="status">
          <p>
            <b>{say.writerIs}</b>
          </p>
          <Blocks text={`${identity.name}\n\n${identity.address}`} />
        </div>
      )}
      {identity === null && reply.identity !== null && <LookUp desk={desk} view={view} />}
    </section>
  );
}

function LookUp({ desk, view }: Props) {
  const { cases: say } = deskWordingFor(desk.publication.locale);
  return (
    <details open={view.lookUp.faults.length > 0}>
      <summary>{say.lookUp}</summary>
      <FormRefused form={view.lookUp} heading={say.refused} />
      <form method="post" action={`${casesPath}${view.found.id}/writer/`}>
        <p class="hint">{say.lookUpHint}</p>
        <FormField form={view.lookUp} name="reason" label={say.lookUpWhy} />
        <p class="actions">
          <button type="submit">{say.lookUpDo}</button>
        </p>
      </form>
    </details>
  );
}

/** Every letter of a case, the newest first. Who a writer is stands in none of them here. */
export function CaseLetters({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  return (
    <section class="item" aria-labelledby="letters">
      <h2 id="letters">{say.letters}</h2>
      {view.letters.length === 0 && <p>{say.noLetters}</p>}
      {view.letters.map(({ id, recipient, subject, text, at }) => (
        <details>
          <summary>
            {say.to[recipient]}, <Time at={at} style={inLondon(publication.locale)} />: {subject}
          </summary>
          <div id={`l-${id}`}>
            <Blocks text={text} />
          </div>
        </details>
      ))}
    </section>
  );
}

function Blocks({ text }: { text: string }) {
  return (
    <div class="words">
      {text.split(/\n\s*\n/).map((block) => (
        <p>
          <bdi>{block}</bdi>
        </p>
      ))}
    </div>
  );
}
