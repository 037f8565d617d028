import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ArticlePage } from '../../src/reading/pages/article-page.tsx';
import { ReceiptPage } from '../../src/reading/pages/receipt-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { style } from '../../src/web/ui/styles.ts';
import { wordingFor } from '../../src/web/ui/wording.ts';
import { everyPage } from './every-page.tsx';
import { element, flatten } from './flatten.ts';
import * as sample from './samples.ts';

const { publication } = sample;
const page = (name: string) => everyPage[name] ?? assert.fail(`no page ${name}`);

/** Asserts that the pieces stand in the text in this order. */
function inOrder(text: string, pieces: string[]) {
  let from = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, from);
    assert.notEqual(found, -1, `“${piece}” does not follow in: ${text.slice(from, from + 400)}`);
    from = found + piece.length;
  }
}

/** What makes a page better where scripts run: files of the publication's own. */
const ownScripts = /<script src="\/assets\/[\w-]+\.js" defer><\/script>/g;

describe('an article’s page', () => {
  test('says everything in the order of the seed, also without its tags', () => {
    inOrder(flatten(page('article')), [
      'Front page Archive Tags Corrections The record Search',
      'Harbour board to push for a toll on Eastgate swing bridge',
      'A charge of £1.40 a crossing',
      'By Imogen Thrale and Bede Hallam',
      'Wrenmouth, 12 March 2026, 07:00 GMT',
      'Revised 13 March 2026, 16:20 GMT',
      'Corrected 13 March 2026, 16:20 GMT',
      'Correction, 13 March 2026, 16:20 GMT It said: “stuck fourteen times since September”. It now says:',
      'Both versions',
      'Wrenmouth Harbour Board will ask',
      'What this article said would happen 26 March 2026: the board asks the council. Confirmed 27 March 2026. It asked, and the committee refused. In Council throws out bridge toll',
      'The words were changed since. Came due 26 March 2026. Nothing is said of it yet.',
      'Withdrawn with the article that said so: Denied 27 March 2026.',
      'What became of earlier claims 26 March 2026:',
      'How we know Documents read in full 1 The board’s papers for 26 March People in the room 2',
      'Asked for a reply three times: Mr Peverell had not answered by publication.',
      'Classes only: nothing here, or behind it, holds a source’s name.',
      'Tags: Eastgate, Harbour board, Tolls',
      'The Wrenmouth Ledger, Wrenmouth. “Harbour board to push for a toll on Eastgate swing bridge”, by Imogen Thrale and Bede Hallam. Published 12 March 2026, 07:00 GMT. Revised 13 March 2026, 16:20 GMT. Corrected 13 March 2026, 16:20 GMT. Sections: What the law allows. Tags: Eastgate; Harbour board; Tolls. Responses: 6 (1 removed), open.',
      'Here: https://ledger.example/2026/03/12/eastgate-toll/',
      '[a] “draft accounts”: https://harbourboard.example/papers/draft-accounts-2026.pdf',
      '6 Responses to “Harbour board to push for a toll on Eastgate swing bridge” (1 removed)',
      '1. Ropewalk says: 12 March 2026, 09:14 GMT',
      'As somebody who',
      'Answered by 2.',
      '2. Quay Resident says: Same writer as 4',
      'In reply to 1, Ropewalk',
      'The Wrenmouth Ledger. Response 2, Quay Resident (same writer as 4), 12 March 2026, 10:14 GMT, in reply to 1, 12 words. https://ledger.example/2026/03/12/eastgate-toll/responses/2/',
      '[1] “Under the deck”: https://estuarynotes.example/under-the-deck',
      '5. ليلى من الميناء says:',
      '6. Removed Published 13 March 2026, 22:40 GMT Removed 14 March 2026, 08:05 GMT This response was removed. Reason: Rule 3: no accusation of a crime without a source that can be checked. Its number stays. The record says',
      '7. Tea Stall says: Date unknown Name as in the archive In reply to 6',
      'Leave a Reply',
      'The rules',
      'Your privacy',
    ]);
  });

  test('puts every name in a direction of its own and the writer’s mark outside it', () => {
    const response = element(page('article'), 'response-2', 'li');
    assert.match(response, /<b class="p-author h-card"><bdi>Quay Resident<\/bdi><\/b> says:<\/h3>/);
    assert.match(response, /<\/h3>\s*<p class="mark"><svg/);
    assert.equal(page('article').match(/<symbol id="m1"/g)?.length, 1);
    assert.doesNotMatch(page('long'), /<symbol/);
  });

  test('carries microformats and linked data that cannot end early', () => {
    for (const name of [
      'h-entry',
      'p-name',
      'p-summary',
      'p-author h-card',
      'dt-published',
      'e-content',
      'u-url',
    ])
      assert.match(page('article'), new RegExp(`class="[^"]*\\b${name}`));
    const [comment] = sample.sevenComments;
    assert.equal(comment?.state, 'published');
    const evil = sample.comment(1, { text: '</script><script>alert(1)</script>' });
    const html = renderPage(
      <ArticlePage
        publication={publication}
        article={sample.articleView()}
        thread={sample.thread([evil])}
        form={sample.emptyForm}
      />,
    );
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const data = JSON.parse(block);
    assert.equal(data['@type'], 'NewsArticle');
    assert.equal(data.comment[0].text, evil.text);
    assert.equal(html.replace(ownScripts, '').match(/<script/g)?.length, 1);
  });

  test('keeps a refused writer’s words, says why at each field, and leaves the trap empty', () => {
    const html = page('refused');
    assert.match(html, /id="refused" [^>]*autofocus|autofocus[^>]* id="refused"/);
    assert.match(
      html,
      />\n\nI walked the deck on Sunday with a torch\.\n\n“Another winter” is one too many\. &lt;\/textarea&gt;<\/textarea>/,
    );
    inOrder(html, ['href="#f-name"', 'href="#f-email"', 'href="#f-in_reply_to"', 'Two responses a minute']);
    assert.match(html, /id="f-name"[^>]*aria-invalid="true" aria-describedby="f-name-hint f-name-why"/);
    assert.match(html, /<option value="6" selected="">6<\/option>/);
    assert.match(html, /name="website2" tabindex="-1" autocomplete="off"/);
    assert.match(html, /action="\/2026\/03\/12\/eastgate-toll\/responses\/"/);
  });

  test('from its second page of responses on leaves the body out and leads to the others', () => {
    const html = page('long');
    assert.doesNotMatch(html, /class="body/);
    assert.match(html, /<h1 class="p-name"><a href="\/2026\/03\/12\/eastgate-toll\/">/);
    assert.match(
      html,
      /rel="canonical" href="https:\/\/ledger.example\/2026\/03\/12\/eastgate-toll\/comment-page-2\/"/,
    );
    inOrder(flatten(html), [
      '1,204 Responses to',
      'Responses 101 to 200 of 1,204',
      'First Previous 1 2 3 4 5 Next Newest',
    ]);
    assert.match(html, /<input id="f-in_reply_to" [^>]*type="number"/);
  });

  test('says that responses are closed instead of showing a form, and what the archive had lost', () => {
    const text = flatten(page('archived'));
    assert.doesNotMatch(text, /Leave a Reply|Reply to/);
    inOrder(text, [
      'Original date unknown',
      'What the archive copy had lost',
      'Six tag names.',
      'Original date unknown.',
      'Responses are closed. They closed on 1 October 2012.',
    ]);
  });

  test('weighs at most 20 kB with its style sheet, compressed', () => {
    const bytes = [page('article'), style.text].map((text) => gzipSync(text, { level: 6 }).length);
    assert.ok(bytes[0] !== undefined && bytes[1] !== undefined && bytes[0] + bytes[1] <= 20_000, `${bytes}`);
    assert.ok(brotliCompressSync(page('article')).length < 10_000);
  });
});

describe('the heading over the responses', () => {
  const { responsesTo } = wordingFor('en-GB');
  for (const [counts, heading] of [
    [[0, 0, 0, 0], 'No Responses to “T”'],
    [[1, 0, 0, 0], 'One Response to “T”'],
    [[6, 1, 0, 0], '6 Responses to “T” (1 removed)'],
    [[6, 1, 2, 0], '6 Responses to “T” (1 removed, 2 withdrawn)'],
    [[6, 1, 0, 1], '6 Responses to “T” (1 removed, 1 withheld)'],
    [[0, 0, 1, 0], 'No Responses to “T” (1 withdrawn)'],
  ] as const)
    test(`says “${heading}”`, () => {
      const [published, removed, withdrawn, withheld] = counts;
      assert.equal(responsesTo({ published, removed, withdrawn, withheld }, 'T'), heading);
    });
});

describe('other pages', () => {
  test('an empty publication says so and offers its feeds', () => {
    inOrder(flatten(page('front-empty')), ['Nothing is published here yet.', 'Search', 'Articles, RSS']);
  });

  test('the front page has its lead, its stack and its list', () => {
    const titles = sample.summaries.map(({ title }) => title);
    inOrder(flatten(page('front')), [...titles.slice(0, 4), 'Earlier', ...titles.slice(4), 'Page 1 of 148']);
    inOrder(flatten(page('front-2')), ['Articles, page 2', ...titles, 'Newer articles', 'Older articles']);
  });

  test('search marks the words and never breaks on what was typed', () => {
    assert.match(page('search'), /<mark>Bright<\/mark>/);
    assert.match(flatten(page('search-none')), /Nothing here contains “Wrenmouthswing/);
  });

  test('a receipt offers to withdraw what is held or published, and nothing else', () => {
    for (const state of ['held', 'published', 'removed', 'refused', 'withdrawn', 'erased'] as const) {
      const html = renderPage(
        <ReceiptPage publication={publication} receipt={sample.receiptView({ state })} letters={null} />,
      );
      const offered = html.includes('action="/receipt/k3f9/withdraw/"');
      assert.equal(offered, state === 'held' || state === 'published', state);
      assert.match(html, /<meta name="robots" content="noindex"/);
    }
  });
});

describe('every page', () => {
  for (const [name, html] of Object.entries(everyPage))
    test(`has no script but its own, no inline style and nothing from another host: ${name}`, () => {
      assert.match(html, /^<!doctype html>\n<html lang="en-GB" dir="ltr">/);
      assert.doesNotMatch(
        html,
        /<style|<iframe|<img(?! src="\/pictures\/)|\sstyle=|\son[a-z]+=|javascript:|undefined|\[object/,
      );
      const others = html
        .replace(/<script type="application\/ld\+json">.*?<\/script>/, '')
        .replace(ownScripts, '');
      assert.doesNotMatch(others, /<script/);
      assert.doesNotMatch(html, /\s(?:src|action|data|poster|srcset)="(?:https?:)?\/\//);
      const links = html.match(/<link [^>]*>/g) ?? [];
      assert.deepEqual(
        links.filter((link) => /rel="stylesheet"/.test(link)),
        [`<link rel="stylesheet" href="${style.href}">`],
      );
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
    });
});
