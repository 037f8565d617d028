import type { RecordPage } from '../../record/record-view.ts';
import { roleWords } from '../../record/wording.ts';
import { recordNarrowingWords as say } from '../../web/ui/record-narrowing-wording.ts';
import { paths } from '../../web/ui/site-paths.ts';

/** Fields that narrow the record: article, reason, role, period; with how many lines are found. */
export function RecordNarrowing({ narrowing: { kind, asked, reasons, regimes }, found }: RecordPage) {
  return (
    <details class="transparency" open={found !== null}>
      <summary>{say.heading}</summary>
      <form method="get" action={paths.record}>
        {kind !== 'all' && <input type="hidden" name="kind" value={kind} />}
        <p>
          <label for="ra">{say.article}</label>
          <input id="ra" name="article" type="search" maxlength={200} value={asked.article} />
        </p>
        <p>
          <label for="rr">{say.reason}</label>
          <select id="rr" name="reason">
            <option value="">{say.any}</option>
            {reasons.map(({ code, label }) => (
              <option value={code} selected={asked.reason === code}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="rw">{say.role}</label>
          <select id="rw" name="role">
            <option value="">{say.any}</option>
            {Object.entries(roleWords).map(([role, words]) => (
              <option value={role} selected={asked.role === role}>
                {words}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="rg">{say.regime}</label>
          <select id="rg" name="regime">
            <option value="">{say.any}</option>
            {regimes.map(({ code, label }) => (
              <option value={code} selected={asked.regime === code}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="rf">{say.from}</label>
          <input id="rf" name="from" type="date" value={asked.from} />
        </p>
        <p>
          <label for="rt">{say.to}</label>
          <input id="rt" name="to" type="date" value={asked.to} />
        </p>
        <p class="actions">
          <button type="submit">{say.show}</button> {found !== null && <a href={paths.record}>{say.all}</a>}
        </p>
      </form>
      {found !== null && <p role="status">{say.found(found)}</p>}
    </details>
  );
}
