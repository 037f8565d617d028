import type { Element, ElementContent, Root, Text } from 'hast';
import { hasClass, isBlock, isElement, textIn } from './html-tree.ts';

type Note = { key: string; children: ElementContent[] };

/**
 * Gives an article's footnotes their one form: references `a.fn` numbered in the order of the text, and their notes
 * in that order in one section at its end. A note that nothing refers to any more stays, behind the others; a
 * reference to nothing goes.
 */
export function settleNotes(tree: Root): void {
  const notes = takeNotes(tree);
  const order: string[] = [];
  settleReferences(tree, { notes, order });
  const referred = order.map((key, index) =>
    noteElement(notes.get(key) ?? [], { number: index + 1, back: true }),
  );
  const others = [...notes].filter(
    ([key, children]) => !order.includes(key) && textIn(children).trim() !== '',
  );
  const left = others.map(([, children], index) =>
    noteElement(children, { number: order.length + index + 1, back: false }),
  );
  const children = [...referred, ...left];
  if (children.length === 0) return;
  tree.children.push({ type: 'element', tagName: 'section', properties: { className: ['notes'] }, children });
}

function noteElement(
  children: ElementContent[],
  { number, back }: { number: number; back: boolean },
): Element {
  const label: Element = {
    ...{ type: 'element', tagName: 'a', properties: { href: `#ref-${number}` } },
    children: [{ type: 'text', value: `[${number}]` }],
  };
  return {
    ...{ type: 'element', tagName: 'p', properties: { id: `note-${number}` } },
    children: back ? [label, { type: 'text', value: ' ' }, ...children] : children,
  };
}

/** Takes the sections of notes out of the tree. Answers what each note says, by its key. */
function takeNotes(tree: Root): Map<string, ElementContent[]> {
  const found: Note[] = [];
  takeFrom(tree, found);
  const notes = new Map<string, ElementContent[]>();
  for (const [index, { key, children }] of found.entries())
    addNote(notes, { key, children: withoutLabel(children) }, index);
  return notes;
}

/** The same note twice is one; another under the same key stays beside it. */
function addNote(notes: Map<string, ElementContent[]>, { key, children }: Note, index: number): void {
  const before = notes.get(key);
  if (before === undefined) notes.set(key, children);
  else if (textIn(before).trim() !== textIn(children).trim()) notes.set(`again ${index}`, children);
}

function takeFrom(parent: Root | Element, found: Note[]): void {
  const kept: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (!isElement(child)) {
      kept.push(child);
      continue;
    }
    takeFrom(child, found);
    if (child.tagName === 'section' && hasClass(child, 'notes')) readSection(child, found);
    else kept.push(child);
  }
  parent.children = kept;
}

/** A paragraph with an id begins a note; one without goes on with it. */
function readSection(section: Element, found: Note[]): void {
  let note: Note | undefined;
  for (const { id, children } of paragraphsIn(section)) {
    if (textIn(children).trim() === '' && id === null) continue;
    if (note && id === null) note.children.push(lineBreak(), ...children);
    else {
      note = { key: id ?? `without ${found.length}`, children };
      found.push(note);
    }
  }
}

type Paragraph = { id: string | null; children: ElementContent[] };

function paragraphsIn(parent: Element): Paragraph[] {
  if (!parent.children.some(isBlock)) return [{ id: keyOf(parent), children: parent.children }];
  const paragraphs: Paragraph[] = [];
  let loose: ElementContent[] | null = null;
  for (const child of parent.children) {
    if (isElement(child) && isBlock(child)) {
      loose = null;
      paragraphs.push(...paragraphsIn(child));
    } else if (loose) loose.push(child);
    else {
      loose = [child];
      paragraphs.push({ id: null, children: loose });
    }
  }
  return paragraphs;
}

function keyOf({ properties }: Element): string | null {
  return /^note-(.+)$/.exec(String(properties.id ?? ''))?.[1] ?? null;
}

function lineBreak(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
}

const label = /^\s*\[?\w{0,24}\]?\s*$|^\s*[↑↩]\ufe0e?\s*$/u;

/** What the writer wrote: the way back is ours. */
function withoutLabel(children: ElementContent[]): ElementContent[] {
  const kept = children.filter((child) => !(isWayBack(child) && label.test(textIn([child]))));
  return kept.flatMap(plainReferences);
}

function isWayBack(node: ElementContent): boolean {
  return isElement(node) && node.tagName === 'a' && /^#ref-/.test(String(node.properties.href ?? ''));
}

/** A note has no notes of its own. */
function plainReferences(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node];
  node.children = node.children.flatMap(plainReferences);
  return node.tagName === 'a' && hasClass(node, 'fn') ? node.children : [node];
}

type Settling = { notes: Map<string, ElementContent[]>; order: string[] };

function settleReferences(parent: Root | Element, settling: Settling): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (!isElement(child)) return [child];
    if (child.tagName === 'a' && hasClass(child, 'fn')) return referenceFor(child, settling);
    if (child.tagName === 'p') delete child.properties.id;
    settleReferences(child, settling);
    return [child];
  });
}

function referenceFor(link: Element, { notes, order }: Settling): ElementContent[] {
  const key = /^#note-(.+)$/.exec(String(link.properties.href ?? ''))?.[1];
  if (key === undefined) return [{ ...link, properties: { href: link.properties.href } }];
  if (!notes.has(key)) return label.test(textIn([link])) ? [] : link.children;
  const isFirst = !order.includes(key);
  if (isFirst) order.push(key);
  const number = order.indexOf(key) + 1;
  const text: Text = { type: 'text', value: `[${number}]` };
  const id = isFirst ? { id: `ref-${number}` } : {};
  return [{ ...link, properties: { className: ['fn'], ...id, href: `#note-${number}` }, children: [text] }];
}
