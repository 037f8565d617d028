import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { jobHandlers } from '../../src/cli/job-handlers.ts';
import { type Desk, hireEveryRole, linkFor } from '../../src/desk/fixtures.ts';
import { runDueJobs } from '../../src/jobs/run-jobs.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { addStaff } from '../../src/staff/add-staff.ts';
import type { Role } from '../../src/staff/permissions.ts';
import { createSignInLink } from '../../src/staff/sign-in.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { listen, stopListening } from '../../src/web/server.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { closeBrowser, openBrowser } from './browser.ts';
import { granted } from './publish.ts';
import { openTestSite } from './site.ts';

after(closeBrowser);

type Opened = { context: BrowserContext; page: Page };

/** A whole publication, served to real browsers, whose clock the test moves. */
export type Newsroom = Desk & {
  address: string;
  /** What the browsers' consoles complained of, broken rules of the content policy among it; and other hosts asked. */
  faults: string[];
  /** A browser of its own for somebody. */
  open(options?: BrowserContextOptions): Promise<Opened>;
  /** A browser in which somebody of this role has signed in by a real link. */
  enter(role: Role, options?: BrowserContextOptions): Promise<Opened>;
  /** Adds somebody and signs them in by a real link. */
  hire(page: Page, who: { name: string; role: Role }): Promise<void>;
  /** Moves the clock, does what has come due and gives the record's entries their places. */
  reach(iso: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens a newsroom on an empty database: with somebody of each role on the staff, or with nobody. */
export async function openNewsroom(
  engine: EngineName,
  { staffed = true, env = {} }: { staffed?: boolean; env?: Record<string, string> } = {},
): Promise<Newsroom> {
  const site = await openTestSite(engine, { HUSTINGS_URL: 'http://localhost:4000', ...env });
  const web = createSiteWeb(site);
  const desk = { site, web };
  if (staffed) await hireEveryRole(site);
  const server = await listen(web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  site.config.url = address; // passkeys are for the publication's own address alone
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await (await openBrowser()).newContext(options);
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    const page = await context.newPage();
    noteFaults(page, { faults, address });
    return { context, page };
  };
  const signIn = async (page: Page, url: string) => {
    await page.goto(url);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(`${address}/desk/`);
  };
  return {
    ...{ ...desk, address, faults, open },
    async enter(role, options) {
      const opened = await open(options);
      await signIn(opened.page, address + (await linkFor(desk, role)));
      return opened;
    },
    async hire(page, { name, role }) {
      const email = `${name.split(' ')[0]?.toLowerCase()}@ledger.example`;
      granted(await addStaff(site, { name, email, role }));
      await signIn(page, granted(await createSignInLink(site, email)).url);
    },
    async reach(iso) {
      site.clock.set(iso);
      await runDueJobs(site, jobHandlers);
      await sequenceEntries(site);
    },
    async close() {
      for (const context of contexts) await context.close();
      await stopListening(server);
    },
  };
}

type Noting = { faults: string[]; address: string };

function noteFaults(page: Page, { faults, address }: Noting): void {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^http/.test(protocol) && origin !== address) faults.push(`another host was asked: ${request.url()}`);
  });
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') faults.push(`a dialog opened: ${dialog.message()}`);
    void dialog.accept();
  });
}

/** Puts HTML on the clipboard and pastes it into the text, as the browser's own paste does. */
export async function paste(page: Page, html: string, text = ''): Promise<void> {
  await page.getByRole('textbox', { name: 'Text', exact: true }).focus();
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/html', ${JSON.stringify(html)});
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}

/** Presses a button that leads to another page, and waits until that one is there. */
export async function press(page: Page, name: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name, exact: true }).first().click();
  await loaded;
}
