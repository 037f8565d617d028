import { type Editor, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { TextSelection } from '@tiptap/pm/state';

const quoting = ['blockquote', 'pullQuote'];

/** A quotation: who is quoted stands last in it, and it may say at which address. */
export const Quotation = Blockquote.extend({
  content: 'block+ quoteSource?',
  addAttributes() {
    return {
      cite: {
        default: null,
        parseHTML: (element) => element.getAttribute('cite'),
        renderHTML: ({ cite }) => (cite ? { cite } : {}),
      },
    };
  },
});

/** Words of the article shown large beside it. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'paragraph+ quoteSource?',
  defining: true,
  parseHTML: () => [{ tag: 'aside.pull' }],
  renderHTML: () => ['aside', { class: 'pull' }, 0],
});

/** Who is quoted. */
export const QuoteSource = Node.create({
  name: 'quoteSource',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'cite', context: 'blockquote/|pullQuote/', priority: 70 }],
  renderHTML: () => ['cite', 0],
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => leaveSource(editor) };
  },
});

function leaveSource(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== 'quoteSource') return false;
  const after = $from.after($from.depth - 1);
  return editor.commands.command(({ tr, state, dispatch }) => {
    const paragraph = state.schema.nodes.paragraph?.create();
    if (!paragraph) return false;
    tr.insert(after, paragraph).setSelection(TextSelection.create(tr.doc, after + 1));
    dispatch?.(tr.scrollIntoView());
    return true;
  });
}

/** Makes the selected paragraphs a quotation (or a pull quote), or what they were before. */
export function toggleQuoting(editor: Editor, name: 'blockquote' | 'pullQuote'): boolean {
  if (!editor.isActive(name)) return editor.chain().focus().wrapIn(name).run();
  const quote = quoteAround(editor);
  const source = quote?.node.lastChild;
  const chain = editor.chain().focus();
  if (quote && source?.type.name === 'quoteSource') {
    const at = quote.pos + quote.node.nodeSize - 1 - source.nodeSize;
    chain.command(({ tr, state }) => Boolean(tr.setNodeMarkup(at, state.schema.nodes.paragraph)));
  }
  return chain.lift(name).run();
}

/** The quotation that the cursor stands in. */
export function quoteAround({ state }: Editor) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (quoting.includes(node.type.name)) return { node, pos: $from.before(depth) };
  }
  return null;
}

/** Says who is quoted and, of a quotation, at which address. */
export function setSource(editor: Editor, { source, address }: { source: string; address: string }): boolean {
  const quote = quoteAround(editor);
  if (!quote) return false;
  const { node, pos } = quote;
  const last = node.lastChild;
  const end = pos + node.nodeSize - 1;
  const start = last?.type.name === 'quoteSource' ? end - last.nodeSize : end;
  return editor.commands.command(({ tr, state }) => {
    const made =
      source === '' ? [] : [state.schema.nodes.quoteSource?.create(null, state.schema.text(source))];
    tr.replaceWith(
      start,
      end,
      made.filter((each) => each !== undefined),
    );
    if (node.type.name === 'blockquote')
      tr.setNodeMarkup(pos, null, { cite: address === '' ? null : address });
    return true;
  });
}
