import { countTicks } from '../../lib/chart-scale.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { Middle, Report } from '../../record/report/report.ts';
import { reasonWords } from '../../record/wording.ts';
import { Chart } from '../../web/ui/chart.tsx';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { transparencyWords as say } from '../../web/ui/transparency-wording.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';
import { RecordChart } from '../pages/record-chart.tsx';
import { TransparencyPeriod } from './transparency-period.tsx';
import { type Row, TransparencyTable } from './transparency-table.tsx';

export type TransparencyPageProps = {
  publication: PublicationView;
  report: Report;
  /** What a rule says, by its code in the record. */
  labelOf: (code: string) => string;
  /** What was asked for is no period: the page shows another. */
  isRefused: boolean;
  today: string;
};

/** What was decided in a period, in numbers: charts with their tables, and the rest as tables. */
export function TransparencyPage(props: TransparencyPageProps) {
  const { publication, report } = props;
  const day = (text: string) => dayText(`${text}T12:00:00.000Z`, publication);
  return (
    <PublicPage
      publication={publication}
      title={say.heading}
      description={say.intro}
      canonicalPath={paths.report}
      path={paths.record}
    >
      <PlainHead heading={say.heading}>
        <p>{say.intro}</p>
      </PlainHead>
      <div class="ed">
        <div class="transparency">
          <TransparencyPeriod {...props} />
          <p>
            <b>{say.of(day(report.from), day(report.to))}</b> {isEmpty(report) && say.empty}
          </p>
          <Downloads report={report} />
        </div>
      </div>
      <RecordChart publication={publication} months={report.months} />
      <RulesChart {...props} />
      <div class="ed">
        <div class="transparency">
          {sectionsOf(report).map(({ heading, rows }) => (
            <TransparencyTable heading={heading} rows={rows} />
          ))}
        </div>
      </div>
    </PublicPage>
  );
}

function Downloads({ report: { from, to } }: { report: Report }) {
  const query = new URLSearchParams({ from, to });
  return (
    <p>
      {say.downloads} <a href={`${paths.reportJson}?${query}`}>{say.json}</a>,{' '}
      <a href={`${paths.reportCsv}?${query}`}>{say.csv}</a>. <a href={paths.record}>{say.record}</a>.
    </p>
  );
}

function RulesChart({ publication, report: { rules }, labelOf }: TransparencyPageProps) {
  const { count } = wordingFor(publication.locale);
  if (rules.length === 0) return null;
  const sum = (of: 'refused' | 'removed') => rules.reduce((total, rule) => total + rule[of], 0);
  return (
    <div class="ed">
      <Chart
        id="rules"
        kind="bars"
        title={say.byRule}
        summary={say.rulesSummary(sum('refused'), sum('removed'))}
        series={[say.refused, say.removed]}
        days={rules.map(({ code, refused, removed }) => ({
          ...{
            day: code,
            name: labelOf(code),
            short: labelOf(code).split(':')[0] ?? code,
            values: [refused, removed],
          },
        }))}
        ticks={countTicks(Math.max(...rules.flatMap(({ refused, removed }) => [refused, removed])))}
        say={count}
        words={say.ruleTable}
      />
    </div>
  );
}

type Section = { heading: string; rows: Row[] };

function sectionsOf(report: Report): Section[] {
  const { sections } = say;
  return [
    { heading: sections.responses, rows: rowsOf(report.responses, say.responses) },
    {
      heading: sections.heldFor,
      rows: report.heldFor.map(({ code, count }) => ({ name: say.heldFor[code] ?? code, count })),
    },
    {
      heading: sections.decisions,
      rows: [
        ...rowsOf(report.decisions, say.decisions),
        { name: say.byProgram, count: report.decidedByProgram },
      ],
    },
    { heading: sections.detection, rows: rowsOf(report.detection, say.detection) },
    {
      heading: sections.times,
      rows: (['held', 'reported', 'reviewed'] as const).map((key) =>
        timeRow(say.times[key], report.times[key]),
      ),
    },
    { heading: sections.reports, rows: rowsOf(report.reports, say.reports) },
    { heading: sections.reviews, rows: rowsOf(report.reviews, say.reviews) },
    { heading: sections.notices, rows: report.notices.flatMap(noticeRows) },
    { heading: sections.suspensions, rows: rowsOf(report.suspensions, say.suspensions) },
  ];
}

function noticeRows({ regime, received, closed, outcomes }: Report['notices'][number]): Row[] {
  const name = say.regimes[regime] ?? regime;
  return [
    { name: `${name}: ${say.received}`, count: received },
    timeRow(`${name}: ${say.decided}`, closed),
    ...outcomes.map(({ code, count }) => ({ name: `${name}: ${reasonWords[code] ?? code}`, count })),
  ];
}

function timeRow(name: string, { count, medianSeconds }: Middle): Row {
  return medianSeconds === null
    ? { name, count: null, text: say.none }
    : { name, count: null, text: say.ofSo(say.length(medianSeconds), count) };
}

function rowsOf<K extends string>(counts: Record<K, number>, names: Record<K, string>): Row[] {
  return (Object.keys(names) as K[]).map((key) => ({ name: names[key], count: counts[key] }));
}

function isEmpty({ responses, decisions, notices, reports }: Report): boolean {
  const all = [...Object.values(responses), ...Object.values(decisions), reports.received, notices.length];
  return all.every((count) => count === 0);
}
