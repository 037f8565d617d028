import type { Editor } from '@tiptap/core';
import { ask } from './dialogs.ts';
import { insertFootnote } from './footnote.ts';
import { insertCard } from './link-card.ts';
import { choosePicture } from './picture-dialog.ts';
import { quoteAround, setSource, toggleQuoting } from './quotations.ts';
import { allowedAddress } from './text-schema.ts';
import type { Tool } from './toolbar.ts';
import type { EditorWords } from './words.ts';

/** What each button of the toolbar does. */
export function toolsFor(editor: Editor, say: EditorWords): Record<string, Tool> {
  const chain = () => editor.chain().focus();
  const heading = (level: 2 | 3 | 4): Tool => ({
    run: () => chain().toggleHeading({ level }).run(),
    active: () => editor.isActive('heading', { level }),
  });
  const named = (name: string, run: () => unknown): Tool => ({ run, active: () => editor.isActive(name) });
  return {
    bold: named('bold', () => chain().toggleBold().run()),
    italic: named('italic', () => chain().toggleItalic().run()),
    strike: named('strike', () => chain().toggleStrike().run()),
    link: named('link', () => askLink(editor, say)),
    heading2: heading(2),
    heading3: heading(3),
    quote: named('blockquote', () => toggleQuoting(editor, 'blockquote')),
    pull: named('pullQuote', () => toggleQuoting(editor, 'pullQuote')),
    source: { run: () => askSource(editor, say) },
    bullets: named('bulletList', () => chain().toggleBulletList().run()),
    numbers: named('orderedList', () => chain().toggleOrderedList().run()),
    footnote: named('footnote', () => insertFootnote(editor, say.footnote)),
    picture: { run: () => choosePicture(editor, say) },
    card: { run: () => askCard(editor, say) },
    rule: { run: () => chain().setHorizontalRule().run() },
    table: named('table', () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()),
    'row-add': { run: () => chain().addRowAfter().run() },
    'row-drop': { run: () => chain().deleteRow().run() },
    'column-add': { run: () => chain().addColumnAfter().run() },
    'column-drop': { run: () => chain().deleteColumn().run() },
    'head-row': { run: () => chain().toggleHeaderRow().run() },
    'table-drop': { run: () => chain().deleteTable().run() },
    undo: { run: () => chain().undo().run() },
    redo: { run: () => chain().redo().run() },
    help: { run: () => ask('help', {}) },
  };
}

/** A selection made by keys reaches the editor only after the key that follows it. */
function selected(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

const isAddress = (address: string) => allowedAddress.test(address) || address === '';

async function askLink(editor: Editor, say: EditorWords): Promise<void> {
  await selected();
  const href = String(editor.getAttributes('link').href ?? '');
  const answers = await ask('link', { address: href }, ({ address = '' }) =>
    isAddress(address) ? null : say.noAddress,
  );
  const chain = editor.chain().focus().extendMarkRange('link');
  if (answers === null) return;
  const { address = '' } = answers;
  if (address === '' || answers.act === 'remove') chain.unsetLink().run();
  else if (editor.state.selection.empty && href === '')
    chain
      .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
      .run();
  else chain.setLink({ href: address }).run();
}

async function askSource(editor: Editor, say: EditorWords): Promise<void> {
  await selected();
  if (!quoteAround(editor)) toggleQuoting(editor, 'blockquote');
  const quote = quoteAround(editor)?.node;
  const last = quote?.lastChild;
  const before = {
    source: last?.type.name === 'quoteSource' ? last.textContent : '',
    address: String(quote?.attrs.cite ?? ''),
  };
  const check = ({ address = '' }) => (/^https?:/i.test(address) || address === '' ? null : say.noAddress);
  const answers = await ask('source', before, check);
  if (answers) setSource(editor, { source: answers.source ?? '', address: answers.address ?? '' });
  editor.commands.focus();
}

async function askCard(editor: Editor, say: EditorWords): Promise<void> {
  await selected();
  const check = ({ address = '' }) => (/^https?:/i.test(address) ? null : say.noAddress);
  const { from, to } = editor.state.selection;
  const title = editor.state.doc.textBetween(from, to, ' ');
  const address = String(editor.getAttributes('link').href ?? '');
  const answers = await ask('card', { title, address }, check);
  if (answers) insertCard(editor, { title: answers.title ?? '', address: answers.address ?? '' });
}
