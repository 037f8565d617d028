import type { PublishedComment } from '../../comments/comment-view.ts';
import { timeText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { type Wording, wordingFor } from '../../web/ui/wording.ts';
import { Edited } from './edited.tsx';
import { KeptLinks } from './kept-links.tsx';
import { type MarkedIn, MarkedWords, MentionedBy } from './marked-words.tsx';
import { ResponseColophon } from './response-colophon.tsx';
import { InReplyTo, NumberLinks, Numeral } from './response-parts.tsx';

type ResponseProps = {
  publication: PublicationView;
  comment: PublishedComment;
  /** The article's path while it can be answered; null once it is closed. */
  replyPath: string | null;
  /** What is marked in it and about it, under which article. */
  marked: MarkedIn;
};

/** A response in its thread: number and name, date, reply target, words, answers, colophon. */
export function Response({ publication, comment, replyPath, marked }: ResponseProps) {
  const wording = wordingFor(publication.locale);
  const { number, dated, sameWriter, answeredBy } = comment;
  const when = dated === null ? wording.dateUnknown : timeText(dated, publication);
  return (
    <article class="response h-cite" id={`response-${number}`}>
      <Heading comment={comment} wording={wording} />
      {sameWriter.length > 0 && <Mark comment={comment} wording={wording} />}
      <ul class="when">
        <li>
          <a class="u-url" href={comment.path}>
            {dated === null ? (
              when
            ) : (
              <time class="dt-published" datetime={dated}>
                {when}
              </time>
            )}
          </a>
        </li>
        <Edited publication={publication} comment={comment} />
        {comment.archived && <li class="archived">{wording.archivedName}</li>}
        {comment.byStaff && <li class="own">{wording.names.byStaff}</li>}
        <InReplyTo comment={comment} wording={wording} />
      </ul>
      <MarkedWords publication={publication} comment={comment} marked={marked} />
      <KeptLinks publication={publication} kept={comment.kept} />
      <p class="answered">
        <MentionedBy publication={publication} comment={comment} marked={marked} />
        {answeredBy.length > 0 && (
          <>
            {wording.answeredBy}{' '}
            <NumberLinks from={comment.place} to={answeredBy} andOthers={wording.andOthers} />.{' '}
          </>
        )}
        {replyPath !== null && (
          <a rel="nofollow" href={`${replyPath}?in_reply_to=${number}#reply`}>
            {wording.replyTo(number)}
          </a>
        )}
        {replyPath !== null && '. '}
        {(answeredBy.length > 0 || comment.inReplyTo !== null) && (
          <>
            <a rel="nofollow" href={`${comment.path}conversation/`}>
              {wording.conversation.link(number)}
            </a>
            .{' '}
          </>
        )}
        <a rel="nofollow" href={`${comment.path}cite/`}>
          {wording.cite.linkTo(number)}
        </a>
        {'. '}
        <a rel="nofollow" href={`${comment.path}report/`}>
          {wording.report.linkTo(number)}
        </a>
        {'. '}
        <a rel="nofollow" href={`${paths.complain}?about=${encodeURIComponent(comment.path)}`}>
          {wording.complain.linkTo(number)}
        </a>
      </p>
      <ResponseColophon publication={publication} comment={comment} when={when} />
    </article>
  );
}

function Heading({ comment, wording }: { comment: PublishedComment; wording: Wording }) {
  const { number, kind, name, url } = comment;
  return (
    <h3>
      <Numeral number={number} wording={wording} /> {kind === 'pingback' && `${wording.pingback} `}
      <b class="p-author h-card">
        {comment.anonymous && <i>{wording.names.anonymous}</i>}
        {!comment.anonymous && url === null && (
          <bdi>{comment.unnamed ? wording.writingAgain.nameRemoved : name}</bdi>
        )}
        {!comment.anonymous && url !== null && (
          <a class="u-url" rel="ugc nofollow" href={url}>
            <bdi>{name}</bdi>
          </a>
        )}
      </b>
      {kind === 'comment' && ` ${wording.says}`}
    </h3>
  );
}

function Mark({ comment, wording }: { comment: PublishedComment; wording: Wording }) {
  return (
    <p class="mark">
      <svg viewBox="0 0 26 30" aria-hidden="true">
        <use href="#m1" />
      </svg>
      <span>
        {wording.sameWriter}{' '}
        <NumberLinks from={comment.place} to={comment.sameWriter} andOthers={wording.andOthers} />
      </span>
    </p>
  );
}

/** The writer's mark, drawn once and used by every response of a writer who wrote more than one. */
export function Shield() {
  return (
    <svg class="vh" aria-hidden="true">
      <symbol id="m1" viewBox="0 0 26 30">
        <path
          d="M1 1h24v17c0 6-5 9-12 11C6 27 1 24 1 18z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
        <path
          d="M6 6h4v4H6zm10 0h4v4h-4zM11 11h4v4h-4zM6 16h4v4H6zm10 0h4v4h-4zM11 21h4v4h-4z"
          fill="currentColor"
        />
      </symbol>
    </svg>
  );
}
