import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { addStaff } from '../add-staff.ts';
import { changeRole } from '../change-role.ts';
import { disableStaff } from '../disable-staff.ts';
import { makeSignInLink } from '../make-sign-in-link.ts';
import { atTerminal } from '../manager.ts';
import { listStaff } from '../queries.ts';
import { readRoster } from '../roster.ts';
import { currentStaff } from '../session.ts';
import { createSignInLink, useSignInLink } from '../sign-in.ts';
import type { Staff } from '../staff.ts';
import { acceptInvitation, findInvitation } from './accept-invitation.ts';
import { invite } from './invite.ts';
import { openInvitations } from './queries.ts';
import { renewInvitation, withdrawInvitation } from './renew-invitation.ts';

const imogen = { name: 'Imogen Thrale', email: 'imogen@ledger.example', role: 'author' };
const day = 86_400_000;

async function ownedSite(engine: EngineName): Promise<{ site: TestSite; owner: Staff }> {
  const site = await openTestSite(engine);
  const ann = { name: 'Ann Osei', email: 'ann@ledger.example', role: 'owner' };
  return { site, owner: granted(await addStaff(site, ann)) };
}

const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';
const accept = (site: TestSite, token: string) => acceptInvitation(site, token, new Headers());

async function codeOf(outcome: Promise<{ ok: boolean; code?: string }>): Promise<string> {
  const { ok, code } = await outcome;
  return ok ? 'ok' : (code ?? '');
}

onBothEngines('invitations', (engine) => {
  test('whoever accepts is on the staff and signed in; before that they are not', async () => {
    const { site, owner } = await ownedSite(engine);
    const by = { staffId: owner.id };
    const { link } = granted(await invite(site, by, { ...imogen, email: ' Imogen@Ledger.example ' }));
    assert.match(link.url, /^https:\/\/ledger\.example\/desk\/join\/\?token=[\w-]{43}$/);
    assert.equal(link.expiresAt, '2026-03-19T07:00:00.000Z');
    assert.deepEqual(
      (await listStaff(site)).map(({ name }) => name),
      ['Ann Osei'],
    );
    const { setCookies } = granted(await accept(site, tokenOf(link.url)));
    const cookie = setCookies.map((each) => each.split(';')[0]).join('; ');
    const joined = await currentStaff(site, new Headers({ cookie }));
    assert.deepEqual(joined, { id: joined?.id, ...imogen });
    assert.deepEqual(await openInvitations(site.store.read), []);
    const rows = await site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility'])
      .orderBy('id')
      .execute();
    assert.deepEqual(
      rows.map((row) => `${row.action} ${row.visibility}`),
      ['staff.add private', 'staff.invite private', 'staff.add private', 'staff.sign-in private'],
    );
  });

  test('the database keeps a link only as a hash', async () => {
    const { site } = await ownedSite(engine);
    const { link } = granted(await invite(site, atTerminal, imogen));
    const kept = await site.store.read.selectFrom('staff_invitation_links').selectAll().execute();
    assert.equal(kept.length, 1);
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(tokenOf(link.url)));
  });

  test('of fifty who use one link at once, one comes in; the others are told that it was used', async () => {
    const { site } = await ownedSite(engine);
    const { link } = granted(await invite(site, atTerminal, imogen));
    const token = tokenOf(link.url);
    const uses = await Promise.all(Array.from({ length: 50 }, () => codeOf(accept(site, token))));
    assert.deepEqual(uses.filter((code) => code === 'ok').length, 1);
    assert.ok(uses.every((code) => ['ok', 'invitation-used', 'email-taken'].includes(code)));
    assert.equal(await codeOf(accept(site, token)), 'invitation-used');
    assert.equal((await listStaff(site)).length, 2);
  });

  test('it stands for seven days, not longer; renewed, for seven more, by a new link alone', async () => {
    const { site } = await ownedSite(engine);
    const { link, invitation } = granted(await invite(site, atTerminal, imogen));
    site.clock.pass(7 * day - 1);
    assert.ok((await findInvitation(site, site.store.read, tokenOf(link.url))).ok);
    site.clock.pass(1);
    assert.equal(await codeOf(accept(site, tokenOf(link.url))), 'invitation-expired');
    const renewed = granted(await renewInvitation(site, atTerminal, invitation.id));
    assert.equal(await codeOf(accept(site, tokenOf(link.url))), 'invitation-unknown');
    site.clock.pass(6 * day);
    assert.ok((await accept(site, tokenOf(renewed.link.url))).ok);
    assert.equal(await codeOf(renewInvitation(site, atTerminal, invitation.id)), 'invitation-unknown');
    assert.equal(await codeOf(withdrawInvitation(site, atTerminal, invitation.id)), 'invitation-unknown');
  });

  test('a withdrawn one brings nobody in, nor does one by an owner whose account was closed since', async () => {
    const { site, owner } = await ownedSite(engine);
    const first = granted(await invite(site, atTerminal, imogen));
    assert.ok((await withdrawInvitation(site, atTerminal, first.invitation.id)).ok);
    assert.equal(await codeOf(accept(site, tokenOf(first.link.url))), 'invitation-withdrawn');
    const second = granted(await invite(site, { staffId: owner.id }, imogen));
    await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' });
    assert.ok((await disableStaff(site, owner.email)).ok);
    assert.equal(await codeOf(accept(site, tokenOf(second.link.url))), 'invitation-withdrawn');
    assert.equal(await codeOf(invite(site, { staffId: owner.id }, imogen)), 'not-owner');
  });

  test('an owner who is one no longer comes back by no invitation and no link of their own making', async () => {
    for (const end of ['demoted', 'closed'] as const) {
      const { site, owner } = await ownedSite(engine);
      const rogue = granted(
        await addStaff(site, { name: 'Cy Marr', email: 'cy@ledger.example', role: 'owner' }),
      );
      const by = { staffId: rogue.id };
      const back = { name: 'Cy Again', email: 'again@ledger.example', role: 'owner' };
      const { link: invitation } = granted(await invite(site, by, back));
      const { link } = granted(await makeSignInLink(site, { by, id: owner.id }));
      if (end === 'closed') granted(await disableStaff(site, rogue.email, { staffId: owner.id }));
      else granted(await changeRole(site, { staffId: owner.id }, { id: rogue.id, role: 'author' }));
      assert.equal(await codeOf(accept(site, tokenOf(invitation.url))), 'invitation-withdrawn', end);
      assert.equal(await codeOf(useSignInLink(site, tokenOf(link.url), new Headers())), 'link-invalid', end);
      const anew = granted(await createSignInLink(site, owner.email));
      assert.equal(await codeOf(useSignInLink(site, tokenOf(anew.url), new Headers())), 'ok', end);
    }
  });

  test('a link that was made for an account before it was closed does not work when it is opened again', async () => {
    const { site, owner } = await ownedSite(engine);
    const staff = granted(await addStaff(site, imogen));
    const { url } = granted(await createSignInLink(site, staff.email));
    granted(await disableStaff(site, staff.email));
    const { link } = granted(await invite(site, { staffId: owner.id }, imogen));
    granted(await accept(site, tokenOf(link.url)));
    assert.equal(await codeOf(useSignInLink(site, tokenOf(url), new Headers())), 'link-invalid');
  });

  test('nobody is invited twice, nor whoever is on the staff; a closed account is opened again', async () => {
    const { site, owner } = await ownedSite(engine);
    assert.equal(await codeOf(invite(site, atTerminal, { ...imogen, email: owner.email })), 'email-taken');
    const at = granted(await invite(site, atTerminal, imogen));
    assert.equal(await codeOf(invite(site, atTerminal, { ...imogen, role: 'owner' })), 'invited-already');
    granted(await accept(site, tokenOf(at.link.url)));
    assert.ok((await disableStaff(site, imogen.email)).ok);
    assert.deepEqual(
      (await readRoster(site.store.read, site.clock.now())).map(({ lastHere }) => lastHere),
      [null, null],
    );
    const again = granted(await invite(site, atTerminal, { ...imogen, role: 'editor' }));
    granted(await accept(site, tokenOf(again.link.url)));
    const reopened = (await listStaff(site)).find(({ email }) => email === imogen.email);
    assert.deepEqual([reopened?.role, reopened?.disabledAt], ['editor', null]);
  });

  test('what is no invitation is refused: made up, empty, very long', async () => {
    const { site } = await ownedSite(engine);
    for (const token of ['', 'x', "' OR 1=1 --", 'x'.repeat(100_000)])
      assert.equal(await codeOf(accept(site, token)), 'invitation-unknown');
    assert.equal(await codeOf(invite(site, atTerminal, { ...imogen, name: ' ' })), 'name-missing');
    assert.equal(await codeOf(invite(site, atTerminal, { ...imogen, name: 'x'.repeat(101) })), 'name-long');
    assert.equal(
      await codeOf(invite(site, atTerminal, { ...imogen, email: 'a@b\nBcc: c@d' })),
      'email-invalid',
    );
  });
});

