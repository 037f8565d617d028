import { countTicks, timeTicks } from '../../lib/chart-scale.ts';
import { dayText } from '../../lib/dates.ts';
import { Chart, type ChartDay } from '../../web/ui/chart.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { DayFigures } from './home-view.ts';

type HomeChartsProps = { desk: DeskView; figures: DayFigures[] };

/** Responses and decisions day by day, and how long what was held had waited. */
export function HomeCharts({ desk, figures }: HomeChartsProps) {
  const { publication } = desk;
  const { homeCharts: say, count, duration } = deskWordingFor(publication.locale);
  const day = (values: (each: DayFigures) => (number | null)[]): ChartDay[] =>
    figures.map((each) => ({
      day: each.day,
      name: dayText(each.day, publication),
      values: values(each),
    }));
  const sum = (value: (each: DayFigures) => number) =>
    figures.reduce((total, each) => total + value(each), 0);
  const most = Math.max(...figures.map(({ responses, decisions }) => Math.max(responses, decisions)));
  const longest = Math.max(...figures.map(({ tail }) => tail ?? 0));
  const words = { day: say.day, table: say.table, none: say.none };
  const [responses, decisions] = [sum((each) => each.responses), sum((each) => each.decisions)];
  const decided = figures.filter(({ median }) => median !== null).length;
  return (
    <section class="apart" aria-labelledby="lately">
      <h2 id="lately">{say.heading(figures.length)}</h2>
      <p class="links">
        {[30, 90].map((days) => (
          <a
            href={days === 30 ? '/desk/' : '/desk/?days=90'}
            aria-current={days === figures.length ? 'true' : null}
          >
            {say.days(days)}
          </a>
        ))}
      </p>
      <div class="plots">
        <Chart
          id="chart-counts"
          kind="bars"
          title={say.counts}
          summary={say.countsSummary(responses, decisions, figures.length)}
          series={[say.responses, say.decisions]}
          days={day((each) => [each.responses, each.decisions])}
          ticks={countTicks(most)}
          say={count}
          words={words}
        />
        <Chart
          id="chart-times"
          kind="spans"
          title={say.times}
          summary={say.timesSummary(decided)}
          series={[say.median, say.tail]}
          days={day((each) => [each.median, each.tail])}
          ticks={timeTicks(longest)}
          say={duration}
          words={words}
        />
      </div>
    </section>
  );
}
