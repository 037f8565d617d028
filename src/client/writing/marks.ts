import { Mark } from '@tiptap/core';

/** Elements of clean HTML that the editor has no button for, with the attribute that they may have: they stay. */
const kept: [name: string, attribute: string | null][] = [
  ['abbr', 'title'],
  ['cite', null],
  ['del', null],
  ['ins', null],
  ['q', 'cite'],
  ['small', null],
  ['sub', null],
  ['sup', null],
];

/** One mark for each of them. */
export const keptMarks = kept.map(([name, attribute]) =>
  Mark.create({
    name,
    excludes: '',
    addAttributes: () => (attribute === null ? {} : { [attribute]: { default: null } }),
    parseHTML: () => [{ tag: name, priority: 55 }],
    renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
  }),
);
