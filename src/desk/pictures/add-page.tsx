import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DecorativeField, FileField, PictureField, PictureRefused } from './picture-field.tsx';
import type { PictureFormView } from './picture-form.ts';

type AddPageProps = { desk: DeskView; form: PictureFormView; newId: string };

/** The form that takes a picture into the library. The file comes last: what was typed is there before it. */
export function AddPage({ desk, form, newId }: AddPageProps) {
  const { locale } = desk.publication;
  const { pictures: say } = deskWordingFor(locale);
  return (
    <DeskPage desk={desk} title={say.addHeading} section="pictures">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.addHeading}</h1>
        </div>
        <form class="prose" method="post" action="/desk/pictures/" enctype="multipart/form-data">
          <PictureRefused heading={say.refused} faults={form.faults} />
          <input type="hidden" name="newId" value={newId} />
          <PictureField locale={locale} form={form} name="alt" rows={3} />
          <DecorativeField locale={locale} form={form} />
          <PictureField locale={locale} form={form} name="caption" rows={2} />
          <PictureField locale={locale} form={form} name="credit" />
          <FileField locale={locale} form={form} />
          <div class="actions">
            <button class="main" type="submit">
              {say.send}
            </button>
            <p class="quiet">{say.sending}</p>
          </div>
        </form>
      </main>
    </DeskPage>
  );
}
