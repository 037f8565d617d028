import { faultsIn } from '../../notices/notice.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { casesPath, type OneCaseView } from './case-view.ts';

type Props = { desk: DeskView; view: OneCaseView };

/** What staff found when they read a notice under section 5: the clock follows it. */
export function CheckForm({ desk, view }: Props) {
  const { locale } = desk.publication;
  const { cases: say } = deskWordingFor(locale);
  const { complain } = wordingFor(locale);
  const { found, ticks } = view;
  if (found.kind !== 'uk-s5') return null;
  const missing = faultsIn(found.kind, found.values);
  const before = found.values.before;
  return (
    <section class="item" aria-labelledby="check">
      <h2 id="check">{say.check}</h2>
      <p>{say.checkHint}</p>
      {missing.length > 0 && (
        <>
          <p>{say.missing}</p>
          <ul>
            {missing.map(({ field }) => (
              <li>{complain.missing[field]}</li>
            ))}
          </ul>
        </>
      )}
      {before !== undefined && (
        <p>
          {say.saysBefore} {complain.options.before?.[before]}
        </p>
      )}
      <form method="post" action={`${casesPath}${found.id}/check/`}>
        <fieldset>
          <legend class="vh">{say.check}</legend>
          {(['invalid', 'repeat', 'noContact'] as const).map((tick) => (
            <p class="check">
              <label for={`t-${tick}`}>
                <input type="checkbox" id={`t-${tick}`} name={tick} value="yes" checked={ticks[tick]} />{' '}
                {say.ticks[tick]}
              </label>
            </p>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{say.note}</button>
        </p>
      </form>
    </section>
  );
}
