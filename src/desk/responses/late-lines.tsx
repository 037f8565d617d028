import type { LateDecision } from '../../moderation/late-decision.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { shownName } from '../../web/ui/name-wording.ts';
import { Time } from '../../web/ui/time.tsx';
import { deskWordingFor } from '../wording.ts';

type LateProps = { publication: PublicationView; late: LateDecision[] };

/** Where two decided on the same response a moment ago: told to both. */
export function LateLines({ publication, late }: LateProps) {
  const { together: say } = deskWordingFor(publication.locale);
  if (late.length === 0) return null;
  return (
    <ul class="waitbox" role="status">
      {late.map(({ at, writer, wanted, first, mine, other }) => (
        <li>
          <Time at={at} style={publication} />:{' '}
          {mine
            ? say.youWereLate({ writer: shownName(writer), wanted, first, other })
            : say.theyWereLate({ writer: shownName(writer), wanted, first, other })}
        </li>
      ))}
    </ul>
  );
}
