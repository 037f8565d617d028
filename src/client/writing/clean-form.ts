import type { Editor } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';

/**
 * Makes of clean HTML what the editor opens: each footnote's words stand where it is referred to. Notes that nothing
 * refers to become paragraphs at the end.
 */
export function openForm(root: ParentNode & Node): void {
  for (const section of root.querySelectorAll('section.notes')) {
    for (const reference of root.querySelectorAll<HTMLAnchorElement>('a.fn'))
      openFootnote(section, reference);
    for (const note of section.querySelectorAll('p'))
      if (!note.hasAttribute('data-opened')) section.before(note);
    section.remove();
  }
  for (const code of root.querySelectorAll('pre code'))
    code.textContent = (code.textContent ?? '').replace(/\n+$/, '');
  for (const caption of root.querySelectorAll('table caption')) {
    const paragraph = document.createElement('p');
    paragraph.append(...caption.childNodes);
    caption.closest('table')?.before(paragraph);
    caption.remove();
  }
}

function openFootnote(section: Element, reference: HTMLAnchorElement): void {
  const id = reference.getAttribute('href')?.slice(1) ?? '';
  const note = [...section.querySelectorAll('p')].find((each) => each.id === id);
  if (!note) return;
  note.setAttribute('data-opened', '');
  const words = note.cloneNode(true) as Element;
  words.querySelector('a[href^="#ref-"]')?.remove();
  const span = document.createElement('span');
  span.setAttribute('data-footnote', '');
  span.append(...words.childNodes);
  if (span.firstChild?.nodeType === 3)
    span.firstChild.textContent = (span.firstChild.textContent ?? '').trimStart();
  reference.replaceWith(span);
}

/** The text as clean HTML has it, footnotes numbered and at the end: two of the same words are one. */
export function closedHtml({ state }: Editor): string {
  const root = document.implementation.createHTMLDocument('').body;
  DOMSerializer.fromSchema(state.schema).serializeFragment(
    state.doc.content,
    { document: root.ownerDocument },
    root,
  );
  const notes: string[] = [];
  for (const span of root.querySelectorAll('span[data-footnote]')) {
    const words = span.innerHTML;
    if ((span.textContent ?? '').trim() === '') {
      span.remove();
      continue;
    }
    if (!notes.includes(words)) notes.push(words);
    span.replaceWith(linkTo(root.ownerDocument, notes.indexOf(words) + 1));
  }
  if (notes.length > 0) root.append(sectionOf(root.ownerDocument, notes));
  return root.innerHTML;
}

function linkTo(page: Document, number: number): Element {
  const link = page.createElement('a');
  link.className = 'fn';
  link.setAttribute('href', `#note-${number}`);
  link.textContent = `[${number}]`;
  return link;
}

function sectionOf(page: Document, notes: string[]): Element {
  const section = page.createElement('section');
  section.className = 'notes';
  for (const [index, words] of notes.entries()) {
    const note = page.createElement('p');
    note.id = `note-${index + 1}`;
    note.innerHTML = words;
    section.append(note);
  }
  return section;
}
