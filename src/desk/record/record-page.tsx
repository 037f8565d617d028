import { paths } from '../../web/ui/site-paths.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { NearPages } from '../frame/near-pages.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { EntryLine } from './entry-lines.ts';

export type DeskRecordView = {
  lines: EntryLine[];
  /** True where private lines are among them. */
  whole: boolean;
  newest: string | null;
  older: string | null;
};

/** The record's newest lines, the private ones among them for whoever may read these. */
export function DeskRecordPage({ desk, record }: { desk: DeskView; record: DeskRecordView }) {
  const { publication } = desk;
  const { record: say } = deskWordingFor(publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="record">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
          <p class="quiet">
            {say.intro} {record.whole && say.withPrivate} <a href={paths.record}>{say.public}</a>.
          </p>
        </div>
        {record.lines.length === 0 ? (
          <p>{say.empty}</p>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list
          <ol class="ledger fig" role="list">
            {record.lines.map((line) => (
              <Line desk={desk} line={line} />
            ))}
          </ol>
        )}
        <NearPages locale={publication.locale} newer={record.newest} older={record.older} />
      </main>
    </DeskPage>
  );
}

function Line({ desk: { publication }, line }: { desk: DeskView; line: EntryLine }) {
  const { record: say, count } = deskWordingFor(publication.locale);
  return (
    <li class="entry" id={`line-${line.seq}`}>
      <a class="num" href={`#line-${line.seq}`} aria-label={say.line(line.seq)}>
        {count(line.seq)}
      </a>
      <h2>{line.facts?.heading ?? say.sealed}</h2>
      <p>
        <Time at={line.at} style={publication} />. {line.private && `${say.private}. `}
        {line.facts && say.by(line.facts.role)}
        {line.on && (
          <>
            {' '}
            {say.on} <a href={line.on.path}>{line.on.title}</a>.
          </>
        )}
        {line.facts?.reason && <Reason locale={publication.locale} reason={line.facts.reason} />}
      </p>
      <p class="colophon">
        {say.hash} <span class="hash">{line.hash}</span>
      </p>
    </li>
  );
}

type ReasonProps = { locale: string; reason: { code: string; label: string } };

function Reason({ locale, reason: { code, label } }: ReasonProps) {
  const { record: say } = deskWordingFor(locale);
  return (
    <>
      {' '}
      {say.reason} {label.replace(/\.$/, '')} ({say.code(code)}).
    </>
  );
}
