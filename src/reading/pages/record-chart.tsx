import { countTicks } from '../../lib/chart-scale.ts';
import { monthText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import type { MonthOfDecisions } from '../../record/record-view.ts';
import { Chart } from '../../web/ui/chart.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type RecordChartProps = { publication: PublicationView; months: MonthOfDecisions[] };

/** What was removed and what was restored, month by month. */
export function RecordChart({ publication, months }: RecordChartProps) {
  const { chart: say, count } = wordingFor(publication.locale);
  const sum = (of: 'removed' | 'restored') => months.reduce((total, month) => total + month[of], 0);
  const [removed, restored] = [sum('removed'), sum('restored')];
  if (removed + restored === 0) return null;
  return (
    <div class="ed">
      <Chart
        id="months"
        kind="bars"
        title={say.heading}
        summary={say.summary(removed, restored, months.length)}
        series={[say.removed, say.restored]}
        days={months.map((each) => ({
          day: each.month,
          name: nameOf(each.month, publication),
          values: [each.removed, each.restored],
        }))}
        ticks={countTicks(Math.max(...months.map((each) => Math.max(each.removed, each.restored))))}
        say={count}
        words={say.words}
      />
    </div>
  );
}

function nameOf(month: string, publication: PublicationView): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthText(year, number, publication);
}
