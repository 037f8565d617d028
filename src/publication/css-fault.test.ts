import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cssFault } from './css-fault.ts';

test('rules that stay inside the publication are taken', () => {
  for (const css of [
    '',
    'h1 { letter-spacing: 0 }',
    '.mast { background: url(/pictures/harbour.png) }',
    '.mast { background: url("/pictures/a.png"); mask: url(#wave) }',
    'p::after { content: "Note: that // is all" }',
    '/* see https://ledger.example/style */ a { color: var(--link) }',
    '@media (min-width: 40rem) { .foot { display: none } }',
    'h1::before { content: "{" }',
  ])
    assert.equal(cssFault(css), null, css);
});

test('what asks another host, runs a program or ends the sheet is not, however it is written', () => {
  for (const css of [
    '@import "/assets/other.css";',
    '@IMPORT url(//evil.example/a.css);',
    '@\\69mport "x.css";',
    'a { background: url(https://evil.example/a.png) }',
    'a { background: url(  "//evil.example/a.png" ) }',
    'a { background: u\\72l(https://evil.example) }',
    'a { background: url(/\\/evil.example/a) }',
    'a { background: url(data:image/png;base64,AAAA) }',
    'a { background: url(javascript:alert(1)) }',
    'a { background: image-set("https://evil.example/a.png" 1x) }',
    'a { background: u/**/rl(x) } b { background: url(/* */ https://evil.example) }',
    'a { width: expression(alert(1)) }',
    'a { behavior: url(/a.htc) }',
    'a { -moz-binding: url(/a.xml#b) }',
    '</style><script>alert(1)</script>',
    'a { content: "/*" } b { background: url(https://evil.example/x) } c { content: "*/" }',
    'a { content: "/*" } @import "https://evil.example"; c { content: "*/" }',
    'a { content: "\\"/*" } b { background: url(https://evil.example/x) } c { content: "*/" }',
    'a { content: "/*\n } b { background: url(https://evil.example/x) } c { content: "*/" }',
    'a { background: url(https://evil.example/a',
    'a { color: red',
    'a } b { color: red }}',
  ])
    assert.notEqual(cssFault(css), null, css);
});

test('no spelling of a foreign address goes through', () => {
  const escaped = (text: string, which: boolean[]) =>
    [...text]
      .map((sign, index) => (which[index % which.length] ? `\\${sign.codePointAt(0)?.toString(16)} ` : sign))
      .join('');
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
      fc.constantFrom('https:', 'HTTP:', '', 'ftp:'),
      fc.constantFrom('', '"', "'", ' '),
      (which, scheme, quote) => {
        const address = escaped(`${scheme}//evil.example/a.png`, which);
        const css = `a { background: ${escaped('url', which)}(${quote}${address}${quote}) }`;
        assert.notEqual(cssFault(css), null, css);
      },
    ),
  );
});

test('of a rule that is long and odd the answer is the same', () => {
  assert.match(cssFault(`a { background: url(a${' '.repeat(100_000)}x`) ?? '', /another address/);
  assert.match(cssFault(`a { background: ${'url( '.repeat(20_000)} }`) ?? '', /another address/);
  assert.equal(cssFault(`a { content: "${'\\"'.repeat(50_000)}" }`), null);
});
