import type { PublicationView } from '../../publication/publication-view.ts';
import type { RecordPage } from '../../record/record-view.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type CheckpointProps = { publication: PublicationView; head: NonNullable<RecordPage['head']> } & Pick<
  RecordPage,
  'witnessed'
>;

/** The newest line and its hash, by which every older line can be checked. */
export function Checkpoint({ publication, head, witnessed }: CheckpointProps) {
  const { record: say, count } = wordingFor(publication.locale);
  return (
    <section class="checkpoint sans fig" aria-labelledby="cp">
      <h2 id="cp">
        {say.checkpoint} <Time at={head.at} style={publication} />
      </h2>
      <dl>
        <dt>{say.lines}</dt>
        <dd>{count(head.seq)}</dd>
        <dt>{say.hash}</dt>
        <dd class="hash" dir="ltr">
          {groups(head.hash).map((group) => (
            <>
              <span>{group}</span>{' '}
            </>
          ))}
        </dd>
      </dl>
      <p>
        {say.check} <a href={paths.recordEntries}>{say.download}</a> {say.andRun}{' '}
        <code>hustings verify record.ndjson</code>.
      </p>
      <p>
        {say.asLog} <a href={paths.recordCheckpoint}>{say.signed}</a>, <a href={paths.recordKey}>{say.key}</a>
        .
      </p>
      {witnessed !== null && (
        <p>
          {say.witnessed(count(witnessed))} <a href={paths.recordWitnessed}>{say.cosigned}</a>.
        </p>
      )}
    </section>
  );
}

/** Sixteen figures each, in fours. */
function groups(hash: string): string[] {
  return (hash.match(/.{1,16}/g) ?? []).map((group) => (group.match(/.{1,4}/g) ?? []).join(' '));
}
