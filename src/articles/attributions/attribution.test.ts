import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionInput } from './attribution.ts';

const taken = (asked: string) =>
  attributionInput.safeParse({ sources: [], replies: [{ named: 'Harbour board', came: 'none', asked }] })
    .success;

test('a day on which a reply was sought is no telephone number, however it is written', () => {
  for (const day of ['2026-03-01', 'On 2026-03-01 and 2026-03-02', 'on 12 and 13 March', '1/3/2026'])
    assert.equal(taken(day), true, day);
});

test('what could lead to a source is refused', () => {
  for (const lead of [
    '01632 960 123',
    '+44 1632 960123',
    'ann@ledger.example',
    'www.ledger.example',
    'https://x.example',
  ])
    assert.equal(taken(lead), false, lead);
  assert.equal(taken('2026-03-01, 01632 960 123'), false);
});
