import { longestNote } from '../../moderation/note-comment.ts';
import type { Note } from '../../moderation/notes-beside.ts';
import { roleWords } from '../../record/wording.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { DeskResponse } from './response-view.ts';

type NotesProps = { desk: DeskView; response: DeskResponse; notes: Note[]; back?: string | undefined };

/** What staff noted of a writer, for one another; and a field for the next note. */
export function NotesOfStaff({ desk, response, notes, back = '' }: NotesProps) {
  const { publication } = desk;
  const { notes: say, queue } = deskWordingFor(publication.locale);
  const id = `note-${response.id}`;
  return (
    <details class="past of-staff" open={notes.length > 0}>
      <summary>
        {say.heading(notes.length)}
        <span class="vh">{queue.the(response.name)}</span>
      </summary>
      {notes.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
        <ul role="list">
          {notes.map((note) => (
            <li>
              <p class="quiet">
                <Time at={note.at} style={publication} />, <bdi>{byWhom(note)}</bdi>
              </p>
              <p class="note">{note.text}</p>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/desk/queue/${response.id}/note/${back}`}>
        <div class="field">
          <label for={id}>{say.label}</label>
          <textarea id={id} name="note" rows={2} maxlength={longestNote} required />
        </div>
        <p class="actions">
          <button type="submit">{say.add}</button>
        </p>
      </form>
    </details>
  );
}

function byWhom({ byName, byRole }: Note): string {
  return byName ?? roleWords[byRole as keyof typeof roleWords] ?? byRole;
}
