import { noticeFields } from '../../notices/notice.ts';
import { roleWords } from '../../record/wording.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { CaseLetters, WritersAnswer } from './case-letters.tsx';
import { inLondon } from './case-list-page.tsx';
import { ResponseOfCase } from './case-response.tsx';
import { casesPath, type OneCaseView } from './case-view.ts';
import { CheckForm } from './check-form.tsx';
import { NextStep } from './next-step.tsx';

type Props = { desk: DeskView; view: OneCaseView };

/** One case: its clock, the response it is about, what the complainant wrote, what was done. */
export function CasePage({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const { complain } = wordingFor(publication.locale);
  const { found } = view;
  const kind = complain.kinds[found.kind];
  return (
    <DeskPage desk={desk} title={say.title(found.number)} section="cases">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.title(found.number)}</h1>
          <p>
            <a href={casesPath}>{say.back}</a>
          </p>
        </div>
        {view.refusal !== null && (
          <div class="refused" role="alert" id="refused" tabindex={-1} autofocus>
            <p>
              <b>{say.refused}</b>
            </p>
            <p>{view.refusal}</p>
          </div>
        )}
        {view.done !== null && say.done[view.done] !== undefined && (
          <p class="waitbox" role="status">
            {say.done[view.done]}
          </p>
        )}
        <p class="prose">
          <b>{kind.name}.</b> {kind.law}
        </p>
        <Clock desk={desk} view={view} />
        <ResponseOfCase desk={desk} view={view} />
        <WritersAnswer desk={desk} view={view} />
        {found.closedAt === null && <CheckForm desk={desk} view={view} />}
        {found.closedAt === null && <NextStep desk={desk} view={view} />}
        <CaseLetters desk={desk} view={view} />
        <Notice desk={desk} view={view} />
        <History desk={desk} view={view} />
      </main>
    </DeskPage>
  );
}

function Clock({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const { state, due, replyBy } = view.clock;
  const style = inLondon(publication.locale);
  return (
    <section class="item" aria-labelledby="clock">
      <h2 id="clock">{say.clock}</h2>
      <p>
        <b>{say.states[state]}</b>
      </p>
      {replyBy !== null && (
        <p>
          {say.replyBy} <Time at={replyBy} style={style} />.
        </p>
      )}
      {due !== null && (
        <p>
          {say.by}{' '}
          <b>
            <Time at={due} style={style} />
          </b>
          . {say.received} <Time at={view.found.receivedAt} style={style} />. {say.london}
        </p>
      )}
      <p class="quiet">{say.notAdvice}</p>
    </section>
  );
}

function Notice({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say } = deskWordingFor(publication.locale);
  const { complain } = wordingFor(publication.locale);
  const { kind, values, email, confirmed } = view.found;
  const given = noticeFields[kind].filter(({ name }) => values[name] !== undefined);
  const reach = email === null ? 'none' : confirmed ? 'confirmed' : 'unconfirmed';
  return (
    <section class="item" aria-labelledby="notice">
      <h2 id="notice">{say.notice}</h2>
      {view.found.forgottenAt !== null && (
        <p>
          {say.forgotten} <Time at={view.found.forgottenAt} style={publication} />.
        </p>
      )}
      <p class="quiet">{say.email[reach]}</p>
      <dl class="prose">
        {given.map(({ name, shape }) => {
          const value = values[name] ?? '';
          const told = shape === 'tick' ? complain.yes : (complain.options[name]?.[value] ?? value);
          return (
            <>
              <dt>{complain.fields[name as keyof typeof complain.fields].label}</dt>
              {told.split(/\n\s*\n/).map((block) => (
                <dd>
                  <bdi>{block}</bdi>
                </dd>
              ))}
            </>
          );
        })}
      </dl>
    </section>
  );
}

function History({ desk, view }: Props) {
  const { publication } = desk;
  const { cases: say, roles } = deskWordingFor(publication.locale);
  const style = inLondon(publication.locale);
  const by = (role: string, name: string | null) =>
    name === null
      ? say.byRole(roleWords[role as keyof typeof roleWords] ?? role)
      : `${say.byRole(name)}, ${roles[role as keyof typeof roles] ?? role}`;
  return (
    <section class="item" aria-labelledby="history">
      <h2 id="history">{say.history}</h2>
      <ol>
        {view.steps.map(({ kind, at, byRole, byName, facts }) => (
          <li>
            {say.steps[kind]}, <Time at={at} style={style} />, {by(byRole, byName)}
            {typeof facts.outcome === 'string' && <>. {say.outcomes[facts.outcome] ?? facts.outcome}</>}
            {Array.isArray(facts.byHand) && <> {say.byHand}</>}
            {typeof facts.reason === 'string' && (
              <>
                . {say.because} <bdi>{facts.reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
