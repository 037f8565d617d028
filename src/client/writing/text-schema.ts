import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Figure } from './figure.ts';
import { Footnote } from './footnote.ts';
import { LinkCard } from './link-card.ts';
import { keptMarks } from './marks.ts';
import { PullQuote, Quotation, QuoteSource } from './quotations.ts';

/** Where a link may lead: the web, a mailbox, or another page of the publication. */
export const allowedAddress = /^(?:https?:|mailto:|\/(?!\/))/i;

const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] });

/** All that an article's text may be made of: what the cleaner keeps, and nothing else. */
export const textExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    underline: false,
    trailingNode: false,
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      isAllowedUri: (address) => allowedAddress.test(address),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    dropcursor: { color: false, class: 'dropcursor' },
  }),
  ...keptMarks,
  Quotation,
  PullQuote,
  QuoteSource,
  Footnote,
  Figure,
  LinkCard,
  PlainTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
];
