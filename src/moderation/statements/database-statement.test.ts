import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { readCategories, statementCategories } from '../../publication/statement-categories.ts';
import { removeComment } from '../decide.ts';
import { type DatabaseStatement, databaseStatement } from './database-statement.ts';
import { statementLines } from './export-statements.ts';
import { type DecisionFacts, restrictionKinds, restrictions, statementOf } from './statement.ts';

/** The rules of the database's own `StatementStoreRequest`, as far as they are told apart from their source. */
function faultsOf(line: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const text = (key: string, most: number) => {
    const value = line[key];
    must(typeof value === 'string' && value !== '' && value.length <= most, key);
  };
  const oneOf = (key: string, values: readonly string[]) => must(values.includes(String(line[key])), key);
  const manyOf = (key: string, values: readonly string[]) => {
    const list = line[key];
    must(Array.isArray(list) && list.length > 0 && list.every((each) => values.includes(each)), key);
  };
  const prefixed = (prefix: string, ...names: string[]) => names.map((name) => `${prefix}_${name}`);
  const decisions = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account'];
  must(
    decisions.some((key) => line[key] !== undefined),
    'a decision',
  );
  if (line.decision_visibility !== undefined)
    manyOf('decision_visibility', [
      ...prefixed('DECISION_VISIBILITY_CONTENT', 'REMOVED', 'DISABLED', 'DEMOTED', 'AGE_RESTRICTED'),
      ...prefixed('DECISION_VISIBILITY', 'CONTENT_INTERACTION_RESTRICTED', 'CONTENT_LABELLED', 'OTHER'),
    ]);
  if (line.decision_account !== undefined)
    oneOf('decision_account', prefixed('DECISION_ACCOUNT', 'SUSPENDED', 'TERMINATED'));
  oneOf('decision_ground', prefixed('DECISION_GROUND', 'ILLEGAL_CONTENT', 'INCOMPATIBLE_CONTENT'));
  if (line.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT') {
    text('illegal_content_legal_ground', 500);
    text('illegal_content_explanation', 2000);
  } else {
    text('incompatible_content_ground', 500);
    text('incompatible_content_explanation', 2000);
    if (line.incompatible_content_illegal !== undefined) oneOf('incompatible_content_illegal', ['Yes', 'No']);
  }
  const types = ['APP', 'AUDIO', 'IMAGE', 'PRODUCT', 'SYNTHETIC_MEDIA', 'TEXT', 'VIDEO', 'OTHER'];
  manyOf('content_type', prefixed('CONTENT_TYPE', ...types));
  oneOf('category', prefixed('STATEMENT_CATEGORY', ...statementCategories));
  const days = ['content_date', 'application_date', 'end_date_account_restriction'];
  for (const key of days)
    if (key !== 'end_date_account_restriction' || line[key] !== undefined)
      must(/^\d{4}-\d\d-\d\d$/.test(String(line[key])), key);
  text('decision_facts', 5000);
  oneOf('source_type', [
    ...prefixed('SOURCE', 'ARTICLE_16', 'TRUSTED_FLAGGER', 'TYPE_OTHER_NOTIFICATION', 'VOLUNTARY'),
  ]);
  oneOf('automated_detection', ['Yes', 'No']);
  oneOf('automated_decision', prefixed('AUTOMATED_DECISION', 'FULLY', 'PARTIALLY', 'NOT_AUTOMATED'));
  must(/^[A-Za-z0-9-_]+$/.test(String(line.puid)) && String(line.puid).length <= 500, 'puid');
  return faults;
}

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
      const line = databaseStatement({ ...statement, restriction, duration: until }, categories);
      assert.deepEqual(faultsOf(line), [], JSON.stringify(line));
      assert.doesNotMatch(JSON.stringify(line), /Zanzibarquux/);
      assert.equal(line.puid, decided.id);
      if (statement.ground.kind === 'rule' && decided.reason.code === 'rule-3')
        assert.equal(line.category, 'STATEMENT_CATEGORY_CYBER_VIOLENCE');
    }),
    { numRuns: 500 },
  );
  const broken = { ...({} as DatabaseStatement), puid: 'a b', category: 'NONE' };
  for (const key of ['a decision', 'puid', 'category', 'content_date', 'source_type'])
    assert.ok(faultsOf(broken).includes(key), key);
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
