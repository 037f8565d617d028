import type { ListedPicture, PictureUse, PictureVersion } from '../../pictures/queries.ts';
import { may } from '../../staff/permissions.ts';
import { Time } from '../../web/ui/time.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import { saidOf } from '../frame/said.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DecorativeField, FileField, PictureField, PictureRefused } from './picture-field.tsx';
import type { PictureFormView } from './picture-form.ts';
import { PictureImage } from './picture-image.tsx';
import { PictureUses } from './picture-uses.tsx';
import type { PlaceLink } from './place-links.ts';

export type PictureView = {
  picture: ListedPicture;
  uses: PictureUse[];
  /** Where it stands besides in articles. */
  places: PlaceLink[];
  versions: PictureVersion[];
  form: PictureFormView;
  /** How the picture is written in an article. */
  snippets: { markdown: string; html: string };
  /** What was done just now. */
  done: string | null;
};

type PictureProps = { desk: DeskView; view: PictureView };

/** One picture: what it is, what is said of it, where it is used, and every file that it was. */
export function PicturePage({ desk, view }: PictureProps) {
  const { locale } = desk.publication;
  const { pictures: say } = deskWordingFor(locale);
  const { picture, form } = view;
  const title = say.title(picture.fileName || say.nameless);
  return (
    <DeskPage desk={desk} title={title} section="pictures">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>
            <bdi>{title}</bdi>
          </h1>
        </div>
        {view.done !== null && <p role="status">{saidOf(say.done, view.done)}</p>}
        <div class="panes editor">
          <div>
            <PictureRefused heading={say.notSaved} faults={form.faults} />
            <div class="shown">
              <PictureImage {...picture} />
            </div>
            <Facts desk={desk} picture={picture} />
            <Details desk={desk} view={view} />
          </div>
          <aside class="stack">
            <Insert locale={locale} view={view} />
            <PictureUses locale={locale} uses={view.uses} places={view.places} />
            {may(desk.staff.role, 'picture.change') && <Change locale={locale} view={view} />}
            <Versions desk={desk} versions={view.versions} />
          </aside>
        </div>
      </main>
    </DeskPage>
  );
}

function Facts({ desk, picture }: { desk: DeskView; picture: ListedPicture }) {
  const { pictures: say } = deskWordingFor(desk.publication.locale);
  return (
    <>
      <ul class="facts" aria-label={say.facts}>
        <li>{say.size(picture.width, picture.height)}</li>
        <li>{say.format(picture.format, say.kilobytes(picture.bytes))}</li>
        <li>
          {say.at} <Time at={picture.at} style={desk.publication} />
        </li>
      </ul>
      {picture.animated && <p>{say.animated}</p>}
      {picture.stilled !== null && <p>{say.stilled[picture.stilled] ?? ''}</p>}
    </>
  );
}

function Details({ desk, view: { picture, form } }: PictureProps) {
  const { locale } = desk.publication;
  const { pictures: say } = deskWordingFor(locale);
  return (
    <form class="apart" method="post" action={`/desk/pictures/${picture.id}/`}>
      <h2>{say.details}</h2>
      <p class="hint">{say.detailsHint}</p>
      <PictureField locale={locale} form={form} name="alt" rows={3} />
      <DecorativeField locale={locale} form={form} />
      <PictureField locale={locale} form={form} name="caption" rows={2} />
      <PictureField locale={locale} form={form} name="credit" />
      <div class="actions">
        <button type="submit">{say.save}</button>
      </div>
    </form>
  );
}

function Insert({ locale, view: { snippets } }: { locale: string; view: PictureView }) {
  const { pictures: say } = deskWordingFor(locale);
  return (
    <section class="box" aria-labelledby="insert">
      <h2 id="insert">{say.insert}</h2>
      {(['markdown', 'html'] as const).map((name) => (
        <div class="field">
          <label for={`as-${name}`}>{say[name]}</label>
          <textarea id={`as-${name}`} rows={4} readonly>{`\n${snippets[name]}`}</textarea>
        </div>
      ))}
    </section>
  );
}

function Change({ locale, view: { picture, uses, places, form } }: { locale: string; view: PictureView }) {
  const { pictures: say } = deskWordingFor(locale);
  const here = `/desk/pictures/${picture.id}`;
  return (
    <>
      <form class="box" method="post" action={`${here}/replace/`} enctype="multipart/form-data">
        <h2>{say.replace}</h2>
        <p>{say.replaceHint}</p>
        <FileField locale={locale} form={form} />
        <button type="submit">{say.replaceButton}</button>
      </form>
      {uses.length + places.length === 0 && (
        <form class="box" method="post" action={`${here}/delete/`}>
          <h2>{say.remove}</h2>
          <p>{say.removeHint}</p>
          <button class="cut" type="submit">
            {say.removeButton}
          </button>
        </form>
      )}
    </>
  );
}

function Versions({ desk, versions }: { desk: DeskView; versions: PictureVersion[] }) {
  const { pictures: say } = deskWordingFor(desk.publication.locale);
  if (versions.length < 2) return null;
  return (
    <section class="box" aria-labelledby="versions">
      <h2 id="versions">{say.versions}</h2>
      <ol class="pictures">
        {versions.map((version) => (
          <li>
            <PictureImage {...version} alt={say.version(version.number)} small />
            <p class="quiet">
              {say.version(version.number)}, <Time at={version.at} style={desk.publication} />.{' '}
              <bdi>{version.fileName}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
