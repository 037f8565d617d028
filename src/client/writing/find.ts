import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Place = { from: number; to: number };
type Finding = { text: string; places: Place[] };
const key = new PluginKey<Finding>('find');
const none: Finding = { text: '', places: [] };

/** Marks every place where the words looked for stand in the text. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: {
        init: () => none,
        apply(transaction, finding) {
          const asked = transaction.getMeta(key) as string | undefined;
          if (asked === undefined && !transaction.docChanged) return finding;
          const text = asked ?? finding.text;
          return { text, places: placesOf(transaction.doc, text) };
        },
      },
      props: {
        decorations(state) {
          const { places } = key.getState(state) ?? none;
          return DecorationSet.create(
            state.doc,
            places.map(({ from, to }) => Decoration.inline(from, to, { class: 'found' })),
          );
        },
      },
    }),
  ],
});

/** Where a text stands, whatever the case of its letters; also over the bounds of emphasis and links. */
export function placesOf(doc: Node, text: string): Place[] {
  const wanted = text.toLowerCase();
  const places: Place[] = [];
  if (wanted === '') return places;
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true;
    const line = block.textBetween(0, block.content.size, '\ufffc', '\ufffc').toLowerCase();
    const at = positions(block, pos + 1);
    for (let found = line.indexOf(wanted); found >= 0; found = line.indexOf(wanted, found + wanted.length)) {
      const [from, to] = [at[found], at[found + wanted.length - 1]];
      if (from !== undefined && to !== undefined) places.push({ from, to: to + 1 });
    }
    return false;
  });
  return places;
}

/** The place in the document of each letter of a block's text. */
function positions(block: Node, start: number): number[] {
  const all: number[] = [];
  block.descendants((node, pos) => {
    if (node.isText) for (let index = 0; index < node.nodeSize; index += 1) all.push(start + pos + index);
    else if (node.isLeaf) all.push(start + pos);
    return true;
  });
  return all;
}

/** Looks for a text. Answers how many places there are. */
export function lookFor(editor: Editor, text: string): number {
  editor.view.dispatch(editor.state.tr.setMeta(key, text));
  return (key.getState(editor.state) ?? none).places.length;
}

/** Selects the next place (or the one before). Answers its number, from 1; 0 where there is none. */
export function goToNext(editor: Editor, back: boolean): number {
  const { places } = key.getState(editor.state) ?? none;
  const { from, to } = editor.state.selection;
  const after = places.findIndex((place) => place.from >= to);
  const before = places.findLastIndex((place) => place.to <= from);
  const index = back ? (before < 0 ? places.length - 1 : before) : after < 0 ? 0 : after;
  const place = places[index];
  if (!place) return 0;
  const selection = TextSelection.create(editor.state.doc, place.from, place.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  return index + 1;
}

/** Puts other words in the place that is selected, if it is one that was found, and goes to the next. */
export function replaceFound(editor: Editor, words: string): void {
  const { from, to } = editor.state.selection;
  const { places } = key.getState(editor.state) ?? none;
  if (places.some((place) => place.from === from && place.to === to))
    editor.view.dispatch(editor.state.tr.insertText(words, from, to));
  goToNext(editor, false);
}

/** Puts other words in every place, as one step that can be undone. Answers how many there were. */
export function replaceAll(editor: Editor, words: string): number {
  const { places } = key.getState(editor.state) ?? none;
  const tr = closeHistory(editor.state.tr);
  for (const { from, to } of places.toReversed()) tr.insertText(words, from, to);
  editor.view.dispatch(tr);
  return places.length;
}
