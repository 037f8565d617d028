/** One day of a chart: its name in the table, and its values; null where there is none. */
export type ChartDay = {
  day: string;
  name: string;
  /** What stands below the chart, where the name is long. */
  short?: string;
  values: (number | null)[];
};

/** `bars` stand one behind the other; `spans` are a dot with a line up to the second value. */
export type ChartKind = 'bars' | 'spans';

export type ChartProps = {
  id: string;
  kind: ChartKind;
  title: string;
  /** What it shows, in a sentence. */
  summary: string;
  /** Names of the values, the first drawn first. */
  series: [string, string];
  days: ChartDay[];
  /** Heights of the lines, from 0; the last is the top. */
  ticks: number[];
  /** A value as it is printed. */
  say: (value: number) => string;
  words: { day: string; table: string; none: string };
};

const wide = 360;
const high = 150;
const left = 46;
const top = 8;
const foot = 20;

/** A chart that needs no script: drawn as SVG, described for who cannot see it, with its numbers as a table. */
export function Chart(props: ChartProps) {
  const { id, title, summary, series, days } = props;
  return (
    <figure class="plot">
      <figcaption>
        <b>{title}</b> {summary}
        <span class="legend">
          <span class={`key ${props.kind} first`}>{series[0]}</span>{' '}
          <span class={`key ${props.kind} second`}>{series[1]}</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{summary}</desc>
        <Lines {...props} />
        {days.map((day, index) => (
          <Day {...props} day={day} index={index} />
        ))}
        <Ends days={days} />
      </svg>
      <Numbers {...props} />
    </figure>
  );
}

const heightOf = (value: number, ticks: number[]) =>
  round((value / (ticks.at(-1) || 1)) * (high - top - foot));
const yOf = (value: number, ticks: number[]) => round(high - foot - heightOf(value, ticks));
const round = (value: number) => Math.round(value * 100) / 100;

function Lines({ ticks, say }: ChartProps) {
  return (
    <>
      {ticks.map((tick) => (
        <>
          <line class="grid" x1={left} x2={wide} y1={yOf(tick, ticks)} y2={yOf(tick, ticks)} />
          <text x={left - 4} y={yOf(tick, ticks) + 3.5} text-anchor="end">
            {say(tick)}
          </text>
        </>
      ))}
    </>
  );
}

type DayProps = ChartProps & { day: ChartDay; index: number };

function Day({ kind, day, index, days, ticks }: DayProps) {
  const step = (wide - left) / days.length;
  const x = left + index * step;
  const [first = null, second = null] = day.values;
  if (kind === 'bars') {
    const bar = (value: number | null, name: string, share: number) =>
      value !== null &&
      value > 0 && (
        <rect
          class={name}
          x={round(x + (step * (1 - share)) / 2)}
          y={yOf(value, ticks)}
          width={round(step * share)}
          height={heightOf(value, ticks)}
        />
      );
    return (
      <>
        {bar(first, 'first', 0.86)}
        {bar(second, 'second', 0.36)}
      </>
    );
  }
  if (first === null || second === null) return null;
  const middle = round(x + step / 2);
  return (
    <>
      <line class="second" x1={middle} x2={middle} y1={yOf(first, ticks)} y2={yOf(second, ticks)} />
      <circle
        class="first"
        cx={middle}
        cy={yOf(first, ticks)}
        r={round(Math.min(3, Math.max(1.6, step / 3)))}
      />
    </>
  );
}

/** The first and the last day, below their places. */
function Ends({ days }: { days: ChartDay[] }) {
  return (
    <>
      <text x={left} y={high - 6}>
        {days[0]?.short ?? days[0]?.name}
      </text>
      <text x={wide} y={high - 6} text-anchor="end">
        {days.at(-1)?.short ?? days.at(-1)?.name}
      </text>
    </>
  );
}

function Numbers({ title, series, days, say, words }: ChartProps) {
  const told = days
    .filter(({ values }) => values.some((value) => value !== null && value !== 0))
    .toReversed();
  return (
    <details>
      <summary>
        {words.table}
        <span class="vh">: {title}</span>
      </summary>
      {told.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="fig">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {series.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map(({ name, values }) => (
              <tr>
                <th scope="row">{name}</th>
                {values.map((value) => (
                  <td>{value === null ? '–' : say(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
