import type { Child } from 'hono/jsx';
import { deskWordingFor } from '../wording.ts';
import { PictureDialog } from './picture-dialog.tsx';

/** What the editor asks for beside the text. Each stays closed until its script opens it. */
export function EditorDialogs({ locale }: { locale: string }) {
  const { writing: say } = deskWordingFor(locale);
  return (
    <>
      <EditorDialog locale={locale} name="link" title={say.linkTitle} remove={say.removeLink}>
        <AddressField locale={locale} id="dialog-link" label={say.address} />
      </EditorDialog>
      <EditorDialog locale={locale} name="source" title={say.sourceTitle}>
        <div class="field">
          <label for="dialog-source">{say.sourceLabel}</label>
          <input id="dialog-source" name="source" maxlength={300} />
        </div>
        <AddressField locale={locale} id="dialog-source-address" label={say.sourceAddress} />
      </EditorDialog>
      <EditorDialog locale={locale} name="card" title={say.cardTitle}>
        <p class="hint">{say.cardHint}</p>
        <div class="field">
          <label for="dialog-card">{say.cardLabel}</label>
          <input id="dialog-card" name="title" maxlength={300} />
        </div>
        <AddressField locale={locale} id="dialog-card-address" label={say.address} />
      </EditorDialog>
      <PictureDialog locale={locale} />
      <HelpDialog locale={locale} />
    </>
  );
}

type DialogProps = { locale: string; name: string; title: string; remove?: string; children?: Child };

/** A dialog with its fields, a place for what is wrong, and the ways out. */
export function EditorDialog({ locale, name, title, remove, children }: DialogProps) {
  const { writing: say } = deskWordingFor(locale);
  return (
    <dialog class="ask" data-dialog={name} aria-labelledby={`dialog-${name}-title`}>
      <form method="dialog" novalidate>
        <h2 id={`dialog-${name}-title`}>{title}</h2>
        {children}
        <p class="why" role="alert" data-fault />
        <div class="actions">
          <button class="main" type="submit" value="ok">
            {say.ok}
          </button>
          {remove !== undefined && (
            <button type="submit" value="remove">
              {remove}
            </button>
          )}
          <button type="submit" value="leave">
            {say.leave}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function AddressField({ locale, id, label }: { locale: string; id: string; label: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {deskWordingFor(locale).writing.addressHint}
      </p>
      <input id={id} name="address" inputmode="url" autocomplete="off" aria-describedby={`${id}-hint`} />
    </div>
  );
}

function HelpDialog({ locale }: { locale: string }) {
  const { writing: say } = deskWordingFor(locale);
  return (
    <dialog class="ask" data-dialog="help" aria-labelledby="dialog-help-title">
      <form method="dialog">
        <h2 id="dialog-help-title">{say.helpTitle}</h2>
        <dl class="keys">
          {say.keys.map(([keys, does]) => (
            <>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </>
          ))}
        </dl>
        <p class="quiet">{say.keysHint}</p>
        <div class="actions">
          <button type="submit" value="leave">
            {say.find.close}
          </button>
        </div>
      </form>
    </dialog>
  );
}
