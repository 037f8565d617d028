import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { contrast, leastContrast, mix, nearestWith } from './contrast.ts';
import {
  grounds,
  leastForEdges,
  leastForText,
  ownPalettes,
  paletteOf,
  ratioText,
  readingsOf,
  schemes,
} from './palette.ts';

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
const own = (scheme: 'light' | 'dark') => {
  const { paper, ink, link, visited, red } = ownPalettes[scheme];
  return { paper, ink, link, visited, accent: red };
};

test('contrast is that of WCAG: black on white 21, a colour on itself 1, known pairs as published', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(ratioText(contrast('#777777', '#ffffff')), '4.47');
  assert.equal(ratioText(contrast('#767676', '#ffffff')), '4.54');
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      const ratio = contrast(one, other);
      assert.ok(ratio >= 1 && ratio <= 21);
      assert.equal(ratio, contrast(other, one));
      assert.equal(contrast(one, one), 1);
    }),
  );
});

test('the nearest colour has the contrast that is asked for, and a colour that has it is left alone', () => {
  fc.assert(
    fc.property(hex, hex, (colour, ground) => {
      const near = nearestWith(colour, [ground], leastForText);
      assert.ok(near !== null, 'black or white always has it on one ground');
      assert.ok(leastContrast(near, [ground]) >= leastForText);
      if (contrast(colour, ground) >= leastForText) assert.equal(near, colour);
    }),
  );
  assert.equal(nearestWith('#808080', ['#000000', '#ffffff'], 7), null);
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080');
});

test('the style sheet has the same colours', () => {
  const css = readFileSync('src/web/ui/style.css', 'utf8');
  const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
  for (const [scheme, text] of [
    ['light', light],
    ['dark', dark.slice(0, dark.indexOf('@media'))],
  ] as const)
    for (const [name, colour] of Object.entries(ownPalettes[scheme]))
      assert.ok(text.includes(`--${name}: ${colour};`), `${scheme} ${name}`);
});

test('the colours that it comes with are all readable, and stay as they are', () => {
  for (const scheme of schemes) {
    assert.deepEqual(paletteOf(scheme, own(scheme)), ownPalettes[scheme]);
    for (const { ratio } of readingsOf(scheme, own(scheme))) assert.ok(ratio >= leastForText);
  }
});

const readable = fc.tuple(fc.constantFrom(...schemes), hex, hex, hex).map(([scheme, paper, ink, link]) => {
  const strong = nearestWith(ink, [paper], 8) ?? nearestWith(ink, [paper], leastForText) ?? '#000000';
  const draft = { ...own(scheme), paper, ink: strong };
  const all = grounds.map((ground) => paletteOf(scheme, draft)[ground]);
  const near = (colour: string) => nearestWith(colour, all, leastForText) ?? strong;
  const { visited, accent } = draft;
  return {
    scheme,
    colours: { ...draft, link: near(link), visited: near(visited), accent: near(accent) },
  };
});

test('whatever readable colours are chosen, everything made of them is readable too', () => {
  let checked = 0;
  fc.assert(
    fc.property(readable, ({ scheme, colours }) => {
      if (readingsOf(scheme, colours).some(({ ratio }) => ratio < leastForText)) return;
      checked += 1;
      const palette = paletteOf(scheme, colours);
      const plain = [palette.paper, palette.tint, palette.sheet];
      for (const name of ['ink-2', 'ink-3', 'green', 'amber'] as const)
        assert.ok(leastContrast(palette[name], plain) >= leastForText, name);
      assert.ok(leastContrast(palette.edge, plain) >= leastForEdges);
    }),
    { numRuns: 200 },
  );
  assert.ok(checked > 20, `${checked}`);
});

test('what cannot be read is told with a colour that can, wherever there is one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...schemes), hex, hex, (scheme, paper, link) => {
      const colours = { ...own(scheme), paper, ink: nearestWith('#808080', [paper], 7) ?? '#000000', link };
      const reading = readingsOf(scheme, colours).find(({ colour }) => colour === 'link');
      if (!reading || reading.ratio >= leastForText || reading.nearest === null) return;
      const again = readingsOf(scheme, { ...colours, link: reading.nearest });
      assert.ok((again.find(({ colour }) => colour === 'link')?.ratio ?? 0) >= leastForText);
    }),
  );
});
