import { mostParts } from '../../articles/series/series.ts';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { FormField, FormRefused, type FormState } from '../frame/form-field.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

export const seriesListPath = '/desk/series/';

/** A part as the form shows it. */
export type PartRow = { id: string; title: string; isSeen: boolean };

export type OneSeriesView = {
  /** Null for one that is made by this form. */
  series: { id: string; title: string; path: string; formerPaths: string[]; isSeen: boolean } | null;
  /** Fields `number-0`, `part-0` … beside the words. */
  form: FormState;
  parts: PartRow[];
  /** The mark of the series that the form was made of. */
  seen: string;
  done: boolean;
};

type PageProps = { desk: DeskView; view: OneSeriesView };

/** One series as one form: its words, its parts by their numbers, and an article to add. */
export function OneSeriesPage({ desk, view }: PageProps) {
  const { series: say } = deskWordingFor(desk.publication.locale);
  const { series, form, done } = view;
  const title = series === null ? say.newTitle : say.title(series.title);
  return (
    <DeskPage desk={desk} title={title} section="articles">
      <main id="main" class="wrap settings">
        <div class="bar lead">
          <h1>{title}</h1>
          <Arranging desk={desk} current="series" />
        </div>
        <div class="prose">
          {done && (
            <p role="status">
              <b>{say.saved}</b>
            </p>
          )}
          <FormRefused form={form} heading={say.refused} />
          {series && <Where desk={desk} series={series} />}
        </div>
        <form
          class="sheet"
          method="post"
          action={seriesListPath + (series === null ? 'new/' : `${series.id}/`)}
        >
          <input type="hidden" name="seen" value={view.seen} />
          <FormField form={form} name="title" label={say.name} />
          <FormField form={form} name="slug" label={say.slug} hint={say.slugHint} />
          <FormField
            form={form}
            name="introduction"
            label={say.introduction}
            hint={say.introductionHint}
            rows={6}
          />
          {series && <Parts desk={desk} view={view} />}
          <p class="actions">
            <button class="main" type="submit">
              {series === null ? say.make : say.save}
            </button>
          </p>
        </form>
      </main>
    </DeskPage>
  );
}

function Where({ desk, series }: { desk: DeskView; series: NonNullable<OneSeriesView['series']> }) {
  const { series: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <p>{series.isSeen ? <a href={series.path}>{series.path}</a> : say.unseen}</p>
      {series.formerPaths.length > 0 && (
        <p>
          {say.former} {series.formerPaths.join(' ')}
        </p>
      )}
    </>
  );
}

function Parts({ desk, view: { form, parts } }: PageProps) {
  const { series: say } = deskWordingFor(desk.publication.locale);
  return (
    <section class="box" aria-labelledby="parts">
      <h2 id="parts">{say.parts}</h2>
      <p>{parts.length === 0 ? say.noParts : say.partsHint}</p>
      {parts.map(({ id, title, isSeen }, index) => (
        <fieldset class="reasons">
          <legend>
            <bdi>{title}</bdi>
          </legend>
          <p>
            <a href={`/desk/articles/${id}/`}>{say.open}</a> {!isSeen && say.notSeen}
          </p>
          <input type="hidden" name={`part-${index}`} value={id} />
          <FormField form={form} name={`number-${index}`} label={say.number} />
        </fieldset>
      ))}
      {parts.length < mostParts && <FormField form={form} name="add" label={say.add} hint={say.addHint} />}
    </section>
  );
}
