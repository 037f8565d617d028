import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookSheet } from '../../src/publication/look.ts';
import { type Settings, settings } from '../../src/publication/settings.ts';
import { deskStyle, lateStyle, style } from '../../src/web/ui/styles.ts';
import { shownByWidth } from '../support/accessibility.ts';

const defaults = Object.entries(settings).map(([key, setting]) => [key, setting.default]);
const look = lookSheet({ ...(Object.fromEntries(defaults) as Settings), 'look.dark.paper': '#202020' });

test('a dark scheme changes the values of colours and nothing else', () => {
  for (const css of [style.text, deskStyle.text, lateStyle.text, look?.text ?? '']) {
    const said = css.match(/prefers-color-scheme|light-dark\(/g) ?? [];
    const blocks = [...css.matchAll(/@media screen and \(prefers-color-scheme: ?dark\) ?{:root{([^{}]*)}}/g)];
    assert.equal(blocks.length, said.length);
    for (const [, declarations = ''] of blocks)
      for (const each of declarations.split(';')) assert.match(each, /^--[\w-]+:#(?:[\da-f]{3}){1,2}$/);
  }
  assert.match(style.text + look?.text, /prefers-color-scheme/);
});

test('a width changes where things stand, and hides and shows no more than is known of', () => {
  let looked = 0;
  const hides = /display: ?(?:none|contents)|visibility|(?<!-)content: ?(?!""|none)|opacity|clip/;
  for (const css of [style.text, deskStyle.text, lateStyle.text]) {
    const blocks = css.split(/(?=@media)/).filter((block) => /^@media[^{]*width/.test(block));
    const rules = blocks.flatMap((block) => [...insideOf(block).matchAll(/([^{}]+)\{([^{}]*)\}/g)]);
    looked += rules.length;
    const hiding = rules
      .filter(([, , said = '']) => hides.test(said))
      .map(([, selector = '']) => selector.trim());
    assert.deepEqual(
      hiding.filter((selector) => !selector.startsWith(shownByWidth)),
      [],
    );
  }
  assert.ok(looked > 30, `${looked} rules were looked at`);
});

/** What stands between the braces of a rule that holds others. */
function insideOf(text: string): string {
  const block = text.slice(text.indexOf('{'));
  let depth = 0;
  for (const [index, sign] of [...block].entries()) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (sign === '}' && depth === 0) return block.slice(1, index);
  }
  return block;
}
