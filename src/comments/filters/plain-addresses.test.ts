import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { plainAddresses } from './plain-addresses.ts';
import { wordMatcher } from './word-matcher.ts';

const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const found = (list: string[], text: string) => wordMatcher(list)(plainAddresses(text));

test('a word of the list is read in an address, however much of it is encoded, once or twice over', () => {
  assert.deepEqual(found(['casino'], 'https://harbour.example/%63asino'), ['casino']);
  assert.deepEqual(found(['casino'], 'https://harbour.example/?q=%2563asino'), ['casino']);
  assert.deepEqual(found(['casino'], 'https://%63%61SINO.example/'), ['casino']);
  assert.deepEqual(found(['win big'], 'https://harbour.example/win%20big'), ['win big']);
  assert.deepEqual(found(['казино'], `https://${domainToASCII('казино.example')}/`), ['казино']);
  fc.assert(
    fc.property(fc.constantFrom('casino', 'казино', '赌'), fc.array(fc.boolean()), (word, which) => {
      const letters = [...word].map((letter, at) => (which[at] || at === 0 ? percent(letter) : letter));
      assert.deepEqual(found([word], `See https://harbour.example/${letters.join('')}/x here`), [word]);
    }),
  );
});

test('what is no encoding is nothing, whatever it looks like', () => {
  for (const text of ['100% sure', '50%', 'https://harbour.example/casino', '%', '%zz'])
    assert.equal(plainAddresses(text), '', text);
  assert.doesNotThrow(() => plainAddresses('%ff%fe%00 xn-- xn--\u0000 xn--zzzzzzzzzz-'));
  fc.assert(fc.property(fc.string(), (text) => void plainAddresses(`${text}%c3 xn--${text}`)));
});
