import { isAlarm } from '../../record/witnesses/witness.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { OutsideView, SendingView, WitnessLine } from './outside-view.ts';

type OutsideProps = { desk: DeskView; outside: OutsideView };

/** What came of telling others: each witness with what it says, and what became of the statements. */
export function OutsidePart({ desk, outside }: OutsideProps) {
  const { outside: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <section class="apart" aria-labelledby="witnesses">
        <h2 id="witnesses">{say.witnesses}</h2>
        {outside.witnesses.length === 0 ? (
          <p>{say.noWitnesses}</p>
        ) : (
          <WitnessList desk={desk} witnesses={outside.witnesses} />
        )}
      </section>
      <Sending desk={desk} sending={outside.sending} />
    </>
  );
}

/** Witnesses, each with what it says. */
export function WitnessList({ desk, witnesses }: { desk: DeskView; witnesses: WitnessLine[] }) {
  return (
    <dl class="glance">
      {witnesses.map((witness) => (
        <div>
          <dt>{witness.name}</dt>
          <dd>
            <WitnessSays desk={desk} witness={witness} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a witness cosigned last, and what is wrong. */
function WitnessSays({ desk, witness }: { desk: DeskView; witness: WitnessLine }) {
  const { outside: say } = deskWordingFor(desk.publication.locale);
  const { state } = witness;
  if (state === null) return <>{say.notYetAsked}</>;
  const wrong = state.trouble !== null;
  return (
    <>
      {state.cosigned === null ? (
        say.neverCosigned
      ) : (
        <>
          {say.cosigned(state.cosigned.size)} <Time at={state.cosigned.at} style={desk.publication} />.
        </>
      )}
      {wrong && (
        <p class={isAlarm(state.trouble ?? '') ? 'refused' : 'waitbox'}>
          {state.why} {say.failingSince}{' '}
          <Time at={state.failingSince ?? state.askedAt} style={desk.publication} />.
        </p>
      )}
    </>
  );
}

function Sending({ desk, sending }: { desk: DeskView; sending: SendingView }) {
  const { outside: say } = deskWordingFor(desk.publication.locale);
  const { on, target, counts, failing, refused } = sending;
  return (
    <section class="apart" aria-labelledby="sending">
      <h2 id="sending">{say.sending}</h2>
      <p>{target === null ? say.noTarget : say.target(target)}</p>
      {on && target === null && <p class="waitbox">{say.onWithoutTarget}</p>}
      <p>{say.counts(counts)}</p>
      {failing !== null && (
        <p class="waitbox">
          {say.failing(failing.why)} {say.failingSince} <Time at={failing.since} style={desk.publication} />.
        </p>
      )}
      {refused.length > 0 && (
        <>
          <h3>{say.refused}</h3>
          <dl class="glance">
            {refused.map(({ puid, why }) => (
              <div>
                <dt>
                  <code>{puid}</code>
                </dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
          <p>{say.sendAgain}</p>
        </>
      )}
    </section>
  );
}
