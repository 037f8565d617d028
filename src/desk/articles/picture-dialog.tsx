import { deskWordingFor } from '../wording.ts';
import { EditorDialog } from './editor-dialogs.tsx';

/** Chooses a picture of the library, or sends one there, with what must be said of it. */
export function PictureDialog({ locale }: { locale: string }) {
  const { writing: say } = deskWordingFor(locale);
  return (
    <EditorDialog locale={locale} name="picture" title={say.pictureTitle}>
      <div class="field">
        <label for="dialog-picture-find">{say.pictureFind}</label>
        <input id="dialog-picture-find" name="q" type="search" autocomplete="off" />
      </div>
      <ul class="choices" data-pictures aria-label={say.pictures} />
      <div class="field">
        <label for="dialog-picture-file">{say.pictureNew}</label>
        <input
          id="dialog-picture-file"
          name="file"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        />
      </div>
      <TextField id="dialog-picture-alt" name="alt" label={say.alt} />
      <label class="pick">
        <input type="checkbox" name="decorative" value="yes" />
        {say.decorative}
      </label>
      <TextField id="dialog-picture-caption" name="caption" label={say.caption} />
      <TextField id="dialog-picture-credit" name="credit" label={say.credit} />
    </EditorDialog>
  );
}

function TextField({ id, name, label }: { id: string; name: string; label: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={name} maxlength={1000} autocomplete="off" />
    </div>
  );
}
