import type { Statement } from '../../moderation/statements/statement.ts';
import { statementParts } from '../../moderation/statements/statement-parts.ts';
import { statementWords as say } from '../../moderation/statements/wording.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';
import type { ReasonsView } from '../reviews/reasons-view.ts';
import { ReviewBox } from '../reviews/review-box.tsx';

type Props = {
  publication: PublicationView;
  statement: Statement;
  view: ReasonsView;
  /** Where a review is asked for. */
  action: string;
};

/** Why a decision was made and what its writer can do, part by part, with the review of it. */
export function StatementOfReasons(props: Props) {
  const { publication, statement, view, action } = props;
  const id = statement.suspended === null ? 'reasons' : `reasons-${statement.id}`;
  const open = statement.restriction !== 'erased';
  return (
    <section class="apart prose" aria-labelledby={id}>
      <h2 id={id}>{statement.suspended === null ? say.heading : say.suspension.heading}</h2>
      <Parts {...props} />
      <ReviewBox {...{ publication, view, action, open }} about={statement} />
    </section>
  );
}

type EarlierProps = Omit<Props, 'statement'> & { statements: readonly Statement[] };

/** Statements of decisions that others followed, folded away but for those that were reviewed. */
export function EarlierStatements({ publication, statements, view, action }: EarlierProps) {
  if (statements.length === 0) return null;
  const isReviewed = ({ id }: Statement) => view.reviews.some(({ subjectId }) => subjectId === id);
  return (
    <section class="apart" aria-labelledby="earlier">
      <h2 class="label" id="earlier">
        {say.earlier}
      </h2>
      {statements.map((statement) => (
        <details class="prose" open={isReviewed(statement)}>
          <summary>
            {say.short[statement.restriction]}, <Time at={statement.at} style={publication} />
          </summary>
          <ReviewBox {...{ publication, view, action }} open={false} about={statement} />
          <Parts {...{ publication, statement, view, action }} />
        </details>
      ))}
    </section>
  );
}

function Parts({ publication, statement, view: { months } }: Props) {
  return (
    <>
      {statementParts(statement, { ...publication, months }).map(({ heading, paragraphs }) => (
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
