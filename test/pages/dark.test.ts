import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookSheet } from '../../src/publication/look.ts';
import { type Settings, settings } from '../../src/publication/settings.ts';
import { deskStyle, style } from '../../src/web/ui/styles.ts';

const defaults = Object.entries(settings).map(([key, setting]) => [key, setting.default]);
const look = lookSheet({ ...(Object.fromEntries(defaults) as Settings), 'look.dark.paper': '#202020' });

test('a dark scheme changes the values of colours and nothing else', () => {
  for (const css of [style.text, deskStyle.text, look?.text ?? '']) {
    const said = css.match(/prefers-color-scheme|light-dark\(/g) ?? [];
    const blocks = [...css.matchAll(/@media screen and \(prefers-color-scheme: ?dark\) ?{:root{([^{}]*)}}/g)];
    assert.equal(blocks.length, said.length);
    for (const [, declarations = ''] of blocks)
      for (const each of declarations.split(';')) assert.match(each, /^--[\w-]+:#(?:[\da-f]{3}){1,2}$/);
  }
  assert.match(style.text + look?.text, /prefers-color-scheme/);
});
