import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { listenLocally } from '../../outbound/fixtures.ts';
import { deliverDue } from '../../webhooks/fixtures.ts';
import { openDesk, signedIn } from '../fixtures.ts';

onBothEngines('webhooks at the desk', (engine) => {
  test('an owner adds a webhook, tests it, sees the answer, sends it again, stops it', async () => {
    const ids: unknown[] = [];
    const receiver = await listenLocally((request, response) => {
      ids.push(request.headers['webhook-id']);
      response.writeHead(ids.length === 1 ? 418 : 200).end('<b>short and stout</b>');
    });
    const desk = await openDesk(engine, { HUSTINGS_OUTBOUND_ALLOW: receiver.place });
    const browser = await signedIn(desk, 'owner');
    const added = await browser.post('/desk/webhooks/', { url: receiver.url, 'event-article.publish': 'on' });
    assert.equal(added.status, 303);
    const path = (added.location ?? '').split('?')[0] ?? '';
    assert.match((await browser.get('/desk/webhooks/')).text, new RegExp(`href="${path}"`));
    const press = (fields: Record<string, string>) => browser.post(path, fields);
    assert.equal((await press({ do: 'test' })).location, `${path}?done=test`);
    assert.equal(await deliverDue(desk.site), 1);
    const shown = (await browser.get(path)).text;
    assert.match(shown, /Answer 418/);
    assert.match(shown, /&lt;b&gt;short and stout/);
    const [, secret = ''] = /value="(whsec_[^"]+)"/.exec(shown) ?? [];
    const [, delivery = ''] = /name="delivery" value="([^"]+)"/.exec(shown) ?? [];
    assert.equal((await press({ do: 'again', delivery })).status, 303);
    assert.equal(await deliverDue(desk.site), 1);
    assert.match((await browser.get(path)).text, /Delivered\. 1 attempt\. Answer 200/);
    assert.equal(new Set(ids).size, 1);
    assert.equal((await press({ do: 'rotate' })).status, 303);
    assert.doesNotMatch((await browser.get(path)).text, new RegExp(secret.replace(/[+/]/g, '\\$&')));
    assert.equal((await press({ do: 'stop' })).status, 303);
    await press({ do: 'test' });
    assert.equal(await deliverDue(desk.site), 0);
    assert.match((await browser.get(path)).text, /Start again/);
    for (const fields of [{ do: 'constructor' }, { do: '' }, {}, { do: 'again', delivery: 'x' }])
      assert.equal((await press(fields as Record<string, string>)).status, 404);
  });

  test('what is refused comes back as it was typed', async () => {
    const desk = await openDesk(engine, { HUSTINGS_OUTBOUND: 'off' });
    const browser = await signedIn(desk, 'owner');
    const typed = { url: 'ftp://hook.example/', 'event-comment.publish': 'on' };
    const answer = await browser.post('/desk/webhooks/', typed);
    assert.equal(answer.status, 422);
    assert.match(answer.text, /<a href="#f-url">Give a web address/);
    assert.match(answer.text, /value="ftp:\/\/hook.example\/"/);
    assert.match(answer.text, /name="event-comment.publish" checked/);
    assert.match(answer.text, /switched off on this server/);
    const none = await browser.post('/desk/webhooks/', {
      url: 'https://hook.example/',
      'event-staff.add': 'on',
    });
    assert.match(none.text, /<a href="#f-events">/);
  });
});
