import type { WorkingCopy } from '../../articles/working-copies.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

/** Offers words that were typed into a form and never saved: to be taken up, or thrown away. */
export function UnsavedWords({ desk, copies, at }: { desk: DeskView; copies: WorkingCopy[]; at: string }) {
  const { publication } = desk;
  const { working: say } = deskWordingFor(publication.locale);
  if (copies.length === 0) return null;
  return (
    <section class="preview" aria-labelledby="unsaved-words">
      <h2 id="unsaved-words">{at === '/desk/articles/new/' ? say.unsavedNew : say.unsaved}</h2>
      <ul>
        {copies.map((copy) => (
          <li>
            <form class="actions" method="post" action={`${at}working-copy/`}>
              <input type="hidden" name="copyId" value={copy.id} />
              <input type="hidden" name="newId" value={copy.articleId} />
              <p>
                {say.from} <Time at={copy.at} style={publication} />:{' '}
                <bdi>{copy.fields.title?.trim() || say.untitled}</bdi>
              </p>
              <a class="button" href={`${at}?copy=${copy.id}`}>
                {say.take}
              </a>
              <button class="cut" type="submit" name="do" value="drop">
                {say.drop}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
