import { correctionKinds } from '../../articles/corrections/correction.ts';
import { timeText } from '../../lib/dates.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { FormField } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import type { CorrectionsView } from './corrections-view.ts';

/** The form in which a correction is given, or its note changed. */
export function CorrectionForm({ desk, view }: { desk: DeskView; view: CorrectionsView }) {
  const { publication } = desk;
  const { corrections: say } = deskWordingFor(publication.locale);
  const { kinds } = wordingFor(publication.locale).corrections;
  const { form, changing, versions } = view;
  const heading = changing ? say.changing(changing.number) : say.giving;
  return (
    <section class="box" aria-labelledby="giving">
      <h2 id="giving">{heading}</h2>
      <p>{changing ? say.changingHint : say.givingHint}</p>
      <form method="post" action={`/desk/articles/${view.article.id}/corrections/`}>
        {changing && <input type="hidden" name="number" value={String(changing.number)} />}
        {changing && <input type="hidden" name="version" value={String(changing.version)} />}
        <FormField
          form={form}
          name="kind"
          label={say.kind}
          options={correctionKinds.map((kind) => [kind, kinds[kind]])}
        />
        <FormField form={form} name="was" label={say.was} hint={say.wasHint} rows={2} />
        <FormField form={form} name="now" label={say.now} hint={say.nowHint} rows={3} />
        <FormField form={form} name="why" label={say.why} hint={say.whyHint} rows={2} />
        <FormField
          form={form}
          name="prominence"
          label={say.prominence}
          options={[
            ['top', say.top],
            ['foot', say.foot],
          ]}
        />
        <FormField
          form={form}
          name="revision"
          label={say.revision}
          hint={say.revisionHint}
          options={[
            ['', say.noRevision],
            ...versions.map(
              ({ number, at }) => [String(number), say.version(number, timeText(at, publication))] as const,
            ),
          ]}
        />
        <p class="actions">
          <button class="main" type="submit" name="do" value={changing ? 'change' : 'give'}>
            {changing ? say.saveChange : say.give}
          </button>
          {changing && <a href={`/desk/articles/${view.article.id}/corrections/`}>{say.newOne}</a>}
        </p>
      </form>
    </section>
  );
}
