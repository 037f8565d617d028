import { mayOn } from '../../staff/permissions.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { PublishingField } from './publishing-field.tsx';
import type { PublishingView } from './publishing-view.ts';

type SectionProps = { desk: DeskView; view: PublishingView };

/** Where a published article stands and stood, and its move to another address. */
export function AddressSection({ desk, view }: SectionProps) {
  const { addressing: say } = deskWordingFor(desk.publication.locale);
  const { article, stage, formerPaths } = view;
  if (article.path === null) return null;
  return (
    <section class="box" aria-labelledby="address">
      <h2 id="address">{say.heading}</h2>
      <p>
        {say.now} <span class="address">{article.path}</span>
      </p>
      {formerPaths.length > 0 && (
        <>
          <p>{say.former}</p>
          <ul>
            {formerPaths.map((path) => (
              <li class="address">{path}</li>
            ))}
          </ul>
        </>
      )}
      {mayOn(desk.staff.role, 'article.move', stage) && (
        <form method="post" action={`/desk/articles/${article.id}/move/`}>
          <input type="hidden" name="path" value={article.path} />
          <PublishingField
            view={view}
            name="slug"
            label={say.slug}
            hint={say.slugHint}
            value={article.path.split('/').at(-2) ?? ''}
          />
          <p class="actions">
            <button type="submit">{say.move}</button>
          </p>
        </form>
      )}
    </section>
  );
}
