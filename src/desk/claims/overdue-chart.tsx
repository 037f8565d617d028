import { monthText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { deskWordingFor } from '../wording.ts';

type ChartProps = { publication: PublicationView; months: { month: string; count: number }[] };

const most = 12;
const row = 24;
const bar = { from: 0, wide: 320, high: 14 };

/** How many open claims fell due in which month: bars, and the same as a table. */
export function OverdueChart({ publication, months }: ChartProps) {
  const { claims: say, count } = deskWordingFor(publication.locale);
  if (months.length === 0) return null;
  const shown = months.slice(0, most);
  const older = months.slice(most).reduce((sum, each) => sum + each.count, 0);
  const rows = shown.map(({ month, count: number }) => ({ label: labelOf(month, publication), number }));
  if (older > 0) rows.push({ label: say.olderMonths, number: older });
  const greatest = Math.max(...rows.map(({ number }) => number));
  return (
    <figure class="chart">
      <figcaption>{say.chart}</figcaption>
      <div class="beside-chart">
        <svg
          class="bars"
          viewBox={`0 0 ${bar.wide} ${rows.length * row}`}
          width={bar.wide}
          height={rows.length * row}
          aria-hidden="true"
        >
          {rows.map(({ number }, index) => (
            <rect
              x={bar.from}
              y={index * row + (row - bar.high) / 2}
              width={Math.max(2, Math.round((number / greatest) * bar.wide))}
              height={bar.high}
              fill="currentColor"
            />
          ))}
        </svg>
        <table>
          <thead class="vh">
            <tr>
              <th scope="col">{say.month}</th>
              <th scope="col">{say.number}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, number }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{count(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function labelOf(month: string, publication: PublicationView): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthText(year, number, publication);
}
