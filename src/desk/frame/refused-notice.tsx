import type { Refusal } from '../../lib/refusal.ts';

/** What was refused, at the top of the page: takes the focus, and leads to the field at fault where there is one. */
export function RefusedNotice({ heading, refusal }: { heading: string; refusal: Refusal }) {
  return (
    <div class="refused" id="refused" role="alert" tabindex={-1} autofocus>
      <h2>{heading}</h2>
      <p>{refusal.field ? <a href={`#f-${refusal.field}`}>{refusal.sentence}</a> : refusal.sentence}</p>
    </div>
  );
}
