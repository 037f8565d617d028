import type { NameHint, SomeNames } from '../../moderation/name-hints.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { deskWordingFor } from '../wording.ts';

type HintProps = { publication: PublicationView; hint: NameHint | undefined };

const kinds = ['sameWriter', 'sameAddress', 'archive'] as const;

/** Who else may be behind a name: for whoever decides, and for nobody else. Nothing where there is no hint. */
export function HintOfName({ publication, hint }: HintProps) {
  if (hint === undefined) return null;
  const { hints: say } = deskWordingFor(publication.locale);
  return (
    <div class="private quiet">
      <p>{say.onlyHere}</p>
      <ul class="facts">
        {kinds
          .filter((kind) => hint[kind].names.length > 0)
          .map((kind) => (
            <li>
              {say[kind].before} <Names found={hint[kind]} others={say.others} />
              {say[kind].behind}
            </li>
          ))}
      </ul>
    </div>
  );
}

function Names({ found, others }: { found: SomeNames; others: string }) {
  return (
    <>
      {found.names.map((name, index) => (
        <>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </>
      ))}
      {found.others && others}
    </>
  );
}
