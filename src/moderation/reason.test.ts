import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReason, readTypedReason, reasonsOf } from './reason.ts';

const settings = { rules: 'Argue with what was said.\nNo accusation without a source.' };
const typed = (text: string) => {
  const read = readTypedReason(settings, text);
  return read.ok ? [read.value.code, read.value.sentence] : read.code;
};

test('a reason from a terminal is a rule by its number, the law, or a sentence of one’s own', () => {
  assert.deepEqual(typed('rule 2'), ['rule-2', null]);
  assert.deepEqual(typed('2'), ['rule-2', null]);
  assert.deepEqual(typed('Rule 2. No source is given.'), ['rule-2', 'No source is given.']);
  assert.deepEqual(typed('legal: it names a juror'), ['legal', 'it names a juror']);
  assert.deepEqual(typed('Other people are insulted.'), ['other', 'Other people are insulted.']);
  assert.deepEqual(typed('Legal advice says no'), ['other', 'Legal advice says no']);
  assert.deepEqual(typed('7 lies in one line'), ['other', '7 lies in one line']);
  for (const nothing of ['', ' ', 'other', 'Legal.', 'legal: ']) assert.equal(typed(nothing), 'no-sentence');
});

test('the law or another reason is never given without a sentence, a rule may be', () => {
  const known = fc.constantFrom(...reasonsOf(settings).map(({ code }) => code));
  fc.assert(
    fc.property(fc.oneof(known, fc.string()), fc.string(), (code, sentence) => {
      const read = readReason(settings, { code, sentence });
      const isKnown = reasonsOf(settings).some((reason) => reason.code === code);
      const needs = code === 'legal' || code === 'other';
      if (!isKnown) assert.equal(read.ok ? null : read.code, 'no-reason');
      else if (needs && sentence.trim() === '') assert.equal(read.ok ? null : read.field, 'sentence');
      else assert.equal(read.ok && read.value.sentence, sentence.trim() || null);
    }),
  );
});
