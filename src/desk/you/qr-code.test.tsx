import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { renderPage } from '../../web/ui/render-page.ts';
import { QrCode } from './qr-code.tsx';

/** Reads a drawn code as a camera sees it: every module eight points wide. */
function readDrawn(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const side = size * 8;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let down = 0; down < 8; down += 1)
      for (let right = 0; right < Number(width) * 8; right += 1) {
        const point = ((Number(y) * 8 + down) * side + Number(x) * 8 + right) * 4;
        data.fill(0, point, point + 3);
      }
  return decodeQR({ width: side, height: side, data });
}

test('a drawn code reads back as what it was made of, has a name and its light border', () => {
  const short =
    'otpauth://totp/ledger.example:ann@ledger.example?secret=MFRGGZDFMZTWQ2LK&issuer=ledger.example';
  const long = short.replaceAll('ledger.example', `${'a-long-host-of-the-harbour.'.repeat(4)}example`);
  for (const text of [short, long, 'é & <b>']) {
    const svg = String(renderPage(<QrCode text={text} label="The code & its name" />));
    assert.equal(readDrawn(svg), text);
    assert.match(svg, /role="img" aria-label="The code &amp; its name"/);
    const firsts = [...svg.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => Math.min(Number(x), Number(y)));
    assert.equal(Math.min(...firsts), 4);
  }
});
