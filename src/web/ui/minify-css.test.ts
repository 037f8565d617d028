import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss } from './minify-css.ts';

test('a style sheet loses its comments and spare white space', () => {
  assert.equal(
    minifyCss('/* one */\na { color: red; }\n\n  b,\n  i { margin: 0 1px }\n'),
    'a{color:red}b,i{margin:0 1px}',
  );
});

test('white space that means something stays', () => {
  for (const css of [
    'a{inline-size:calc(1px + 2px)}',
    'a :is(b)>i{color:red}',
    'a .b{color:red}',
    '@media (min-width:1px) and (max-width:2px){a{color:red}}',
    'a{content:"/* kept */ ; a  b"}',
  ])
    assert.equal(minifyCss(css), css);
});
