// Takes the pictures of the documentation from the demo publication: docs/images/*.png.
//   npm run screenshots [-- NAME…]     all of them, or those alone
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import sharp from 'sharp';
import { finish, root, temporaryFolder } from '../bench/children.mjs';
import { command, serve } from '../bench/hustings.mjs';

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 780 };

/** Each picture: where it is taken, from which heading or part on, and how. */
const shots = [
  { name: 'article', path: article('customs-quay-hotel') },
  { name: 'article-corrected', path: article('lido-heater') },
  { name: 'article-narrow-dark', path: article('customs-quay-hotel'), size: narrow, dark: true },
  { name: 'responses', path: article('customs-quay-hotel'), from: '#responses' },
  { name: 'marks', path: article('allotment-readmission'), from: '#response-2' },
  { name: 'altered', path: pageWith('.q.altered'), from: '.response:has(.q.altered)' },
  { name: 'slip', path: article('allotment-readmission'), from: '#response-4' },
  { name: 'staff-answer', path: article('customs-quay-hotel'), from: '.response:has(.own)' },
  {
    name: 'cite',
    path: (page) => article('allotment-readmission')(page).then((path) => `${path}responses/4/cite/`),
  },
  { name: 'history', path: (page) => article('lido-heater')(page).then((path) => `${path}history/`) },
  { name: 'desk-home', path: () => '/desk/', whole: true },
  { name: 'desk-home-narrow-dark', path: () => '/desk/', size: narrow, dark: true },
  { name: 'desk-queue', path: () => '/desk/queue/' },
  { name: 'desk-editor', path: draft('') },
  { name: 'desk-publishing', path: draft('publishing/') },
  { name: 'desk-claims', path: () => '/desk/claims/?state=overdue' },
  { name: 'desk-look', path: () => '/desk/settings/look/' },
  { name: 'desk-case', path: complaint },
  {
    name: 'decide-in-thread',
    ...{ path: reported, from: '#response-4', press: '#response-4 .at-desk > summary' },
  },
];

/** The address of a demo article, by words of it. */
function article(words) {
  return async (page) => {
    for (const list of ['/', '/page/2/']) {
      await page.goto(list);
      const found = await page
        .locator(`a[href*="${words}"]`)
        .first()
        .getAttribute('href', { timeout: 2_000 })
        .catch(() => null);
      if (found) return found.replace(/#.*/, '');
    }
    throw new Error(`No article of the demo has “${words}” in its address.`);
  };
}

/** A complaint about a response of the demo, as it stands at the desk. */
async function complaint(page) {
  const path = await article('allotment-readmission')(page);
  await page.goto(`/complain/uk-s5/?about=${encodeURIComponent(`${path}#response-2`)}`);
  const texts = {
    ...{ words: 'She had the key all along.', meaning: 'That I kept others out on purpose.' },
    ...{ harm: 'My neighbours no longer greet me.', wrong: 'The key was with the clerk that week.' },
    ...{ name: 'Ottoline Crake', email: 'ottoline@post.example' },
  };
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name="${name}"]`).fill(text);
  for (const name of ['give_name', 'give_email']) await page.locator(`[name="${name}"]`).selectOption('no');
  await page.locator('[name="unknown_poster"]').check();
  await page.getByRole('button', { name: 'Send the complaint' }).click();
  await page.goto('/desk/cases/');
  return page.locator('main h2 a').first().getAttribute('href');
}

/** An article of which a response was reported. */
async function reported(page) {
  const path = await article('allotment-readmission')(page);
  await page.goto(`${path}responses/4/report/`);
  await page.getByRole('button', { name: /^Rule 3/ }).click();
  return path;
}

/** The first of the demo's articles that has something on its page. */
function pageWith(selector) {
  return async (page) => {
    const paths = new Set();
    for (const list of ['/', '/page/2/']) {
      await page.goto(list);
      for (const link of await page.locator('main a[href^="/20"]').all())
        paths.add((await link.getAttribute('href')).replace(/(\/\d{4}\/\d\d\/\d\d\/[^/]+\/).*/, '$1'));
    }
    for (const path of paths) {
      await page.goto(path);
      if ((await page.locator(selector).count()) > 0) return path;
    }
    throw new Error(`No page of the demo has ${selector}.`);
  };
}

/** A page of the first scheduled draft. */
function draft(part) {
  return async (page) => {
    await page.goto('/desk/articles/?state=scheduled');
    const path = await page.locator('main a[href^="/desk/articles/0"]').first().getAttribute('href');
    return `${path}${part}`;
  };
}

async function take(page, { name, path, size = wide, dark = false, from, press, whole = false }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.goto(await path(page), { waitUntil: 'networkidle' });
  if (press) await page.locator(press).click();
  if (press) await page.waitForLoadState('networkidle');
  if (from) await page.locator(from).first().scrollIntoViewIfNeeded();
  if (from) await page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), from);
  const bytes = await page.screenshot({ fullPage: whole });
  const file = join(root, 'docs/images', `${name}.png`);
  await sharp(bytes).png({ palette: true, colours: 96, effort: 9 }).toFile(file);
  process.stderr.write(`docs/images/${name}.png\n`);
}

const bundle = join(root, '.build/screenshots-browser.mjs');
await build({
  entryPoints: [join(root, 'test/support/browser.ts')],
  outfile: bundle,
  ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node24' },
});
const { openBrowser, closeBrowser } = await import(bundle);
const folder = temporaryFolder('screenshots');
const server = await serve({ folder, args: ['--demo'] });
try {
  const owner = 'ann@wrenmouth.example';
  const flags = ['--email', owner, '--role', 'owner'];
  await finish(command(['staff', 'add', 'Ann Osei', ...flags], { folder }), { seconds: 60 });
  const said = await finish(command(['staff', 'link', owner], { folder }), { seconds: 60 });
  const token = /token=([\w-]+)/.exec(said)?.[1];
  const browser = await openBrowser();
  const context = await browser.newContext({ baseURL: server.origin.replace('127.0.0.1', 'localhost') });
  const page = await context.newPage();
  await page.goto(`/desk/sign-in/?token=${token}`);
  await page.getByRole('button').first().click();
  await page.waitForURL(/\/desk\//);
  const wanted = process.argv.slice(2);
  for (const shot of shots) if (wanted.length === 0 || wanted.includes(shot.name)) await take(page, shot);
} finally {
  await closeBrowser();
  await server.stop();
  await rm(bundle, { force: true });
}
