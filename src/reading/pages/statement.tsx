import type { Statement } from '../../moderation/statements/statement.ts';
import { statementParts } from '../../moderation/statements/statement-parts.ts';
import { statementWords as say } from '../../moderation/statements/wording.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';

type Props = { publication: PublicationView; statement: Statement };

/** Why a decision was made and what its writer can do, part by part. */
export function StatementOfReasons({ publication, statement }: Props) {
  return (
    <section class="apart" aria-labelledby="reasons" id="statement">
      <h2 id="reasons">{say.heading}</h2>
      <Parts publication={publication} statement={statement} />
    </section>
  );
}

/** Statements of decisions that others followed, folded away. */
export function EarlierStatements({
  publication,
  statements,
}: {
  publication: PublicationView;
  statements: readonly Statement[];
}) {
  if (statements.length === 0) return null;
  return (
    <section class="apart" aria-labelledby="earlier">
      <h2 class="label" id="earlier">
        {say.earlier}
      </h2>
      {statements.map((statement) => (
        <details>
          <summary>
            {say.short[statement.restriction]}, <Time at={statement.at} style={publication} />
          </summary>
          <Parts publication={publication} statement={statement} />
        </details>
      ))}
    </section>
  );
}

function Parts({ publication, statement }: Props) {
  return (
    <>
      {statementParts(statement, publication).map(({ heading, paragraphs }) => (
        <>
          <h3>{heading}</h3>
          {paragraphs.map((text) => (
            <p>
              <bdi>{text}</bdi>
            </p>
          ))}
        </>
      ))}
    </>
  );
}
