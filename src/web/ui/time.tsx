import type { DateStyle } from '../../lib/dates.ts';
import { timeText } from '../../lib/dates.ts';

type TimeProps = { class?: string; at: string; style: DateStyle };

/** A date or time as the publication prints it, with the machine's form beside it. */
export function Time({ class: name, at, style }: TimeProps) {
  return (
    <time class={name} datetime={at}>
      {timeText(at, style)}
    </time>
  );
}
