import { type FloodView, mostCounted } from '../../comments/flood/queries.ts';
import { Time } from '../../web/ui/time.tsx';
import { queueAddress } from '../responses/queue-address.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** That a flood is on, since when, and how many came in ten minutes; where `calm` is asked for, also that there is none. */
export function FloodLine({ desk, flood, calm }: { desk: DeskView; flood: FloodView | null; calm?: true }) {
  const { flood: say } = deskWordingFor(desk.publication.locale);
  if (flood === null || !(flood.isOn || calm)) return null;
  const { sent, most, since, isOn } = flood;
  if (!isOn) return <p class="prose">{say.calm(sent, most)}</p>;
  return (
    <p class="waitbox">
      <b>
        {say.isOn(sent, Math.max(most, mostCounted))}{' '}
        {since === null ? (
          say.longer
        ) : (
          <>
            {say.since} <Time at={since} style={desk.publication} />.
          </>
        )}
      </b>{' '}
      {say.whatWaits} <a href={queueAddress({ because: 'flood' })}>{say.narrow}</a>
    </p>
  );
}
