import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { openCheckpoint } from './checkpoint.ts';
import { cosignaturesBy } from './cosignature.ts';
import { keyTypes, type NoteVerifier, readNote, readVerifierKey, verifierKey } from './signed-note.ts';

/** A checkpoint of another log as it was published in May 2026, signed by its log and by four public witnesses. */
const published = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`;
const logKey =
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f';
const witnessKey = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
const witness = readVerifierKey(witnessKey, keyTypes.cosignature) ?? assert.fail('a witness’s key');

const cosigned = (note: string, by: NoteVerifier = witness) =>
  cosignaturesBy(by, readNote(note) ?? assert.fail(note));

describe('a cosignature', () => {
  test('of a public witness under another log’s checkpoint holds, and its time is read; the log’s own does too', () => {
    assert.deepEqual(
      cosigned(published)?.map(({ seconds }) => new Date(seconds * 1000).toISOString()),
      ['2026-05-23T21:50:24.000Z'],
    );
    const log = readVerifierKey(logKey) ?? assert.fail('a log’s key');
    assert.equal(openCheckpoint(published, log)?.size, 1_432_088_532);
    assert.equal(verifierKey(witness, keyTypes.cosignature), witnessKey);
    assert.equal(readVerifierKey(witnessKey), null, 'a key that cosigns is none that signs');
    assert.equal(readVerifierKey(logKey, keyTypes.cosignature), null);
  });

  test('is none for another size, root, line or time, and none by another key', () => {
    assert.equal(cosigned(published.replace('1432088532', '1432088533')), null);
    assert.equal(cosigned(published.replace('U7WM79', 'V7WM79')), null);
    assert.equal(cosigned(published.replace('C4Ro=\n', 'C4Ro=\nmore\n')), null);
    assert.equal(cosigned(published.replace('2net5wAAAABqEiEg', '2net5wAAAABqEiEh')), null);
    assert.equal(cosigned(published.replace('2net5wAAAABqEiEgPl', '2net5w')), null, 'too short');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const other = { name: witness.name, publicKey: bytes };
    assert.deepEqual(cosigned(published, other), [], 'the name alone is not enough');
    const time = Buffer.alloc(8, 255); // later than any number that is told exactly
    const { text } = readNote(published) ?? assert.fail();
    const message = Buffer.from(`cosignature/v1\ntime ${time.readBigUInt64BE()}\n${text}`);
    const id = Buffer.from(verifierKey(other, keyTypes.cosignature).split('+')[1] ?? '', 'hex');
    const far = Buffer.concat([id, time, sign(null, message, privateKey)]).toString('base64');
    assert.equal(cosigned(`${published}— ${other.name} ${far}\n`, other), null);
  });
});
