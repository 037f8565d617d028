import { TransparencyPage } from '../../src/reading/transparency/transparency-page.tsx';
import type { EntryBody } from '../../src/record/entry.ts';
import { type Report, Tally } from '../../src/record/report/report.ts';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { publication } from './samples.ts';

const period = { from: '2026-01-01', to: '2026-11-26' };

function reportOf(entries: [action: string, reason: string | null][]): Report {
  const tally = new Tally(period);
  const bodies = entries.map(([action, reason]) => ({
    ...{ action, reason, at: '2026-03-12T07:00:00.000Z', by: { role: 'moderator' } },
    subject: { type: 'comment', id: 'c', article: 'a' },
  })) as EntryBody[];
  for (const [index, body] of bodies.entries())
    tally.take({ body, day: '2026-03-12', before: bodies.slice(0, index) });
  return tally.report();
}

const labels: Record<string, string> = {
  'rule-1':
    'Rule 1: Argue with what was written, not with Donaudampfschifffahrtselektrizitätenhauptbetriebswerk.',
  'rule-3': 'Rule 3: قاعدة',
};
const page = (report: Report, isRefused = false) =>
  renderPage(
    <TransparencyPage
      {...{ publication, report, isRefused, today: period.to }}
      labelOf={(code) => labels[code] ?? code}
    />,
  );

export const transparencyPages: Record<string, string> = {
  transparency: page(
    reportOf([
      ['comment.hold', 'first+links'],
      ['comment.refuse', 'rule-1'],
      ['comment.publish', null],
      ['comment.report', 'rule-3'],
      ['comment.remove', 'rule-3'],
      ['comment.restore', null],
      ['case.open', 'uk-s5'],
      ['case.close', 'removed'],
    ]),
  ),
  'transparency-empty': page(reportOf([]), true),
};
