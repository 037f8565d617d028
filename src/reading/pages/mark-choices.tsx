import type { ReplyForm } from '../../comments/comment-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';

type ChoicesProps = { publication: PublicationView; form: ReplyForm };

/** What will be marked in a response, each with a switch; beside a refusal, the switches as they were sent. */
export function MarkChoices({ publication, form: { choices = [], switchedOff = [] } }: ChoicesProps) {
  const { marks: say } = wordingFor(publication.locale);
  const carried = switchedOff.filter((key) => !choices.some((choice) => choice.key === key));
  return (
    <>
      {carried.map((key) => (
        <input type="hidden" name={`unlink-${key}`} value="on" />
      ))}
      {choices.length > 0 && (
        <fieldset class="choices">
          <legend>{say.choices}</legend>
          {choices.map(({ key, kind, text, isOff }) => (
            <label>
              <input type="checkbox" name={`unlink-${key}`} checked={isOff} />{' '}
              {kind === 'reference' ? say.doNotLink(text) : say.doNotMark(text)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
