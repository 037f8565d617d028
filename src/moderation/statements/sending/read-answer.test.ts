import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBatchAnswer } from './read-answer.ts';

const answer = (errors: unknown, puids: string[]) =>
  readBatchAnswer({ status: 422, body: Buffer.from(JSON.stringify({ message: 'No.', errors })) }, puids);

test('one statement counts as sent only where the answer says that it is there already', () => {
  for (const [errors, why] of [
    [{ puid: ['The puid has already been taken.'] }, null],
    [{ puid: ['The identifier given is not unique within this platform.'] }, null],
    [{ puid: ['No.'], existing_puids: ['a'] }, null],
    [{ puid: ['The puid format is invalid.'] }, 'The puid format is invalid.'],
    [{ puid: ['It exists already.', 'It is too long.'] }, 'It exists already. It is too long.'],
  ] as const)
    assert.deepEqual(answer(errors, ['a']), { is: 'settled', places: new Map([[0, why]]) });
  for (const puid of [[], 'taken', [1], {}]) assert.equal(answer({ puid }, ['a']).is, 'unclear');
  assert.equal(answer({ puid: ['The puid has already been taken.'] }, ['a', 'b']).is, 'unclear');
  assert.deepEqual(answer({ existing_puids: ['b'] }, ['a', 'b']), {
    is: 'settled',
    places: new Map([[1, null]]),
  });
});
