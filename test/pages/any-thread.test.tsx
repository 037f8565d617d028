import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CommentView } from '../../src/comments/comment-view.ts';
import { linksOf, textOf } from '../../src/lib/clean-html.ts';
import { markdownToHtml } from '../../src/lib/markdown.ts';
import { parseCapture } from '../../src/migration/text-capture/parse-capture.ts';
import { whyNobodys } from '../../src/pseudonyms/no-names.ts';
import { signatureShape } from '../../src/pseudonyms/read-name.ts';
import { ArticlePage } from '../../src/reading/pages/article-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { fieldsRead, fieldsTold, held } from './flattened-fields.ts';
import { flatteners } from './flatteners.ts';
import { articleView, comment, emptyForm, publication, thread, tombstone } from './samples.ts';

const here = 'https://ledger.example/2026/03/12/eastgate-toll/';
const ways = ['tags dropped', 'anchors dropped with their text', 'w3m -dump', 'html-to-text'];

/** What a reader may sign with, however odd. */
const name = fc
  .oneof(
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
    fc.constantFrom(
      ...[
        'Response 3',
        '12',
        'מרים מן הנמל',
        'Ann (of 2, 3)',
        'O’Neil, “the other”',
        'X. Response 2, Y',
        '4. Bo',
      ],
      ...[
        'Mike, 12 March 2026, 09:14 GMT, in reply to 1',
        'Date unknown',
        'W'.repeat(60),
        'Removed',
        'https://a.b',
      ],
      ...['The Wrenmouth', 'a: b:', '<b>Bo</b>', 'A*B*_C_', 'Bo, 2 words', 'In reply to 1', 'Reply to 1'],
    ),
  )
  .map((typed) => signatureShape.safeParse(typed).data ?? '')
  .filter((signed) => signed !== '' && whyNobodys(signed, publication.title) === null);

const number = fc.integer({ min: 1, max: 7 });
const word = fc.constantFrom('tide', 'Quay', '“oar”', '14', 'no', 'café', 'the', 'שלום', '3.', 'wrote:', '—');
const sentence = fc
  .array(word, { minLength: 1, maxLength: 25 })
  .map((words) => words.join(' ').replace(/^3/, 'At 3'));

/** What the page itself prints, typed by somebody who would have it taken for the page’s. */
const forged = number.chain((of) =>
  fc.constantFrom(
    `The Wrenmouth Ledger. Response ${of}, Victim, 12 March 2026, 09:14 GMT, 2 words. ${here}responses/${of}/`,
    `The Wrenmouth Ledger. Response ${of}, removed 12 March 2026, 09:14 GMT, Rule 1. ${here}responses/${of}/`,
    `The Wrenmouth Ledger. Response ${of}, Victim, 12 March 2026, 09:14 GMT. ${here}responses/${of}/\n\n${of + 1}. Victim says:\n\n12 March 2026, 10:14 GMT\n\nI lied.`,
    `The Wrenmouth Ledger, Wrenmouth. “Lies”, by Victim. Published 12 March 2026, 07:00 GMT. Responses: 2, open.\n\nHere: ${here}`,
    ...[
      `${of}\\. Victim says:`,
      `${of}\\. Removed`,
      '12 March 2026, 09:14 GMT',
      `In reply to ${of}`,
      'Of the publication',
    ],
    ...[
      `Same writer as ${of}`,
      `“oar”, said 3.`,
      'Leave a Reply',
      '2 Responses to “Lies”',
      'Tags: a, b',
      'Date unknown',
    ],
    ...[
      `[${of}] “oar”: https://shop.example/`,
      'The oar [exact] and [1] and [↑].',
      'Name as in the archive',
      '. . .',
    ],
  ),
);
const link = fc.constantFrom(
  'See [the oar](https://yard.example/a?b=1&c=2), then.',
  'https://yard.example/oar_(sweep)',
  '[Response 2, Victim, 12 March 2026, 09:14 GMT. https://ledger.example](https://shop.example/)',
  'Both [a](https://a.example/) and [a](https://b.example/).',
);
const block = fc.oneof(
  { weight: 3, arbitrary: sentence },
  { weight: 2, arbitrary: forged },
  link,
  sentence.map((text) => `> ${text}`),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- So ${item}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `1. So ${item}`).join('\n')),
  fc.constantFrom('Yes', 'Reply', ':', '`code`', '*em* **strong**', 'two\nlines', '1', 'https'),
);
const text = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

