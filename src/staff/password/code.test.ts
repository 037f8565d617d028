import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openTestSite } from '../../../test/support/site.ts';
import { authenticatorLink, newAuthenticatorSecret, newRecoveryCodes, readCode, stepOf } from './code.ts';
import { readNewPassword } from './password.ts';

const ann = { name: 'Ann Osei', email: 'ann@ledger.example' };

test('codes are those of RFC 6238, appendix B', async () => {
  const secret = '12345678901234567890';
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ] as const)
    assert.equal(await stepOf(secret, code, new Date(seconds * 1000)), Math.floor(seconds / 30));
});

test('a code counts in its half minute and in those beside it, and in no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 4_000_000_000 }),
      fc.integer({ min: -4, max: 4 }),
      async (at, off) => {
        const { createOTP } = await import('@better-auth/utils/otp');
        const step = Math.floor(at / 30) + off;
        if (step < 0) return;
        const found = await stepOf(
          'a secret of ours',
          await createOTP('a secret of ours').hotp(step),
          new Date(at * 1000),
        );
        if (Math.abs(off) <= 1) assert.ok(found !== null && Math.abs(found - step) <= 2);
        else assert.notEqual(found, step);
      },
    ),
    { numRuns: 200 },
  );
});

test('an authenticator is told the publication, the account and a secret of 132 bits', async () => {
  const site = await openTestSite('sqlite');
  const secret = newAuthenticatorSecret(site);
  const { address, text } = authenticatorLink(secret, { email: ann.email, url: 'https://ledger.example' });
  assert.match(
    address,
    /^otpauth:\/\/totp\/ledger\.example:ann%40ledger\.example\?secret=[A-Z2-7]{36}&issuer=ledger\.example/,
  );
  assert.match(text, /^(?:[A-Z2-7]{4} ){8}[A-Z2-7]{4}$/);
  assert.notEqual(newAuthenticatorSecret(site), secret);
});

test('ten recovery codes are all different, and read the same however they are typed', async () => {
  const codes = newRecoveryCodes(await openTestSite('sqlite'));
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    assert.equal(readCode(` ${code.toUpperCase().replace('-', ' ')} `), code.replace('-', ''));
  }
});

test('a password has twelve characters or more, and is not its owner’s name', () => {
  const codeOf = (text: string) => {
    const read = readNewPassword(text, ann);
    return read.ok ? 'ok' : read.code;
  };
  assert.equal(codeOf('correct horse battery'), 'ok');
  assert.equal(codeOf('short words'), 'password-short');
  assert.equal(codeOf('🔒'.repeat(11)), 'password-short');
  assert.equal(codeOf('x y z w '.repeat(17)), 'password-long');
  for (const text of ['aaaaaaaaaaaaaaa', 'ann@ledger.example', 'Ann Osei Ann Osei', '121212121212'])
    assert.equal(codeOf(text), 'password-known', text);
  const composed = readNewPassword('Caf\u00e9 au lait, twice', ann);
  const apart = readNewPassword('Cafe\u0301 au lait, twice', ann);
  assert.deepEqual(composed, apart);
});

test('whatever is typed as a new password is taken or refused with a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const read = readNewPassword(text, ann);
      if (!read.ok) assert.match(read.sentence, /^[A-Z].*\.$/);
    }),
  );
});
