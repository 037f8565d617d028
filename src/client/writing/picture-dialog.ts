import type { Editor } from '@tiptap/core';
import { insertPicture, type Picture, pictureAddress } from './figure.ts';
import type { EditorWords } from './words.ts';

type Item = { src: string; alt: string; caption: string; credit: string };

/**
 * The picture dialog: chooses one of the library or sends a new one there. None is put into the text before somebody
 * has said what it shows, or that it shows nothing which a reader would miss.
 */
export function choosePicture(editor: Editor, say: EditorWords): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-dialog="picture"]');
  if (!dialog) return;
  const parts = partsOf(dialog);
  const selected = editor.isActive('figure') ? editor.getAttributes('figure') : null;
  const showing = new AbortController();
  const { signal } = showing;
  let chosen: string | null = null;
  const choose = ({ src, alt, caption, credit }: Item, decorative: boolean) => {
    chosen = src;
    parts.set({ alt, caption, credit, decorative });
    parts.mark(src);
    parts.alt.focus();
  };
  const list = async () => {
    const found = await listPictures(parts.query.value);
    if (!Array.isArray(found)) return parts.tell(say[found]);
    parts.list(found, (item) => choose(item, false));
    parts.mark(chosen);
  };
  parts.set({ alt: '', caption: '', credit: '', decorative: false });
  parts.tell('');
  if (selected)
    choose({ src: selected.src, alt: selected.alt, caption: '', credit: '' }, selected.decorative);
  parts.query.addEventListener('input', () => void list(), { signal });
  dialog.addEventListener('close', () => showing.abort(), { signal });
  parts.form.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault();
      if ((event.submitter as HTMLButtonElement | null)?.value === 'leave') return dialog.close();
      const said = parts.said();
      if (!said.decorative && said.alt === '') return parts.tell(say.altNeeded, parts.alt);
      if (parts.file.files?.[0]) {
        parts.tell(say.uploading);
        const sent = await sendPicture(parts.file.files[0], said);
        if ('fault' in sent) return parts.tell(sent.sentence ?? say[sent.fault]);
        chosen = sent.src;
        parts.file.value = '';
      }
      if (chosen === null || !pictureAddress.test(chosen)) return parts.tell(say.noPicture);
      dialog.close();
      if (selected)
        editor.commands.updateAttributes('figure', {
          src: chosen,
          alt: said.decorative ? '' : said.alt,
          decorative: said.decorative,
        });
      else insertPicture(editor, { ...said, src: chosen });
    },
    { signal },
  );
  dialog.showModal();
  void list();
}

type Said = Omit<Picture, 'src'>;

function partsOf(dialog: HTMLDialogElement) {
  const control = (name: string) =>
    dialog.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? document.createElement('input');
  const [alt, decorative, caption, credit] = [
    control('alt'),
    control('decorative'),
    control('caption'),
    control('credit'),
  ];
  const fault = dialog.querySelector<HTMLElement>('[data-fault]');
  const items = dialog.querySelector<HTMLElement>('[data-pictures]');
  return {
    alt,
    file: control('file'),
    query: control('q'),
    form: dialog.querySelector('form') ?? document.createElement('form'),
    said: (): Said => ({
      alt: alt.value.trim(),
      decorative: decorative.checked,
      caption: caption.value.trim(),
      credit: credit.value.trim(),
    }),
    set(said: Said) {
      [alt.value, caption.value, credit.value, decorative.checked] = [
        said.alt,
        said.caption,
        said.credit,
        said.decorative,
      ];
    },
    tell(sentence: string, at?: HTMLElement) {
      if (fault) fault.textContent = sentence;
      at?.focus();
    },
    mark(src: string | null) {
      for (const button of items?.querySelectorAll('button') ?? [])
        button.setAttribute('aria-pressed', String(button.dataset.src === src));
    },
    list(found: Item[], choose: (item: Item) => void) {
      items?.replaceChildren(...found.map((item) => itemFor(item, choose)));
    },
  };
}

function itemFor(item: Item, choose: (item: Item) => void): HTMLElement {
  const entry = document.createElement('li');
  const button = document.createElement('button');
  const img = document.createElement('img');
  button.type = 'button';
  button.dataset.src = item.src;
  img.src = item.src;
  img.alt = item.alt || item.caption;
  img.loading = 'lazy';
  button.append(img);
  button.addEventListener('click', () => choose(item));
  entry.append(button);
  return entry;
}

/** Asks the library for JSON. Null where the server cannot be reached: whoever asks says so. */
function ask(address: string, sent: RequestInit = {}): Promise<Response | null> {
  return fetch(address, { ...sent, headers: { accept: 'application/json' } }).catch(() => null);
}

/** Why nothing came: the connection is lost, or an answer came that is none. */
type Silence = 'pictureOffline' | 'pictureFailed';

async function listPictures(query: string): Promise<Item[] | Silence> {
  const found = await ask(`/desk/pictures/?${new URLSearchParams({ q: query })}`);
  if (!found) return 'pictureOffline';
  if (!found.ok || !isJson(found)) return 'pictureFailed';
  return ((await found.json()) as { items: Item[] }).items;
}

/** The picture as it is in the library, or why it was not taken. */
async function sendPicture(file: File, said: Said): Promise<Item | { fault: Silence; sentence?: string }> {
  const body = new FormData();
  body.set('file', file);
  for (const name of ['alt', 'caption', 'credit'] as const) body.set(name, said[name]);
  if (said.decorative) body.set('decorative', 'yes');
  const sent = await ask('/desk/pictures/', { method: 'POST', body });
  if (!sent) return { fault: 'pictureOffline' };
  if (!isJson(sent)) return { fault: 'pictureFailed' };
  const answer = (await sent.json()) as Item & { detail?: string; sentence?: string };
  const sentence = answer.detail ?? answer.sentence;
  return sent.ok ? answer : { fault: 'pictureFailed', ...(sentence ? { sentence } : {}) };
}

function isJson(answer: Response): boolean {
  return /\bjson\b/.test(answer.headers.get('content-type') ?? '');
}
