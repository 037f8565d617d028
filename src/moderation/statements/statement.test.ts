import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DecisionFacts, restrictionKinds, statementOf } from './statement.ts';
import { statementParts, statementText } from './statement-parts.ts';

const style = { locale: 'en-GB', timeZone: 'Europe/London', months: 6 };
const facts: DecisionFacts = {
  ...{ id: 'd', at: '2026-03-12T07:00:00.000Z', kind: 'remove', byRole: 'moderator', source: null },
  ...{ noticeKind: null, heldFor: ['first'] },
  reason: { code: 'rule-3', label: 'Rule 3: No accusation without a source.', sentence: 'Nothing is cited.' },
  response: {
    ...{ id: 'c', number: 6, postedAt: '2026-03-11T07:00:00.000Z' },
    article: { id: 'a', title: 'The bridge is stuck', path: '/2026/03/11/bridge/', language: null },
  },
};
const textOf = (changes: Partial<DecisionFacts>) => {
  const statement = statementOf({ ...facts, ...changes });
  assert.ok(statement);
  return statementText(statement, style);
};

test('a statement of reasons says what, where, how long, on what facts, by which means, under which rule, and what can be done', () => {
  const text = textOf({});
  for (const sentence of [
    /Your response 6 to “The bridge is stuck” is removed/,
    /This holds everywhere/,
    /It has no end date/,
    /decided on 12 March 2026, 07:00 GMT by a moderator/,
    /without being asked to by anybody/,
    /No program picked out your response\. The decision was made by a person/,
    /Rule 3: No accusation without a source\.\n\nNothing is cited\./,
    /article 21/,
    /You may go to court/,
  ])
    assert.match(text, sentence);
});

test('a filter that held what was refused is automated detection; a policy that holds everybody is none', () => {
  const filtered = statementOf({ ...facts, kind: 'refuse', heldFor: ['first', 'links', 'unheard-of'] });
  assert.deepEqual(filtered?.filters, ['links', 'unheard-of']);
  assert.equal(filtered?.automatedDetection, true);
  assert.match(textOf({ kind: 'refuse', heldFor: ['links'] }), /A filter held your response.*more links/);
  assert.match(
    textOf({ kind: 'refuse', heldFor: ['learned'] }),
    /like responses that moderators here removed/,
  );
  assert.match(textOf({ kind: 'refuse', heldFor: ['first'] }), /No program picked out/);
  assert.match(
    textOf({ kind: 'remove', heldFor: ['links'] }),
    /No program picked out/,
    'it was released since',
  );
});

test('what a notice led to names its law and never who sent it; what is withheld says that nothing is decided', () => {
  const notice = { source: 'notice' as const, noticeKind: 'uk-s5' };
  const none = { code: null, label: null, sentence: null };
  const text = textOf({ ...notice, kind: 'withhold', reason: none });
  assert.match(text, /THE LEGAL GROUND\n\n.*section 5 of the Defamation Act 2013/);
  assert.match(text, /until the complaint is decided\. Nothing is decided yet/);
  assert.match(text, /We do not say here who it is from/);
  const legal = { code: 'legal', label: 'For a legal reason', sentence: null };
  assert.match(textOf({ reason: legal }), /For a legal reason\.\n\n.*cannot stay/);
});

test('of words that were erased no review is offered, and the statement says so and what is left', () => {
  const text = textOf({ kind: 'erase', reason: { code: 'privacy', label: null, sentence: null } });
  assert.match(text, /No review is offered of this: words that were erased cannot be brought back\./);
  assert.match(text, /complain to us, by the form at \/complain\/.*data protection authority/);
  assert.match(text, /You may go to court/);
  assert.doesNotMatch(text, /You may ask for a review/);
  assert.doesNotMatch(textOf({}), /No review is offered|\/complain\//);
});

test('what its writer wished, or what gave something back, needs no reasons', () => {
  const asked = { code: 'asked', label: 'Its writer asked for it.', sentence: null };
  assert.equal(statementOf({ ...facts, kind: 'erase', reason: asked }), null);
  for (const kind of ['release', 'restore', 'withdraw', 'unname', 'constructor'])
    assert.equal(statementOf({ ...facts, kind }), null, kind);
});

test('whatever was decided, no part of its statement is empty, and a person decided', () => {
  const word = fc.option(fc.constantFrom('rule-1', 'legal', 'other', 'privacy', 'x'), { nil: null });
  fc.assert(
    fc.property(
      fc.constantFrom(...restrictionKinds),
      fc.record({ code: word, label: word, sentence: word }),
      fc.constantFrom(null, 'report' as const, 'notice' as const),
      fc.array(fc.constantFrom('first', 'links', 'honeypot', 'other')),
      (kind, reason, source, heldFor) => {
        const statement = statementOf({ ...facts, kind, reason, source, heldFor });
        assert.ok(statement);
        assert.equal(statement.automatedDecision, false);
        const parts = statementParts(statement, style);
        assert.equal(parts.length, 5);
        for (const { heading, paragraphs } of parts)
          assert.ok(
            [heading, ...paragraphs].every((text) => text !== '' && text !== '.'),
            JSON.stringify(parts),
          );
      },
    ),
  );
});