onBothEngines('roles on the staff', (engine) => {
  test('a new role ends its holder’s sessions; the last owner keeps theirs', async () => {
    const { site, owner } = await ownedSite(engine);
    const { link } = granted(await invite(site, atTerminal, imogen));
    granted(await accept(site, tokenOf(link.url)));
    const { id } = (await listStaff(site)).find(({ email }) => email === imogen.email) ?? { id: '' };
    assert.equal(await codeOf(changeRole(site, { staffId: owner.id }, { id, role: 'author' })), 'role-same');
    assert.equal(await codeOf(changeRole(site, { staffId: owner.id }, { id, role: 'king' })), 'role-unknown');
    assert.equal(
      await codeOf(changeRole(site, { staffId: owner.id }, { id: owner.id, role: 'editor' })),
      'last-owner',
    );
    granted(await changeRole(site, { staffId: owner.id }, { id, role: 'moderator' }));
    const roster = await readRoster(site.store.read, site.clock.now());
    assert.deepEqual(roster.map(({ role, lastHere }) => `${role} ${lastHere}`).sort(), [
      'moderator null',
      'owner null',
    ]);
    assert.ok((await disableStaff(site, imogen.email)).ok);
    assert.equal(await codeOf(changeRole(site, atTerminal, { id, role: 'author' })), 'staff-disabled');
  });

  test('of two owners who demote one another at once, one stays', async () => {
    const { site, owner } = await ownedSite(engine);
    const bob = granted(
      await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' }),
    );
    const outcomes = await Promise.all([
      codeOf(changeRole(site, { staffId: owner.id }, { id: bob.id, role: 'editor' })),
      codeOf(changeRole(site, { staffId: bob.id }, { id: owner.id, role: 'editor' })),
    ]);
    assert.deepEqual(outcomes.sort(), ['not-owner', 'ok']);
    assert.equal((await listStaff(site)).filter(({ role }) => role === 'owner').length, 1);
  });
});
