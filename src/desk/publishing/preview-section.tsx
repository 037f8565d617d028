import { previewHours } from '../../articles/preview-links.ts';
import { mayOn } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { PublishingView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** Secret links to the article as it stands: made, shown once, ended. */
export function PreviewSection({ desk, view }: SectionProps) {
  const { publication } = desk;
  const { previews: say } = deskWordingFor(publication.locale);
  const { article, stage, previews, newPreview } = view;
  if (!mayOn(desk.staff.role, 'article.preview-link', stage)) return null;
  return (
    <section class="box" aria-labelledby="previews">
      <h2 id="previews">{say.heading}</h2>
      {newPreview !== null && (
        <p role="status">
          {say.made} <a href={newPreview}>{publication.url + newPreview}</a>
        </p>
      )}
      <p>{say.what}</p>
      <ul>
        {previews.map(({ id, expiresAt, by }) => (
          <li>
            <form method="post" action={`/desk/articles/${article.id}/preview-links/end/`}>
              <input type="hidden" name="preview" value={id} />
              {say.until} <Time at={expiresAt} style={publication} />
              {by !== null && (
                <>
                  , <bdi>{by}</bdi>
                </>
              )}{' '}
              <button class="bare" type="submit">
                {say.end}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`/desk/articles/${article.id}/preview-links/`}>
        <div class="field">
          <label for="f-hours">{say.hours}</label>
          <select id="f-hours" name="hours">
            {previewHours.map((hours) => (
              <option value={String(hours)} selected={hours === 72}>
                {say.lengths[hours]}
              </option>
            ))}
          </select>
        </div>
        <p class="actions">
          <button type="submit">{say.make}</button>
        </p>
      </form>
    </section>
  );
}
