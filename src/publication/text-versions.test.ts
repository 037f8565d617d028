import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { verifyPublication } from '../audit/verify-publication.ts';
import { readDocument } from './queries.ts';
import { documentVersions, type TextVersion, textAt } from './text-versions.ts';

onBothEngines('the wordings of the publication’s own texts', (engine) => {
  test('are kept from the first that a reader can have relied on', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'rules', 'Be brief.');
    const first = await readDocument(site.store.read, 'rules');
    assert.deepEqual(
      first.map(({ number, since, until, texts }) => [number, since, until, texts.rules]),
      [[1, '2026-03-12T07:00:00.000Z', null, 'Be brief.']],
    );
    await publishSample(site);
    site.clock.set('2026-05-03T10:00:00.000Z');
    await setSetting(site, 'page.rules', 'We decide by day.');
    await setSetting(site, 'page.about', 'Four people above a chandlery.');
    const after = await readDocument(site.store.read, 'rules');
    assert.deepEqual(
      after.map(({ number, since, until, texts }) => [number, since, until, texts.rules]),
      [
        [1, '2026-03-12T07:00:00.000Z', '2026-05-03T10:00:00.000Z', 'Be brief.'],
        [2, '2026-05-03T10:00:00.000Z', null, 'Be brief.'],
      ],
    );
    assert.equal(after[1]?.texts['page.rules'], 'We decide by day.');
    const about = await readDocument(site.store.read, 'about');
    assert.deepEqual(
      about.map(({ since, until }) => [since, until]),
      [
        [null, '2026-05-03T10:00:00.000Z'],
        ['2026-05-03T10:00:00.000Z', null],
      ],
      'what was there before anybody decided is kept too',
    );
  });

  test('agree with the record at whatever speed the clock goes', async () => {
    const site = await openTestSite(engine);
    const now = () => {
      site.clock.pass(1);
      return site.clock.now();
    };
    await setSetting({ ...site, clock: { ...site.clock, now } }, 'rules', 'Be brief.');
    assert.deepEqual(await verifyPublication(site.store.read), []);
  });

  test('agree with the record; one changed, lost or put in by hand is found', async () => {
    const site = await openTestSite(engine);
    await publishSample(site);
    await setSetting(site, 'rules', 'Be brief.');
    site.clock.pass(60_000);
    await setSetting(site, 'rules', 'Be brief.\nBe kind.');
    assert.deepEqual(await verifyPublication(site.store.read), []);
    const faults = async () => (await verifyPublication(site.store.read)).map(({ sentence }) => sentence);
    const edit = (number: number, set: { text?: string; since?: string; number?: number }) =>
      site.store.write((tx) =>
        tx
          .updateTable('text_versions')
          .set(set)
          .where('key', '=', 'rules')
          .where('number', '=', number)
          .execute(),
      );
    await edit(2, { text: 'Be silent.' });
    assert.deepEqual(await faults(), ['The text rules has a wording 2 that no entry commits to.']);
    await edit(2, { text: 'Be brief.' });
    await edit(3, { since: '2020-01-01T00:00:00.000Z' });
    assert.deepEqual(await faults(), ['The text rules has a wording 3 of another day than its entry.']);
    await edit(3, { since: '2026-03-12T07:01:00.000Z' });
    await edit(1, { number: 9 });
    assert.deepEqual(await faults(), ['The text rules has lost its wording 1.']);
    await edit(9, { number: 1 });
    await site.store.write((tx) =>
      tx.updateTable('settings').set({ value: 'Be gone.' }).where('key', '=', 'rules').execute(),
    );
    assert.deepEqual(await faults(), ['The text rules does not read as its last wording does.']);
    await site.store.write((tx) =>
      tx.deleteFrom('record_entries').where('action', '=', 'setting.change').execute(),
    );
    assert.deepEqual(await faults(), ['The text rules has more wordings than entries.']);
  });
});

const moment = fc
  .integer({ min: 0, max: 50 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
const history = fc
  .record({ rules: fc.array(moment), page: fc.array(moment), unknown: fc.boolean() })
  .map(({ rules, page, unknown }) => {
    const versions = (key: 'rules' | 'page.rules', days: string[]): TextVersion[] =>
      [...new Set(days)].sort().map((since, index) => ({
        ...{ key, number: index + 1, text: `${key} ${index + 1}` },
        since: unknown && index === 0 ? null : since,
      }));
    return [...versions('rules', rules), ...versions('page.rules', page)];
  });
const now = { rules: 'rules now', 'page.rules': 'page now' } as never;

test('the wordings of a page follow one another without gap or double, and each reads as its texts then did', () => {
  fc.assert(
    fc.property(history, (kept) => {
      const versions = documentVersions(['rules', 'page.rules'], kept, now);
      assert.ok(versions.length > 0);
      for (const [index, { number, since, until, texts }] of versions.entries()) {
        assert.equal(number, index + 1);
        assert.equal(until, versions[index + 1]?.since ?? null);
        if (until !== null && since !== null) assert.ok(since < until);
        assert.notDeepEqual(texts, versions[index + 1]?.texts);
        const at = since ?? '';
        assert.equal(texts.rules, textAt(kept, { key: 'rules', at }) ?? 'rules now');
      }
    }),
  );
});
