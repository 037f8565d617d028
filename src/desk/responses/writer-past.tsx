import { beginningOf } from '../../lib/beginning.ts';
import type { PastResponse, WritersPast } from '../../moderation/writers-past.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { CommentState } from '../../store/schema.ts';
import { Time } from '../../web/ui/time.tsx';
import { deskWordingFor } from '../wording.ts';

type PastProps = { publication: PublicationView; past: WritersPast | undefined };

/** In which order the counts are told; what waits is told apart. */
const told: CommentState[] = ['published', 'removed', 'refused', 'withdrawn', 'erased'];

/** What was sent under this name before and what became of it: a line, and the last of them behind it. */
export function WriterPast({ publication, past }: PastProps) {
  const { past: say } = deskWordingFor(publication.locale);
  if (past === undefined) return <p class="quiet">{say.noName}</p>;
  const counts = told.flatMap((state) => {
    const number = past.counts.get(state) ?? 0;
    return number === 0 ? [] : [say.counted[state](number)];
  });
  const held = past.counts.get('held') ?? 0;
  if (held > 1) counts.push(say.counted.held(held));
  if (past.last.length === 0)
    return <p class="quiet">{[say.nothing, ...(held > 1 ? [say.counted.held(held)] : [])].join(' ')}</p>;
  return (
    <details class="past">
      <summary>
        {say.before} {counts.join(', ')}
      </summary>
      {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
      <ol role="list">
        {past.last.map((response) => (
          <Before publication={publication} response={response} />
        ))}
      </ol>
    </details>
  );
}

function Before({ publication, response }: { publication: PublicationView; response: PastResponse }) {
  const { responses: say } = deskWordingFor(publication.locale);
  const { place, article, decided, state } = response;
  return (
    <li>
      <p class="quiet">
        <Time at={response.postedAt} style={publication} />,{' '}
        {place === null ? article : <a href={place}>{article}</a>}: {say.states[state]}
        {decided?.reason && `, ${decided.reason}`}
      </p>
      {response.text !== '' && <p class="words">{beginningOf(response.text)}</p>}
    </li>
  );
}
