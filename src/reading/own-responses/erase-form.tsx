import { wordingFor } from '../../web/ui/wording.ts';

/** What was chosen and typed, and what is wrong with it. */
export type EraseState = {
  depth: string;
  sure: string;
  faults: { field: 'depth' | 'sure'; sentence: string }[];
};

type EraseProps = {
  locale: string;
  state: EraseState;
  /** The secret of the link from a letter by which somebody came here; null where the browser is known. */
  link?: string | null;
};

/** Erases everything of one's own: how much, and a word to be sure. */
export function EraseForm({ locale, state, link = null }: EraseProps) {
  const { ownResponses: say } = wordingFor(locale);
  const why = (field: string) => state.faults.find((fault) => fault.field === field)?.sentence ?? null;
  return (
    <section class="apart" aria-labelledby="erase">
      <h2 class="label" id="erase">
        {say.erase}
      </h2>
      {state.faults.length > 0 && (
        <div class="refused" role="alert" tabindex={-1} id="refused" autofocus>
          <h3>{say.refused}</h3>
          <ul>
            {state.faults.map(({ field, sentence }) => (
              <li>
                <a href={`#f-${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{say.eraseHint}</p>
      <form method="post" action={link === null ? '/you/responses/erase/' : '/you/responses/link/erase/'}>
        {link !== null && <input type="hidden" name="token" value={link} />}
        <div class={why('depth') === null ? 'field' : 'field wrong'}>
          <label for="f-depth">{say.depth}</label>
          <select id="f-depth" name="depth" aria-invalid={why('depth') === null ? null : 'true'}>
            <option value="">–</option>
            {Object.entries(say.depths).map(([value, label]) => (
              <option value={value} selected={value === state.depth}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div class={why('sure') === null ? 'field' : 'field wrong'}>
          <label for="f-sure">{say.sure}</label>
          <input
            id="f-sure"
            name="sure"
            value={state.sure}
            autocomplete="off"
            aria-invalid={why('sure') === null ? null : 'true'}
          />
        </div>
        <p class="actions">
          <button class="cut" type="submit">
            {say.erase}
          </button>
        </p>
      </form>
    </section>
  );
}
