import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { addStaff, type NewStaff } from './add-staff.ts';
import { disableStaff } from './disable-staff.ts';
import { hasStaff, listStaff, ownerWithoutCredential, staffByEmail } from './queries.ts';

const ann = { name: 'Ann Osei', email: 'ann@ledger.example', role: 'owner' };
const bob = { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' };

/** A second passes first, so that whoever comes later sorts later. */
function addLater(site: TestSite, input: NewStaff) {
  site.clock.pass(1_000);
  return addStaff(site, input);
}

async function entries(site: TestSite): Promise<string[]> {
  const rows = await site.store.read
    .selectFrom('record_entries')
    .select(['action', 'visibility'])
    .orderBy('id')
    .execute();
  return rows.map((row) => `${row.action} ${row.visibility}`);
}

const giveCredential = (site: TestSite, userId: string) =>
  site.store.write((tx) =>
    sql`INSERT INTO staff_accounts (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
      VALUES (${`credential of ${userId}`}, 'a', 'credential', ${userId}, '2026-03-12T07:00:00.000Z',
        '2026-03-12T07:00:00.000Z')`.execute(tx),
  );

onBothEngines('the staff', (engine) => {
  test('somebody who is added is found by the address in any letter case, and the record knows', async () => {
    const site = await openTestSite(engine);
    assert.equal(await hasStaff(site), false);
    const added = await addStaff(site, { ...ann, name: ' Ann Osei ', email: ' Ann@Ledger.example ' });
    assert.ok(added.ok);
    assert.deepEqual(added.value, { ...ann, id: added.value.id });
    assert.deepEqual(await staffByEmail(site.store.read, 'ANN@ledger.EXAMPLE'), {
      ...added.value,
      disabledAt: null,
    });
    assert.equal(await hasStaff(site), true);
    assert.deepEqual(await entries(site), ['staff.add private']);
  });

  test('what cannot be added is refused with a sentence that names the field, and nothing is written', async () => {
    const site = await openTestSite(engine);
    await addStaff(site, ann);
    const refused = async (input: Partial<typeof ann>) => {
      const outcome = await addStaff(site, { ...bob, ...input });
      assert.ok(!outcome.ok);
      assert.match(outcome.sentence, /^[A-Z“].*\.$/);
      return `${outcome.code} ${outcome.field}`;
    };
    assert.equal(await refused({ name: '  ' }), 'name-missing name');
    assert.equal(await refused({ email: 'bob' }), 'email-invalid email');
    assert.equal(await refused({ email: 'bob@localhost' }), 'email-invalid email');
    assert.equal(await refused({ role: 'admin' }), 'role-unknown role');
    assert.equal(await refused({ email: 'ANN@LEDGER.EXAMPLE' }), 'email-taken email');
    assert.deepEqual(
      (await listStaff(site)).map((staff) => staff.name),
      ['Ann Osei'],
    );
    assert.deepEqual(await entries(site), ['staff.add private']);
  });

  test('of ten people added at once with one address, one is', async () => {
    const site = await openTestSite(engine);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => addStaff(site, ann)));
    assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1);
    assert.equal((await listStaff(site)).length, 1);
  });

  test('a disabled account stays in the list with its time, and is not disabled twice', async () => {
    const site = await openTestSite(engine);
    await addLater(site, ann);
    await addLater(site, { ...bob, role: 'author' });
    site.clock.set('2026-03-13T09:30:00.000Z');
    assert.ok((await disableStaff(site, 'BOB@ledger.example')).ok);
    assert.deepEqual(
      (await listStaff(site)).map((staff) => staff.disabledAt),
      [null, '2026-03-13T09:30:00.000Z'],
    );
    const again = await disableStaff(site, bob.email);
    assert.equal(!again.ok && again.code, 'staff-disabled');
    const nobody = await disableStaff(site, 'nobody@ledger.example');
    assert.equal(!nobody.ok && nobody.code, 'staff-unknown');
    assert.deepEqual(await entries(site), [
      'staff.add private',
      'staff.add private',
      'staff.disable private',
    ]);
  });

  test('the last active owner cannot be disabled, even when two owners are disabled at once', async () => {
    const site = await openTestSite(engine);
    await addLater(site, ann);
    await addLater(site, bob);
    const outcomes = await Promise.all([disableStaff(site, ann.email), disableStaff(site, bob.email)]);
    const refused = outcomes.filter((outcome) => !outcome.ok);
    assert.equal(refused.length, 1);
    assert.match(refused[0]?.sentence ?? '', /is the last owner\. Add another owner/);
    assert.equal((await listStaff(site)).filter((staff) => staff.disabledAt === null).length, 1);
  });

  test('an owner needs a link until an active owner has a credential', async () => {
    const site = await openTestSite(engine);
    assert.equal(await ownerWithoutCredential(site), null);
    await addLater(site, { ...bob, role: 'editor', email: 'ed@ledger.example' });
    assert.equal(await ownerWithoutCredential(site), null);
    const first = await addLater(site, ann);
    const second = await addLater(site, bob);
    assert.ok(first.ok && second.ok);
    assert.deepEqual(await ownerWithoutCredential(site), first.value);
    await giveCredential(site, second.value.id);
    assert.equal(await ownerWithoutCredential(site), null);
    await disableStaff(site, bob.email);
    assert.deepEqual(await ownerWithoutCredential(site), first.value);
  });
});
