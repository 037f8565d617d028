import type { Tombstone as TombstoneView } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { eraserOf } from '../../record/wording.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { isMentioned, type MarkedIn, MentionedBy } from './marked-words.tsx';
import { TombstoneColophon } from './response-colophon.tsx';
import { InReplyTo, NumberLinks, Numeral } from './response-parts.tsx';

type TombstoneProps = { publication: PublicationView; comment: TombstoneView };
type MarkedProps = TombstoneProps & { marked: MarkedIn };

/** What stays of a response that is gone: its number, when and why. */
export function Tombstone({ publication, comment, marked }: MarkedProps) {
  const wording = wordingFor(publication.locale);
  const say = wording.tombstone;
  const { number, state, answeredBy } = comment;
  return (
    <article class="response gone" id={`response-${number}`}>
      <h3>
        <Numeral number={number} wording={wording} /> {say[state]}
      </h3>
      <ul class="when">
        {comment.dated !== null && (
          <li>
            {say.published} <Time at={comment.dated} style={publication} />
          </li>
        )}
        <li>
          {say[state]} <Time at={comment.goneAt} style={publication} />
        </li>
        <InReplyTo comment={comment} wording={wording} />
      </ul>
      <div class="words">
        <p>
          {goneSentence(comment, say)} {comment.reason !== null && `${say.reason(comment.reason)} `}
          {say.numberStays} <a href={paths.record}>{say.record}</a>
        </p>
      </div>
      {(answeredBy.length > 0 || isMentioned(comment, marked)) && (
        <p class="answered">
          <MentionedBy publication={publication} comment={comment} marked={marked} />
          {answeredBy.length > 0 && (
            <>
              {wording.answeredBy}{' '}
              <NumberLinks from={comment.place} to={answeredBy} andOthers={wording.andOthers} />.
            </>
          )}
        </p>
      )}
      <TombstoneColophon publication={publication} comment={comment} />
    </article>
  );
}

function goneSentence({ state, erasedBy }: TombstoneView, say: Wording['tombstone']): string {
  if (state === 'withdrawn') return say.wasWithdrawn;
  if (state === 'withheld') return say.wasWithheld;
  if (erasedBy === null) return say.wasRemoved;
  return say.wasErased(eraserOf(erasedBy));
}
