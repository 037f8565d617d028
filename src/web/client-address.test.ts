import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'hono';
import { readConfig } from '../config.ts';
import { clientAddress } from './client-address.ts';

const config = readConfig({ HUSTINGS_TRUSTED_PROXIES: '127.0.0.1, ::1' });

function addressOf(socket: string, forwarded?: string): string {
  const asked = {
    env: { incoming: { socket: { remoteAddress: socket } } },
    req: { header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined) },
  };
  return clientAddress(asked as unknown as Context, config);
}

test('a forwarded address is believed from a trusted proxy alone', () => {
  assert.equal(addressOf('198.51.100.7', '203.0.113.9'), '198.51.100.7');
  assert.equal(addressOf('127.0.0.1', '203.0.113.9'), '203.0.113.9');
  assert.equal(addressOf('::ffff:127.0.0.1', '10.0.0.1, 203.0.113.9, 127.0.0.1'), '203.0.113.9');
  assert.equal(addressOf('127.0.0.1'), '127.0.0.1');
});

test('one address has one spelling, and IPv6 counts by its first 64 bits', () => {
  for (const same of ['203.0.113.9:4711', '203.0.113.9', '::ffff:203.0.113.9', '[::ffff:cb00:7109]:80'])
    assert.equal(addressOf('127.0.0.1', same), '203.0.113.9', same);
  for (const same of ['2001:db8::1', '2001:0DB8:0:0:ffff::2', '[2001:db8::3]:443', '2001:db8::4%eth0'])
    assert.equal(addressOf('127.0.0.1', same), '2001:db8:0:0::/64', same);
  assert.equal(addressOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
});

test('what is no address is not believed: the proxy’s own stands for it', () => {
  for (const junk of ['unknown', '', 'a'.repeat(5000), '999.1.1.1', '<script>'])
    assert.equal(addressOf('127.0.0.1', `203.0.113.9, ${junk}`), '127.0.0.1', junk);
});
