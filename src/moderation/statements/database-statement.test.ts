import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { readCategories } from '../../publication/statement-categories.ts';
import { removeComment } from '../decide.ts';
import { contentLanguage } from './content-language.ts';
import { type DatabaseStatement, databaseStatement } from './database-statement.ts';
import { statementLines } from './export-statements.ts';
import { faultsOf } from './fixtures.ts';
import { type DecisionFacts, restrictionKinds, restrictions, statementOf } from './statement.ts';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `Zanzibarquux ${text}`);
const facts: fc.Arbitrary<DecisionFacts> = fc.record({
  id: fc.uuid(),
  at: fc.constant('2026-03-12T07:00:00.000Z'),
  kind: fc.constantFrom(...restrictionKinds),
  byRole: fc.constantFrom('moderator', 'owner', 'program'),
  reason: fc.record({
    code: fc.constantFrom(null, 'rule-1', 'rule-3', 'other', 'legal', 'privacy', 'court-order', 'copyright'),
    label: fc.option(fc.constant(`Rule 3: ${'No accusation without a source. '.repeat(30)}`)),
    sentence: fc.option(words),
  }),
  source: fc.constantFrom(null, 'report', 'notice'),
  noticeKind: fc.constantFrom(null, 'uk-s5', 'dsa-16', 'copyright', 'personal-data', 'accuracy'),
  heldFor: fc.subarray(['first', 'links', 'words']),
  response: fc.record({
    id: fc.uuid(),
    number: fc.option(fc.nat()),
    postedAt: fc.constant('2026-03-11T07:00:00.000Z'),
    article: fc.record({ id: fc.uuid(), title: words, path: words, language: fc.constantFrom(null, 'cy') }),
  }),
});

test('every statement passes the database’s own rules, and tells no word of anybody', () => {
  const categories = readCategories('rule-3 = CYBER_VIOLENCE') ?? assert.fail();
  fc.assert(
    fc.property(facts, fc.constantFrom(...restrictions), (decided, restriction) => {
      const statement = statementOf(decided);
      assert.ok(statement);
      const until = { kind: 'until' as const, until: '2026-04-12T07:00:00.000Z' };
      const line = databaseStatement(
        { ...statement, restriction, duration: until },
        { categories, locale: 'en-GB' },
      );
      assert.deepEqual(faultsOf(line), [], JSON.stringify(line));
      assert.doesNotMatch(JSON.stringify(line), /Zanzibarquux/);
      assert.equal(line.puid, decided.id);
      assert.equal(line.content_language, decided.response.article.language === 'cy' ? 'CY' : 'EN');
      const says = line.incompatible_content_explanation ?? 'a law';
      assert.equal(/broke this rule/.test(says), statement.ground.kind === 'rule', says);
      if (statement.ground.kind === 'rule' && decided.reason.code === 'rule-3')
        assert.equal(line.category, 'STATEMENT_CATEGORY_CYBER_VIOLENCE');
    }),
    { numRuns: 500 },
  );
  const broken = { ...({} as DatabaseStatement), puid: 'a b', category: 'NONE' };
  for (const key of ['a decision', 'puid', 'category', 'content_date', 'source_type'])
    assert.ok(faultsOf(broken).includes(key), key);
});

test('the language is that database’s own code, or none; an end that it cannot take is none', () => {
  assert.deepEqual(['en-GB', 'cy', 'zh-Hant-TW', 'fil', 'sh', '', 'x-quay'].map(contentLanguage), [
    'EN',
    'CY',
    'ZH',
    null,
    null,
    null,
    null,
  ]);
  const decided = fc.sample(facts, 1)[0] ?? assert.fail();
  const statement = statementOf(decided) ?? assert.fail();
  const style = { categories: new Map(), locale: 'fil' };
  for (const [until, end] of [
    ['2038-01-01T07:00:00.000Z', '2038-01-01'],
    ['2038-01-02T07:00:00.000Z', undefined],
  ] as const) {
    const duration = { kind: 'until' as const, until };
    const line = databaseStatement({ ...statement, restriction: 'suspended', duration }, style);
    assert.equal(line.end_date_account_restriction, end);
  }
});

test('categories are read line by line, and what is none is refused', () => {
  assert.deepEqual(
    [...(readCategories(' rule-1 = VIOLENCE \n\nother=SELF_HARM') ?? [])],
    [
      ['rule-1', 'VIOLENCE'],
      ['other', 'SELF_HARM'],
    ],
  );
  for (const wrong of [
    'rule-1',
    'rule-1 = NICE',
    'rule-0 = VIOLENCE',
    'rule-1 = VIOLENCE\nrule-1 = VIOLENCE',
  ])
    assert.equal(readCategories(wrong), null, wrong);
});

onBothEngines('exported statements', (engine) => {
  test('are those of the days asked for, in their order, the same each time', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'statements.categories', 'rule-1 = SCAMS_AND_FRAUD');
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    const moderator = { actor: { role: 'moderator' as const }, staffId: null };
    const reason = { code: 'rule-1', label: 'Rule 1: No advertisements.', sentence: 'You sold boats.' };
    for (const [name, at] of [
      ['a', '2026-03-12T23:59:59.999Z'],
      ['b', '2026-03-13T00:00:00.000Z'],
      ['c', '2026-03-14T09:00:00.000Z'],
    ] as const) {
      const { id } = granted(await send(site, { articleId, text: name, name: `N ${name}`, secret: name }));
      site.clock.set(at);
      granted(await removeComment(site, { id, moderator, reason }));
    }
    const linesOf = async (from: string, to: string) => {
      const lines: DatabaseStatement[] = [];
      const period = { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` };
      for await (const line of statementLines(site.store.read, period)) lines.push(JSON.parse(line));
      return lines;
    };
    const all = await linesOf('2026-03-01', '2026-04-01');
    assert.deepEqual(
      all.map((line) => line.application_date),
      ['2026-03-12', '2026-03-13', '2026-03-14'],
    );
    assert.deepEqual(all.flatMap(faultsOf), []);
    assert.deepEqual(
      new Set(all.map(({ category }) => category)),
      new Set(['STATEMENT_CATEGORY_SCAMS_AND_FRAUD']),
    );
    assert.doesNotMatch(JSON.stringify(all), /sold boats|N a/);
    assert.deepEqual(await linesOf('2026-03-13', '2026-03-15'), all.slice(1));
  });
});
