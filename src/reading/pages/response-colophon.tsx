import type { PublishedComment, Tombstone } from '../../comments/comment-view.ts';
import { timeText } from '../../lib/dates.ts';
import { countWords } from '../../lib/fold-text.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { eraserOf } from '../../record/wording.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { linkText } from './article-colophon.tsx';
import { editedText } from './edited.tsx';
import { numbersText } from './response-parts.tsx';

type ColophonProps = { publication: PublicationView; comment: PublishedComment; when: string };

/** All that a plain copy of a response would lose, as words. docs/colophons.md has its grammar. */
export function ResponseColophon({ publication, comment, when }: ColophonProps) {
  const { responseColophon: say, quoted, andOthers, names, writingAgain } = wordingFor(publication.locale);
  const { number, sameWriter, inReplyTo, archived, anonymous, unnamed } = comment;
  const named = unnamed ? writingAgain.nameRemoved : comment.name;
  const signature = anonymous ? names.anonymous : named;
  return (
    <p class="colophon">
      {publication.title}. {say.response(number)}, <bdi>{signature}</bdi>
      {sameWriter.length > 0 && say.sameWriter(numbersText(sameWriter, andOthers))}, {when}
      {editedText(publication, comment)}
      {inReplyTo !== null && say.inReplyTo(inReplyTo.number)}
      {archived && say.archived}
      {anonymous && names.anonymousColophon}
      {unnamed && writingAgain.nameRemovedColophon}
      {comment.byStaff && names.byStaffColophon}
      {say.words(countWords(comment.text))}. {publication.url + comment.path}
      {comment.url !== null && say.page(comment.url)}
      {comment.links.map((link, index) => ` [${index + 1}] ${linkText(link, quoted)}`)}
    </p>
  );
}

/** The same of a number whose words are gone. */
export function TombstoneColophon({
  publication,
  comment,
}: {
  publication: PublicationView;
  comment: Tombstone;
}) {
  const { responseColophon, tombstone } = wordingFor(publication.locale);
  const { number, state, reason, goneAt, dated, inReplyTo, erasedBy, path } = comment;
  return (
    <p class="colophon">
      {publication.title}. {responseColophon.response(number)}, {tombstone[state].toLowerCase()}{' '}
      {timeText(goneAt, publication)}
      {dated !== null && `, ${tombstone.published.toLowerCase()} ${timeText(dated, publication)}`}
      {inReplyTo !== null && responseColophon.inReplyTo(inReplyTo.number)}
      {erasedBy !== null && responseColophon.erasedBy(eraserOf(erasedBy))}
      {reason !== null && `, ${reason.replace(/\.$/, '')}`}. {publication.url + path}
    </p>
  );
}
