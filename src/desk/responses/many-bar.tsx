import { deskWordingFor } from '../wording.ts';
import { pickName } from './picks.ts';
import type { DeskResponse } from './response-view.ts';

/** The form that every box of the queue belongs to. */
const form = 'many';

/** One decision for everything that is ticked. */
export function ManyBar({ locale }: { locale: string }) {
  const { many: say } = deskWordingFor(locale);
  return (
    <form id={form} class="actions many" method="post" action="/desk/queue/many/release/">
      <p>{say.ticked}</p>
      <button type="submit">{say.release}</button>
      <button class="cut" type="submit" formaction="/desk/queue/many/remove/">
        {say.remove}
      </button>
    </form>
  );
}

/** The box that picks one. */
export function PickBox({ locale, response }: { locale: string; response: DeskResponse }) {
  const { many: say, queue } = deskWordingFor(locale);
  return (
    <label class="pick tick">
      <input type="checkbox" name={pickName(response.id)} value={String(response.wordings)} form={form} />
      {say.tick}
      <span class="vh">{queue.the(response.name)}</span>
    </label>
  );
}
