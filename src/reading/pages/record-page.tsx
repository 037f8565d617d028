import type { PublicationView } from '../../publication/publication-view.ts';
import type { RecordLine, RecordPage as RecordView } from '../../record/record-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { transparencyWords } from '../../web/ui/transparency-wording.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { Checkpoint } from './checkpoint.tsx';
import { PlainHead } from './plain-head.tsx';
import { RecordChart } from './record-chart.tsx';
import { RecordNarrowing } from './record-narrowing.tsx';

export type RecordPageProps = { publication: PublicationView; record: RecordView };

/** The public record: its newest line to check by, and its lines in plain words. */
export function RecordPage({ publication, record }: RecordPageProps) {
  const { record: say } = wordingFor(publication.locale);
  return (
    <PublicPage
      publication={publication}
      title={say.heading}
      description={say.intro}
      canonicalPath={record.newer === null ? paths.record : null}
      path={paths.record}
    >
      <PlainHead heading={say.heading}>
        <p>
          {say.intro} <a href={paths.report}>{transparencyWords.link}</a>.
        </p>
      </PlainHead>
      {record.head && (
        <div class="ed">
          <Checkpoint publication={publication} head={record.head} witnessed={record.witnessed} />
        </div>
      )}
      <RecordChart publication={publication} months={record.months} />
      <section class="thread" aria-labelledby="dec">
        <div class="ed">
          <div>
            <h2 id="dec">{say.decisions}</h2>
            <Filters publication={publication} record={record} />
            <RecordNarrowing {...record} />
          </div>
        </div>
        {record.lines.length === 0 ? (
          <p>{say.empty}</p>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
          <ol class="ledger fig" role="list">
            {record.lines.map((line) => (
              <Line publication={publication} line={line} />
            ))}
          </ol>
        )}
        <Pages publication={publication} record={record} />
      </section>
    </PublicPage>
  );
}

function Filters({ publication, record }: RecordPageProps) {
  const { record: say, count } = wordingFor(publication.locale);
  if (record.filters.length === 0) return null;
  return (
    <nav class="filters sans" aria-label={say.kinds}>
      {record.filters.map((filter) => (
        <>
          <a href={filter.path} aria-current={filter.current ? 'true' : null}>
            {filter.label} <span>{count(filter.count)}</span>
          </a>{' '}
        </>
      ))}
    </nav>
  );
}

function Line({ publication, line }: { publication: PublicationView; line: RecordLine }) {
  const { record: say, count } = wordingFor(publication.locale);
  return (
    <li class="entry" id={`line-${line.seq}`}>
      <a class="num" href={`#line-${line.seq}`} aria-label={say.line(line.seq)}>
        {count(line.seq)}
      </a>
      <h3>{line.heading}</h3>
      <p>
        <Time at={line.at} style={publication} />. {line.by}
        {line.on && (
          <>
            {' '}
            {say.on} <a href={line.on.path}>{line.on.title}</a>.
          </>
        )}
        {line.reason && ` ${line.reason}`}
      </p>
      <p class="colophon">
        {say.hashLabel} <span class="hash">{line.hash}</span>
      </p>
    </li>
  );
}

function Pages({ publication, record }: RecordPageProps) {
  const { record: say, pagesLabel } = wordingFor(publication.locale);
  const { lines, older, newer } = record;
  const numbers = lines.map(({ seq }) => seq);
  if (older === null && newer === null) return null;
  return (
    <nav class="pages" aria-label={pagesLabel}>
      <span>{numbers.length > 0 && say.range(Math.min(...numbers), Math.max(...numbers))}</span>{' '}
      {newer && <a href={newer}>{say.newer}</a>} {older && <a href={older}>{say.older}</a>}
    </nav>
  );
}
