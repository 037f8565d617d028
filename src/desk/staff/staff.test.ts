import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer, sendLetters } from '../../../test/support/mail-server.ts';
import { listStaff, staffByEmail } from '../../staff/queries.ts';
import { Browser, type Desk, openDesk, signedIn } from '../fixtures.ts';

const newcomer = { name: 'Wilf <b>Tarn', email: 'wilf@ledger.example', role: 'author' };

const linkIn = (text: string) =>
  /<code id="link">https:\/\/ledger\.example([^<]+)<\/code>/.exec(text)?.[1] ?? '';

async function idOf({ site }: Desk, role: string): Promise<string> {
  const staff = await staffByEmail(site.store.read, `${role}@ledger.example`);
  assert.ok(staff);
  return staff.id;
}

onBothEngines('the staff at the desk', (engine) => {
  test('an owner invites somebody by a link, who accepts and is led to ways to sign in', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const made = await owner.post('/desk/staff/invitations/', newcomer);
    assert.equal(made.status, 200);
    assert.match(made.text, /Hand this link to Wilf &lt;b&gt;Tarn/);
    assert.doesNotMatch((await owner.get('/desk/staff/')).text, /join\/\?token/, 'shown once');
    const path = linkIn(made.text);
    const [scanner, wilf] = [new Browser(desk), new Browser(desk)];
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await scanner.get(path)).status, 200);
    const page = await wilf.get(path);
    assert.match(page.text, /An author writes and revises drafts/);
    const token = path.split('token=')[1] ?? '';
    const joined = await wilf.post('/desk/join/', { token, role: 'owner', name: 'Somebody else' });
    assert.deepEqual([joined.status, joined.location], [303, '/desk/you/?done=joined']);
    const you = await wilf.get('/desk/you/?done=joined');
    assert.match(you.text, /You are on the staff/);
    assert.match(you.text, /Add a passkey/);
    assert.equal((await staffByEmail(desk.site.store.read, newcomer.email))?.role, 'author');
    for (const answer of [await scanner.get(path), await scanner.post('/desk/join/', { token })]) {
      assert.equal(answer.status, 410);
      assert.match(answer.text, /This invitation has been used/);
    }
  });

  test('an invitation says whether its letter waits, was sent or failed, and shows its link all the same', async (t) => {
    const { env, refusals } = await openMailServer(t);
    const desk = await openDesk(engine, env);
    const owner = await signedIn(desk, 'owner');
    const invited = await owner.post('/desk/staff/invitations/', newcomer);
    assert.match(invited.text, /A letter with another link to the same invitation is on its way/);
    assert.notEqual(linkIn(invited.text), '');
    const list = async () => (await owner.get('/desk/staff/')).text;
    assert.match(await list(), /The letter waits to be sent/);
    refusals.push(450);
    await sendLetters(desk.site);
    assert.match(await list(), /The letter waits to be sent\.\s*<bdi>The mail server did not take it: 450/);
    desk.site.clock.pass(60_000);
    refusals.push(550);
    await sendLetters(desk.site);
    assert.match(await list(), /could not be sent:\s*<bdi>The mail server refused it: 550/);
    const [, at = ''] = /action="(\/desk\/staff\/invitations\/[\w-]+\/)renew\/"/.exec(await list()) ?? [];
    assert.notEqual(linkIn((await owner.post(`${at}renew/`)).text), '');
    await sendLetters(desk.site);
    assert.match(await list(), /The letter was handed to the mail server/);
    await desk.site.store.write((tx) => tx.deleteFrom('jobs').where('failed_at', 'is', null).execute());
    assert.match(await list(), /The letter was handed to the mail server/, 'also once the job is forgotten');
  });

  test('an invitation that cannot be made says why, and keeps what was typed', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const wrong = await owner.post('/desk/staff/invitations/', { ...newcomer, email: 'nowhere' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /href="#f-email">“nowhere” is not an e-mail address/);
    assert.match(wrong.text, /value="Wilf &lt;b&gt;Tarn"/);
    await owner.post('/desk/staff/invitations/', newcomer);
    const twice = await owner.post('/desk/staff/invitations/', newcomer);
    assert.match(twice.text, /is invited already/);
  });

  test('renewing and withdrawing make the links handed over lead nowhere', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    const first = linkIn((await owner.post('/desk/staff/invitations/', newcomer)).text);
    const list = await owner.get('/desk/staff/');
    const [, at = ''] = /action="(\/desk\/staff\/invitations\/[\w-]+\/)renew\/"/.exec(list.text) ?? [];
    const second = linkIn((await owner.post(`${at}renew/`)).text);
    assert.equal((await owner.get(first)).status, 410);
    assert.equal((await owner.get(second)).status, 200);
    const withdrawn = await owner.post(`${at}withdraw/`);
    assert.equal(withdrawn.location, '/desk/staff/?done=withdrawn');
    const answer = await owner.get(second);
    assert.equal(answer.status, 410);
    assert.match(answer.text, /was withdrawn/);
    assert.equal((await owner.post(`${at}withdraw/`)).status, 404);
  });

  test('a new role ends the sessions of whoever gets it, and holds from the next sign-in', async () => {
    const desk = await openDesk(engine);
    const [owner, author] = [await signedIn(desk, 'owner'), await signedIn(desk, 'author')];
    const id = await idOf(desk, 'author');
    assert.equal((await owner.post(`/desk/staff/${id}/role/`, { role: 'moderator' })).status, 303);
    assert.equal((await author.get('/desk/')).status, 303);
    assert.equal((await (await signedIn(desk, 'author')).get('/desk/queue/')).status, 200);
  });

  test('an owner ends another’s sessions, makes them a link, closes their account', async () => {
    const desk = await openDesk(engine);
    const [owner, editor] = [await signedIn(desk, 'owner'), await signedIn(desk, 'editor')];
    const id = await idOf(desk, 'editor');
    assert.equal((await owner.post(`/desk/staff/${id}/end-sessions/`)).status, 303);
    assert.equal((await editor.get('/desk/')).status, 303);
    const link = linkIn((await owner.post(`/desk/staff/${id}/link/`)).text);
    const token = link.split('token=')[1] ?? '';
    assert.equal((await editor.post('/desk/sign-in/', { token })).status, 303);
    assert.equal((await editor.get('/desk/')).status, 200);
    assert.equal((await owner.post(`/desk/staff/${id}/close/`)).status, 303);
    assert.equal((await editor.get('/desk/')).status, 303);
    assert.match((await owner.get('/desk/staff/')).text, /Closed accounts.*Edda Rees/s);
    assert.equal((await owner.post(`/desk/staff/${id}/link/`)).status, 409);
    const last = await owner.post(`/desk/staff/${await idOf(desk, 'owner')}/close/`);
    assert.equal(last.status, 409);
    assert.match(last.text, /is the last owner/);
  });

  test('what is posted beside the fields changes nothing: no one makes themselves an owner', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const wish = { role: 'owner', name: 'Edda Rees', email: 'edda@ledger.example', disabledAt: '', id: 'x' };
    const own = await idOf(desk, 'editor');
    const paths = [`${own}/role/`, 'invitations/', `${own}/link/`, `${await idOf(desk, 'owner')}/close/`];
    for (const path of paths) assert.equal((await editor.post(`/desk/staff/${path}`, wish)).status, 403);
    for (const path of ['/desk/you/passkeys/', '/desk/you/', '/desk/sign-in/', '/desk/join/'])
      await editor.post(path, wish);
    assert.deepEqual(
      (await listStaff(desk.site)).map(({ role, email }) => `${role}@ledger.example` === email),
      [true, true, true, true],
    );
  });
});
