import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandOf, commands, digitOf, firstKeys, readKeys, reasonAt } from './queue-keys.ts';

test('whatever keys are read, each means one command, in either case', () => {
  const chosen = fc.record(Object.fromEntries(commands.map((name) => [name, fc.anything()])));
  const letters = fc
    .uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäçñ?/;'), {
      minLength: commands.length,
      maxLength: commands.length,
    })
    .map((keys) => Object.fromEntries(commands.map((name, index) => [name, keys[index]])));
  fc.assert(
    fc.property(fc.oneof(chosen, letters), (typed) => {
      const keys = readKeys(typed as Record<string, unknown>);
      if (keys === null) return;
      for (const command of commands) {
        assert.equal(commandOf(keys, keys[command]), command);
        assert.equal(commandOf(keys, keys[command].toUpperCase().slice(0, 1)), command);
      }
    }),
  );
  fc.assert(fc.property(letters, (typed) => readKeys(typed) !== null));
});

test('keys are refused that stand twice, are missing, are digits or more than one character', () => {
  assert.deepEqual(readKeys(firstKeys), firstKeys);
  for (const wrong of [{ next: 'k' }, { undo: '' }, { release: '1' }, { remove: 'del' }, { help: undefined }])
    assert.equal(readKeys({ ...firstKeys, ...wrong }), null, JSON.stringify(wrong));
  assert.equal(readKeys({}), null);
});

test('the digits choose ten reasons, in their order', () => {
  for (let index = 0; index < 10; index += 1) assert.equal(reasonAt(digitOf(index) ?? ''), index);
  assert.deepEqual([digitOf(9), digitOf(10)], ['0', null]);
  assert.deepEqual([reasonAt('x'), reasonAt('F1'), reasonAt('')], [null, null, null]);
});
