import { paths } from '../../web/ui/site-paths.ts';
import { transparencyWords as say } from '../../web/ui/transparency-wording.ts';
import type { TransparencyPageProps } from './transparency-page.tsx';

/** The days that a report is of: two fields and two links. */
export function TransparencyPeriod({ report, isRefused, today }: TransparencyPageProps) {
  const year = Number(today.slice(0, 4));
  const last = new URLSearchParams({ from: `${year - 1}-01-01`, to: `${year - 1}-12-31` });
  return (
    <form method="get" action={paths.report} aria-label={say.period}>
      {isRefused && <p role="alert">{say.badPeriod}</p>}
      <p class="actions">
        <label for="from">{say.from}</label>{' '}
        <input id="from" name="from" type="date" value={report.from} required />{' '}
        <label for="to">{say.to}</label> <input id="to" name="to" type="date" value={report.to} required />{' '}
        <button type="submit">{say.show}</button>
      </p>
      <p class="filters sans">
        <a href={paths.report}>{say.thisYear}</a> <a href={`${paths.report}?${last}`}>{say.lastYear}</a>
      </p>
    </form>
  );
}
