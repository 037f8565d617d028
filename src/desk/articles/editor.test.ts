import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { lookOver } from '../../../test/support/accessibility.ts';
import { openNewsroom, paste, press } from '../../../test/support/newsroom.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { writeArticle } from '../../articles/save-article.ts';
import { drawn, samplePicture } from '../../pictures/fixtures.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true });

/** The editor takes the focus back with the next frame: a hand is slower than that, a test is not. */
const focused = (page: Page) => text(page).and(page.locator(':focus')).waitFor();

/** Presses a button that works on the text where the caret stands. */
async function use(page: Page, name: string): Promise<void> {
  await tool(page, name).click();
  await focused(page);
}

/** Moves the caret by a key; the editor hears of it with the browser's next event. */
async function move(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

test('the rich editor in a browser', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { page } = await room.enter('editor');
  const stored = async () => {
    const id = /articles\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? '';
    return readEditable(room.site.store.read, id);
  };
  const begin = async (title: string) => {
    await page.goto(`${room.address}/desk/articles/new/`);
    await page.getByLabel('Title', { exact: true }).fill(title);
    await text(page).click();
  };
  const save = async () => {
    await press(page, 'Save draft');
    assert.match((await page.getByRole('status').first().textContent()) ?? '', /^Saved\./);
    return (await stored())?.html ?? '';
  };

  await t.test('writes headings, emphasis, links, lists, rules and code by buttons and by keys', async () => {
    await begin('Marks');
    await page.keyboard.type('The board ');
    await page.keyboard.press('Control+b');
    assert.equal(await tool(page, 'Bold').getAttribute('aria-pressed'), 'true');
    await page.keyboard.type('refused');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' it.');
    await page.keyboard.press('Enter');
    await use(page, 'Heading');
    await page.keyboard.type('What comes next');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Minutes');
    await move(page, 'Shift+Home');
    await page.keyboard.press('Control+k');
    const link = page.getByRole('dialog', { name: 'Link' });
    await link.getByLabel('Address').fill('javascript:alert(1)');
    await link.getByRole('button', { name: 'Put it in' }).click();
    assert.match((await link.getByRole('alert').textContent()) ?? '', /no address of a page/);
    await link.getByLabel('Address').fill('https://council.example/minutes');
    await link.getByRole('button', { name: 'Put it in' }).click();
    await focused(page);
    await move(page, 'End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- first');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await use(page, 'Rule');
    await page.keyboard.type('The end');
    assert.equal(
      await save(),
      '<p>The board <strong>refused</strong> it.</p>\n<h2>What comes next</h2>\n<p><a href="https://council.example/minutes">Minutes</a></p>\n<ul>\n<li>\n<p>first</p>\n</li>\n<li>\n<p>second</p>\n</li>\n</ul>\n<hr>\n<p>The end</p>',
    );
    assert.equal((await stored())?.format, 'html');
  });

  await t.test(
    'writes quotations with their source, pull quotes, footnotes, tables and link cards',
    async () => {
      await begin('Blocks');
      await page.keyboard.type('I would rather have bolts.');
      await tool(page, 'Quoted from').click();
      const source = page.getByRole('dialog', { name: 'Quoted from' });
      await source.getByLabel('Who or what is quoted').fill('Under the deck');
      await source.getByLabel('Address of the quoted page').fill('https://estuary.example/deck');
      await source.getByRole('button', { name: 'Put it in' }).click();
      await focused(page);
      await move(page, 'Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('It spent more');
      await use(page, 'Footnote');
      await page.keyboard.type('Draft accounts, table 4');
      await page.keyboard.press('Enter');
      await page.keyboard.type(' than it had.');
      await page.keyboard.press('Enter');
      await page.keyboard.type('You cannot toll a street');
      await use(page, 'Pull quote');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await tool(page, 'Link card').click();
      const card = page.getByRole('dialog', { name: 'Link card' });
      await card.getByLabel('Title, as you write it').fill('Accounts of the board');
      await card.getByLabel('Address').fill('https://harbour.example/accounts');
      await card.getByRole('button', { name: 'Put it in' }).click();
      await focused(page);
      await move(page, 'Control+End');
      await page.keyboard.press('Enter');
      await use(page, 'Table');
      for (const cell of ['Year', 'Spent', 'Set aside', '2025']) {
        await page.keyboard.type(cell);
        await page.keyboard.press('Tab');
      }
      await use(page, 'Drop row');
      const html = await save();
      assert.match(
        html,
        /<blockquote cite="https:\/\/estuary\.example\/deck">\n<p>I would rather have bolts\.<\/p>\n<cite>Under the deck<\/cite>\n<\/blockquote>/,
      );
      assert.match(
        html,
        /<p>It spent more<a class="fn" id="ref-1" href="#note-1">\[1\]<\/a> than it had\.<\/p>/,
      );
      assert.match(
        html,
        /<section class="notes">\n<p id="note-1"><a href="#ref-1">\[1\]<\/a> Draft accounts, table 4<\/p>\n<\/section>$/,
      );
      assert.match(html, /<aside class="pull">\n<p>You cannot toll a street<\/p>\n<\/aside>/);
      assert.match(
        html,
        /<p class="card"><a href="https:\/\/harbour\.example\/accounts">Accounts of the board<\/a><\/p>/,
      );
      assert.match(
        html,
        /<thead>\n<tr>\n<th scope="col">Year<\/th>\n<th scope="col">Spent<\/th>\n<th scope="col">Set aside<\/th>\n<\/tr>\n<\/thead>/,
      );
      const before = await stored();
      room.site.clock.pass(60_000);
      await press(page, 'Save draft');
      assert.deepEqual(
        { ...(await stored()), updatedAt: '' },
        { ...before, updatedAt: '' },
        'opened and saved, it is the same',
      );
      await move(page, 'Control+Home');
      await text(page).click();
      await move(page, 'Control+Home');
      await page.keyboard.type('Yes. ');
      assert.equal(
        await save(),
        html.replace('<p>I would', '<p>Yes. I would'),
        'changed, the rest is the same',
      );
    },
  );

  await t.test('finds words over emphasis, replaces them, and undoes that in one step', async () => {
    await begin('Find');
    await paste(
      page,
      '<p>The <b>har</b>bour board met. The Harbour Board voted.</p><p>The harbour board left.</p>',
    );
    await tool(page, 'Find').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.getByLabel('Find in the text').fill('harbour board');
    const bar = page.getByRole('group', { name: 'Find and replace' });
    await page.keyboard.press('Enter');
    assert.match((await bar.getByRole('status').textContent()) ?? '', /of 3/);
    assert.equal((await page.locator('.page .found').count()) >= 3, true);
    await page.getByLabel('Replace with').fill('port authority');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    assert.match((await bar.getByRole('status').textContent()) ?? '', /not in the text/);
    await page.keyboard.press('Escape');
    assert.match(
      (await text(page).textContent()) ?? '',
      /^The port authority met\. The port authority voted\.The port authority left\.$/,
    );
    await focused(page);
    await page.keyboard.press('Control+z');
    assert.match((await text(page).textContent()) ?? '', /^The harbour board met/);
  });

  await t.test(
    'a picture is chosen from the library; one that cannot be sent stays chosen, and why is said',
    async () => {
      const kept = await samplePicture(room.site, { details: { alt: 'The bridge, half open' } });
      await samplePicture(room.site, {
        bytes: await drawn('png', 300, 200),
        details: { alt: 'The lido, empty' },
      });
      await begin('Pictures');
      await tool(page, 'Picture').click();
      const dialog = page.getByRole('dialog', { name: 'Picture' });
      const chosen = dialog.getByRole('button', { name: 'The bridge, half open' });
      await dialog.getByRole('button', { name: 'The lido, empty' }).waitFor();
      await dialog.getByRole('searchbox').fill('half open');
      await dialog.getByRole('button', { name: 'The lido, empty' }).waitFor({ state: 'detached' });
      await chosen.click();
      assert.equal(await chosen.getAttribute('aria-pressed'), 'true');
      const describe = dialog.getByLabel('What it shows, for whoever does not see it');
      assert.equal(await describe.inputValue(), 'The bridge, half open');
      await page.context().setOffline(true);
      const file = { name: 'new.png', mimeType: 'image/png', buffer: await drawn('png', 200, 100) };
      await dialog.getByLabel('Or send a new one').setInputFiles(file);
      await dialog.getByRole('button', { name: 'Put it in' }).click();
      await dialog.getByText(/The server cannot be reached\. .* is still here/).waitFor();
      await page.context().setOffline(false);
      await dialog.getByLabel('Or send a new one').setInputFiles([]);
      await dialog.getByRole('button', { name: 'Put it in' }).click();
      await dialog.waitFor({ state: 'hidden' });
      assert.match(await save(), new RegExp(`<img src="/pictures/${kept.id}" alt="The bridge, half open">`));
    },
  );

  await t.test('counts words and minutes while one writes', async () => {
    await begin('Counts');
    await paste(page, `<p>${'word '.repeat(476)}</p>`);
    assert.equal(await page.locator('[data-counts]').textContent(), '476 words. About 2 min to read.');
  });

  await t.test('the buttons are one stop of the tab key, with arrow keys between them', async () => {
    await begin('Keys');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Bold');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Italic');
    await move(page, 'End');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Keys');
    await page.keyboard.press('Enter');
    assert.match((await page.getByRole('dialog', { name: 'Keys' }).textContent()) ?? '', /Ctrl K/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Bold');
  });

  await t.test('a refusal keeps the rich text and leads to it', async () => {
    await page.goto(`${room.address}/desk/articles/new/`);
    await text(page).click();
    await page.keyboard.type('Nobody moved an amendment.');
    await press(page, 'Save draft');
    assert.match((await page.getByRole('alert').first().textContent()) ?? '', /Give the article a title/);
    assert.equal(await text(page).textContent(), 'Nobody moved an amendment.');
    await page.getByLabel('Title', { exact: true }).fill('A title');
    assert.equal(await save(), '<p>Nobody moved an amendment.</p>');
  });

  await t.test('opens and saves a paragraph of 200 kB and an article of 10,000 words', async () => {
    for (const body of [
      `<p>${'The committee refused the board its toll. '.repeat(5000)}</p>`,
      `<p>${'The committee refused the board its toll at the end. '.repeat(5)}</p><h2>Head</h2>`.repeat(200),
    ]) {
      const id = await writeArticle(room.site, articleInput.parse({ title: 'Long', body, format: 'html' }));
      await page.goto(`${room.address}/desk/articles/${id}/`);
      await text(page).click();
      await move(page, 'Control+Home');
      await page.keyboard.type('New: ');
      room.site.clock.pass(1000);
      assert.match(await save(), /^<p>New: The committee/);
    }
  });

  await t.test(
    'breaks no rule of accessibility, with its dialogs open, narrow and wide, light and dark',
    async () => {
      const { page, context } = await room.enter('editor');
      await page.goto(`${room.address}/desk/articles/new/`);
      await text(page).click();
      await use(page, 'Table');
      for (const cell of ['Year', 'Spent', 'Set aside']) {
        await page.keyboard.type(cell);
        await page.keyboard.press('Tab');
      }
      await tool(page, 'Find').click();
      await lookOver(page, 'find bar');
      for (const name of ['Link', 'Picture', 'Link card', 'Keys']) {
        await tool(page, name).click();
        await lookOver(page, name);
        await page.keyboard.press('Escape');
      }
      await context.close();
    },
  );

  await t.test('broke no content policy in all of this', () => {
    assert.deepEqual(
      room.faults.filter((fault) => !/422|404|favicon|INTERNET_DISCONNECTED/.test(fault)),
      [],
    );
  });
});
