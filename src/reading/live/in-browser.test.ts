import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { lookOver } from '../../../test/support/accessibility.ts';
import { openNewsroom } from '../../../test/support/newsroom.ts';
import { granted, publishSample, send } from '../../../test/support/publish.ts';

describe('responses that arrive while one reads', () => {
  test('are offered, and put in below without moving what is read', async () => {
    const room = await openNewsroom('sqlite', { staffed: false });
    after(() => room.close());
    const { id, path } = await publishSample(room.site, { policy: 'open' });
    for (let number = 1; number <= 8; number += 1)
      granted(
        await send(room.site, {
          articleId: id,
          text: `Words of ${number}.`,
          name: `Writer ${'ABCDEFGHI'[number]}`,
          secret: `${number}`,
          address: `192.0.2.${number}`,
        }),
      );
    const { page } = await room.open({ viewport: { width: 1280, height: 700 } });
    await page.goto(room.address + path);
    await page.locator('#response-5').scrollIntoViewIfNeeded();
    const at = async () =>
      Number(await page.evaluate('document.getElementById("response-5").getBoundingClientRect().top'));
    granted(
      await send(room.site, {
        articleId: id,
        text: 'The ninth.',
        name: 'Late',
        secret: 'z',
        address: '192.0.2.99',
      }),
    );
    const button = page.getByRole('button', { name: 'Show 1 new response' });
    await button.waitFor();
    assert.equal(await page.locator('#response-9').count(), 0);
    await lookOver(page, 'an article with a new response');
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.evaluate('document.querySelector("#response-5").scrollIntoView({ behavior: "instant" })');
    const still = await at();
    const box = await button.boundingBox();
    assert.ok(
      box !== null && box.y + box.height <= 700,
      `the button is in sight wherever one reads: ${JSON.stringify(box)}`,
    );
    await page.mouse.click(box.x + 5, box.y + 5);
    await page.locator('#response-9').waitFor();
    assert.equal(await at(), still);
    assert.match(await page.locator('#rh').innerText(), /^9 Responses/);
    await page.getByRole('link', { name: 'Added below, from number 9' }).click();
    assert.match(page.url(), /#response-9$/);
    assert.deepEqual(room.faults, []);
    await page.goto(`${room.address}${path}responses/1/conversation/`);
    await lookOver(page, 'a conversation');
  });
});
