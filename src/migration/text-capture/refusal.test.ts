import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeCapture } from './decode-capture.ts';
import { parseCapture } from './parse-capture.ts';

const PROSE =
  'It was late in the year, and the keeper had gone down to the water to look at the chains again.';

describe('what is not a weblog page', () => {
  for (const [name, text] of [
    ['an empty text', ' \n\n'],
    ['a shell script', '#!/bin/sh\n# Leave a Reply\necho "3 Responses"\n'],
    ['JSON', '{"title": "3 Responses", "comments": []}'],
    [
      'a table',
      'name,date,text\nRopewalk,2011-03-03,hello\nTea Stall,2011-03-04,tea\nHalf-Tide,2011-03-05,no\n',
    ],
    ['HTML source', '<!doctype html>\n<html><body><h1>Bridge</h1><p>Leave a Reply</p></body></html>'],
    ['XML', '<?xml version="1.0"?>\n<rss><channel/></rss>'],
    ['source code', "import { a } from 'b';\n\nexport function c() {\n  return a();\n}\n\nconst d = c();\n"],
    [
      'a chapter of a novel',
      `CHAPTER III\n\nThe Keeper\n\n${PROSE}\n\nHe said:\n\n“Not tonight.”\n\n${PROSE}`,
    ],
    [
      'a novel with its author’s name',
      `The Keeper of the Bridge\n\nby Ada Fenwick\n\nChapter One\n\n${PROSE}`,
    ],
    ['a letter', `Dear Sir,\n\n${PROSE}\n\nYours,\n\nA. Pell`],
    ['a sentence', PROSE],
  ] as const) {
    test(`${name} is refused with a sentence`, () => {
      const { articles, refused } = parseCapture(text);
      assert.deepEqual(articles, []);
      assert.match(refused ?? '', /^[A-Z].*\.$/u);
    });
  }
});

describe('the bytes of a capture', () => {
  const text = 'Brücke – “Zoll”\n';
  test('UTF-8 and UTF-16 are told by their marks', () => {
    const little = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const big = new Uint8Array([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]);
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), little, big]) {
      assert.deepEqual(decodeCapture(bytes), { text });
    }
  });

  test('bytes that are not UTF-8 are read as windows-1252', () => {
    assert.deepEqual(decodeCapture(new Uint8Array([0x93, 0x5a, 0xf6, 0x6c, 0x6c, 0x65, 0x94])), {
      text: '“Zölle”',
    });
  });

  test('an empty file and a binary one are refused', () => {
    for (const bytes of [
      new Uint8Array(),
      Buffer.from(' \n'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      Buffer.from([1, 2, 3, 4, 0xff]),
    ]) {
      assert.match((decodeCapture(bytes) as { refused: string }).refused, /^[A-Z].*\.$/u);
    }
  });
});
