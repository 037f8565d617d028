import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';
import { specialBlocks } from './special-blocks.ts';

const fours = specialBlocks.filter((block) => !block.includes(':'));

/** An address inside a block: its fixed bits, then the given ones. */
function inside(block: string, bytes: number[]): string {
  const [base, bits] = ipaddr.parseCIDR(block);
  const mixed = base.toByteArray().map((byte, index) => {
    const free = Math.min(8, Math.max(0, (index + 1) * 8 - bits));
    const mask = (1 << free) - 1;
    return (byte & ~mask) | ((bytes[index] ?? 0) & mask);
  });
  return ipaddr.fromByteArray(mixed).toString();
}

const ones = Array(16).fill(255);
const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 });

test('no address of any special-purpose block is public: not its first, its last, or one between', () => {
  for (const block of specialBlocks)
    for (const address of [inside(block, []), inside(block, ones)])
      assert.equal(isPublicAddress(address), false, `${address} of ${block}`);
  fc.assert(
    fc.property(fc.constantFrom(...specialBlocks), bytes, (block, free) => {
      assert.equal(isPublicAddress(inside(block, free)), false);
    }),
    { numRuns: 10_000 },
  );
});

/** How an IPv6 address can carry an IPv4 one. */
const carriers: ((hex: string, hex2: string) => string)[] = [
  (a, b) => `::ffff:${a}:${b}`,
  (a, b) => `::${a}:${b}`,
  (a, b) => `::ffff:0:${a}:${b}`,
  (a, b) => `64:ff9b::${a}:${b}`,
  (a, b) => `64:ff9b:1::${a}:${b}`,
  (a, b) => `2002:${a}:${b}::1`,
  (a, b) => `2001:0:${a}:${b}::1`,
  (a, b) => `2001:0:4136:e378:8000:63bf:${flip(a)}:${flip(b)}`,
  (a, b) => `fe80::5efe:${a}:${b}`,
];
const flip = (hex: string) => (0xffff ^ Number.parseInt(hex, 16)).toString(16);

test('no IPv6 address that carries an IPv4 one is public, whatever it carries', () => {
  const four = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, fc.constantFrom(...carriers), ([a = 0, b = 0, c = 0, d = 0], carry) => {
      const carried = carry(((a << 8) | b).toString(16), ((c << 8) | d).toString(16));
      assert.equal(isPublicAddress(carried), false, carried);
    }),
    { numRuns: 10_000 },
  );
  assert.equal(isPublicAddress('::ffff:127.0.0.1'), false);
  assert.equal(isPublicAddress('::ffff:8.8.8.8'), false);
});

test('an address spelled in any way but the usual is none', () => {
  for (const block of fours) {
    const [a = 0, b = 0, c = 0, d = 0] = ipaddr.parse(inside(block, ones)).toByteArray();
    const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const octal = [a, b, c, d].map((part) => `0${part.toString(8)}`).join('.');
    const hexes = [a, b, c, d].map((part) => `0x${part.toString(16)}`).join('.');
    const spelled = [`${whole}`, `0x${whole.toString(16)}`, `0${whole.toString(8)}`, octal, hexes];
    for (const text of [...spelled, `${a}.${(b << 16) | (c << 8) | d}`, ` ${a}.${b}.${c}.${d}`])
      assert.equal(isPublicAddress(text), false, text);
  }
  for (const text of ['', 'localhost', '8.8.8.8.', '8.8.8', '134744072', '2606:4700::1%1', '[2606:4700::1]'])
    assert.equal(isPublicAddress(text), false, text);
});

test('addresses of the public internet are public', () => {
  const hosts = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '223.255.255.254', '100.63.255.255', '172.32.0.1'];
  for (const address of [...hosts, '2606:4700:4700::1111', '2a00:1450:4009:81f::200e', '2003::1'])
    assert.equal(isPublicAddress(address), true, address);
});
