import type { Report } from './report.ts';

type Line = { section: string; key: string; count: number; medianSeconds?: number | null };

/** The report as lines of `section,key,count,median_seconds` (RFC 4180); every text in it is a code. */
export function reportCsv(report: Report): string {
  const lines: Line[] = [
    ...pairs('responses', report.responses),
    ...report.heldFor.map(({ code, count }) => ({ section: 'held-for', key: code, count })),
    ...pairs('decisions', report.decisions),
    { section: 'decisions', key: 'by-program', count: report.decidedByProgram },
    ...report.rules.flatMap(({ code, refused, removed }) => [
      { section: 'refused-by-rule', key: code, count: refused },
      { section: 'removed-by-rule', key: code, count: removed },
    ]),
    ...pairs('detection', report.detection),
    ...Object.entries(report.times).map(([key, middle]) => ({ section: 'times', key, ...middle })),
    ...pairs('reports', report.reports),
    ...pairs('reviews', report.reviews),
    ...report.notices.flatMap(({ regime, received, closed, outcomes }) => [
      { section: 'notices-received', key: regime, count: received },
      { section: 'notices-closed', key: regime, ...closed },
      ...outcomes.map(({ code, count }) => ({ section: `notices-outcome-${regime}`, key: code, count })),
    ]),
    ...pairs('suspensions', report.suspensions),
    ...report.months.flatMap(({ month, removed, restored }) => [
      { section: 'removed-by-month', key: month, count: removed },
      { section: 'restored-by-month', key: month, count: restored },
    ]),
  ];
  const head = ['from,to,section,key,count,median_seconds'];
  const rows = lines.map(({ section, key, count, medianSeconds }) =>
    [report.from, report.to, section, key, count, medianSeconds ?? ''].map(cell).join(','),
  );
  return `${[...head, ...rows].join('\r\n')}\r\n`;
}

function pairs(section: string, counts: Record<string, number>): Line[] {
  return Object.entries(counts).map(([key, count]) => ({ section, key, count }));
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
