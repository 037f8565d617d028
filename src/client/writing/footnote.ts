import { type Editor, Node } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** A footnote stands in the editor where it is referred to, with its words: so it moves and goes with them. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: typeBehind } })],
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-f': ({ editor }) => insertFootnote(editor, ''),
      Enter: ({ editor }) => leaveFootnote(editor),
      Backspace: ({ editor }) => dropEmpty(editor),
    };
  },
});

/** Right behind a footnote browsers take the cursor for one inside it: what is typed belongs where it was set. */
function typeBehind(view: EditorView, from: number, _to: number, text: string): boolean {
  const { selection, tr } = view.state;
  const isBehind = selection.empty && selection.$from.nodeBefore?.type.name === 'footnote';
  if (!isBehind || from !== selection.from - 1) return false;
  view.dispatch(tr.insertText(text, selection.from).scrollIntoView());
  return true;
}

function footnoteAround({ state }: Editor) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'footnote')
      return { from: $from.before(depth), to: $from.after(depth) };
  return null;
}

/** Puts a footnote behind what is selected, with words to be written over. */
export function insertFootnote(editor: Editor, placeholder: string): boolean {
  if (footnoteAround(editor) || editor.isActive('codeBlock')) return false;
  return editor.commands.command(({ tr, state, dispatch }) => {
    const text = placeholder || '…';
    const at = tr.selection.to;
    const node = state.schema.nodes.footnote?.create(null, state.schema.text(text));
    if (!node) return false;
    tr.insert(at, node).setSelection(TextSelection.create(tr.doc, at + 1, at + 1 + text.length));
    dispatch?.(tr.scrollIntoView());
    return true;
  });
}

function leaveFootnote(editor: Editor): boolean {
  const around = footnoteAround(editor);
  return around ? editor.commands.setTextSelection(around.to) : false;
}

function dropEmpty(editor: Editor): boolean {
  const around = footnoteAround(editor);
  if (!around || around.to - around.from > 2) return false;
  return editor.commands.deleteRange(around);
}
