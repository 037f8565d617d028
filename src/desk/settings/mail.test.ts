import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openDesk, signedIn } from '../fixtures.ts';

onBothEngines('mail at the desk', (engine) => {
  test('says which server is set, never its password, and has a test letter sent to whoever asks', async () => {
    const desk = await openDesk(engine, { HUSTINGS_SMTP: 'smtp://post:s3cret@mail.ledger.example:587' });
    const owner = await signedIn(desk, 'owner');
    const { text } = await owner.get('/desk/settings/mail/');
    assert.match(text, /mail\.ledger\.example, port 587.*with a user’s name and password/s);
    assert.doesNotMatch(text, /s3cret|post:/);
    const sent = await owner.post('/desk/settings/mail/test/');
    assert.equal(sent.location, '/desk/settings/mail/?done=sent');
    assert.match((await owner.get(sent.location ?? '')).text, /A letter to you waits to be sent\./);
    const jobs = await desk.site.store.read.selectFrom('jobs').select(['kind', 'payload']).execute();
    assert.deepEqual(
      jobs.map(({ kind, payload }) => [kind, JSON.parse(payload).about]),
      [['mail.send', 'test']],
    );
    const editor = await signedIn(desk, 'editor');
    assert.equal((await editor.post('/desk/settings/mail/test/')).status, 403);
  });

  test('says so where no server is set, and sends nothing', async () => {
    const desk = await openDesk(engine);
    const owner = await signedIn(desk, 'owner');
    assert.match((await owner.get('/desk/settings/mail/')).text, /None is set, so no letter is sent/);
    const refused = await owner.post('/desk/settings/mail/test/');
    assert.equal(refused.status, 409);
    assert.match(refused.text, /No mail server is set/);
    assert.deepEqual(await desk.site.store.read.selectFrom('jobs').select('id').execute(), []);
  });
});