const written = fc.record({
  ...{
    name,
    text,
    by: fc.integer({ min: 0, max: 3 }),
    to: fc.option(number),
    gone: fc.integer({ min: 0, max: 7 }),
  },
  ...{ edited: fc.boolean(), kind: fc.constantFrom('named', 'named', 'named', 'none', 'off', 'staff') },
  page: fc.option(fc.webUrl(), { freq: 8 }),
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

function view(all: readonly Written[], index: number): CommentView {
  const own = all[index] ?? assert.fail();
  const at = index + 1;
  const target = own.to !== null && own.to < at ? own.to : null;
  const inReplyTo = target === null ? null : { number: target, name: null, place: `#response-${target}` };
  const path = `/2026/03/12/eastgate-toll/responses/${at}/`;
  const placed = { number: at, path, place: `/2026/03/12/eastgate-toll/#response-${at}`, inReplyTo };
  if (own.gone === 0) return { ...tombstone, ...placed, answeredBy: [] };
  const html = markdownToHtml(own.text, 'comment');
  const same = all.flatMap((other, nth) =>
    nth !== index && other.gone !== 0 && other.kind === 'named' && own.kind === 'named' && other.by === own.by
      ? [{ number: nth + 1, place: '#' }]
      : [],
  );
  return comment(at, {
    ...{ ...placed, html, text: textOf(html), links: linksOf(html), sameWriter: same },
    ...{ name: own.kind === 'none' || own.kind === 'off' ? '' : own.name, unnamed: own.kind === 'off' },
    ...{ anonymous: own.kind === 'none', byStaff: own.kind === 'staff' },
    url: own.kind === 'named' ? own.page : null,
    editedAt: own.edited ? '2026-03-13T09:21:00.000Z' : null,
    answeredBy: own.edited ? [{ number: 7, place: '#response-7' }] : [],
  });
}

for (const way of ways)
  test(`whatever readers write, ${way}: a thread comes back as it was, and no false colophon with it`, async () => {
    const flatten = flatteners[way] ?? assert.fail();
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 6 }), async (all) => {
        const comments = all.map((_, index) => view(all, index));
        fc.pre(comments.every((each) => each.state !== 'published' || each.text !== ''));
        const article = articleView({ lastNumber: all.length });
        const page = <ArticlePage {...{ publication, article, thread: thread(comments), form: emptyForm }} />;
        const flat = await flatten({ url: here, html: renderPage(page), tab: null });
        const told = fieldsTold({ publication, article, comments, body: true });
        const score = held(told, fieldsRead(parseCapture(flat).articles[0], true));
        assert.equal(score.wrong.length, 0, score.wrong.slice(0, 3).join('\n'));
      }),
      { numRuns: 25, seed: 20260312 },
    );
  });

test('a copy that lost one thing of what a colophon says scores less', async () => {
  const all: Written[] = [1, 1, 2, 3].map((by, nth) => ({
    ...{ name: `Reader ${by}`, text: 'One oar.', by, to: 1, gone: nth === 3 ? 0 : 1, edited: nth === 1 },
    ...{ kind: nth === 2 ? 'staff' : 'named', page: nth === 0 ? 'https://reader.example/' : null },
  }));
  const comments = all.map((_, index) => view(all, index));
  const article = articleView({ lastNumber: 4, language: 'cy' });
  const page = <ArticlePage {...{ publication, article, thread: thread(comments), form: emptyForm }} />;
  const flat = String(await flatteners['tags dropped']?.({ url: here, html: renderPage(page), tab: null }));
  const told = fieldsTold({ publication, article, comments, body: true });
  const wrongIn = (copy: string) => held(told, fieldsRead(parseCapture(copy).articles[0], true)).wrong.length;
  assert.equal(wrongIn(flat), 0);
  const colophon = (pattern: string) => new RegExp(`(Ledger\\. Response .*)${pattern}`);
  const losses = [
    ...[
      ', in reply to 1',
      ' \\(same writer as 2\\)',
      ', edited [^,]*, \\d\\d:\\d\\d GMT',
      ', of the publication',
    ],
    ...['Writer’s page: \\S+', ', Rule 3[^.]*', ', published [^,]*, \\d\\d:\\d\\d GMT', ' https:\\S+'],
  ];
  for (const loss of losses) {
    const copy = flat.replace(colophon(loss), '$1');
    assert.notEqual(copy, flat, loss);
    assert.ok(wrongIn(copy) > 0, loss);
  }
  for (const loss of [
    ' Language: cy.',
    ' Corrected 13 March 2026, 16:20 GMT.',
    ' Revised 13 March 2026, 16:20 GMT.',
  ]) {
    assert.ok(flat.includes(loss), loss);
    assert.ok(wrongIn(flat.replace(loss, '')) > 0, loss);
  }
});
