import { Editor, Extension } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { fill } from '../lib/fill.ts';
import { closedHtml, openForm } from './writing/clean-form.ts';
import { countsOf } from './writing/counts.ts';
import { Find } from './writing/find.ts';
import { findBar } from './writing/find-bar.ts';
import { keepWords } from './writing/keeping.ts';
import { cleanPasted } from './writing/paste.ts';
import { textExtensions } from './writing/text-schema.ts';
import { toolbar } from './writing/toolbar.ts';
import { toolsFor } from './writing/tools.ts';
import type { EditorWords } from './writing/words.ts';

/**
 * The rich editor takes the place of the plain text field. The page brings the article's clean HTML in a template;
 * when the form is sent, the field says what the editor then holds, as HTML. Untouched, it says what it said before.
 */
function start(form: HTMLFormElement): void {
  const root = form.querySelector<HTMLElement>('[data-editor]');
  const page = root?.querySelector<HTMLElement>('[data-page]');
  const bar = root?.querySelector<HTMLElement>('[role=toolbar]');
  const source = root?.querySelector('template');
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name=body]');
  if (!root || !page || !bar || !source || !field) return;
  const say = JSON.parse(root.dataset.words ?? '{}') as EditorWords;
  const keys: { find: () => void } = { find: () => undefined };
  const editor = open(page, source.content, keys);
  takePlace(field, root, editor);
  const plain = { body: field.value, format: formatOf(form) };
  const opened = closedHtml(editor);
  const send = () => {
    const html = closedHtml(editor);
    const isSame = html === opened;
    field.value = isSame ? plain.body : html;
    setFormat(form, isSame ? plain.format : 'html');
  };
  toolbar(editor, bar, { ...toolsFor(editor, say), find: { run: () => keys.find() } });
  keys.find = findBar(editor, root, say);
  const count = () => showCounts(form, editor, say);
  editor.on('update', () => {
    count();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  count();
  form.addEventListener('submit', send);
  keepWords(form, say, send);
}

function open(page: HTMLElement, content: DocumentFragment, keys: { find: () => void }): Editor {
  openForm(content);
  const Keys = Extension.create({
    name: 'formKeys',
    addKeyboardShortcuts: () => ({
      'Mod-f': () => {
        keys.find();
        return true;
      },
      'Mod-k': () => press('link'),
      'Mod-s': () => press('save'),
    }),
  });
  const editor = new Editor({
    element: page,
    extensions: [...textExtensions, Find, Keys],
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', class: 'page flow', spellcheck: 'true' },
      transformPastedHTML: cleanPasted,
    },
  });
  const parsed = DOMParser.fromSchema(editor.schema).parse(content);
  editor.commands.setContent(parsed.toJSON(), { emitUpdate: false });
  return editor;
}

function press(name: string): boolean {
  document
    .querySelector<HTMLButtonElement>(`[data-tool="${name}"], button[name=do][value="${name}"]`)
    ?.click();
  return true;
}

/** The label and the faults of the field are the editor's from now on. */
function takePlace(field: HTMLTextAreaElement, root: HTMLElement, editor: Editor): void {
  const { dom } = editor.view;
  const label = document.querySelector<HTMLElement>(`label[for="${field.id}"]`);
  dom.id = field.id;
  for (const name of ['aria-invalid', 'aria-describedby']) {
    const value = field.getAttribute(name);
    if (value !== null) dom.setAttribute(name, value);
  }
  if (label) {
    label.id = `${field.id}-label`;
    dom.setAttribute('aria-labelledby', label.id);
    label.addEventListener('click', () => editor.commands.focus());
  }
  field.removeAttribute('id');
  field.hidden = true;
  field.after(root);
  for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
  root.hidden = false;
}

function formatOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('format') ?? 'markdown');
}

function setFormat(form: HTMLFormElement, format: string): void {
  for (const choice of form.querySelectorAll<HTMLInputElement>('input[name=format]'))
    choice.checked = choice.value === format;
}

function showCounts(form: HTMLFormElement, { state }: Editor, say: EditorWords): void {
  const counts = countsOf(state.doc.textBetween(0, state.doc.content.size, ' ', ' '));
  const place = form.querySelector('[data-counts]');
  if (place)
    place.textContent = `${fill(say.words, { n: counts.words })} ${fill(say.minutes, { n: counts.minutes })}`;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) start(form);
