import type { PublishedComment } from '../../comments/comment-view.ts';
import { timeText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type EditedProps = { publication: PublicationView; comment: PublishedComment };

/** “Edited 12 March 2026, 09:21 GMT” as an item of a response's dates; nothing where it stands as published. */
export function Edited({ publication, comment }: EditedProps) {
  if (comment.editedAt === null) return null;
  const { writingAgain: say } = wordingFor(publication.locale);
  return (
    <li>
      {say.edited}{' '}
      <time class="dt-updated" datetime={comment.editedAt}>
        {timeText(comment.editedAt, publication)}
      </time>
    </li>
  );
}

/** The same for the colophon. */
export function editedText(publication: PublicationView, { editedAt }: PublishedComment): string {
  if (editedAt === null) return '';
  return wordingFor(publication.locale).writingAgain.editedColophon(timeText(editedAt, publication));
}
