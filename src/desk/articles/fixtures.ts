import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import type { Role } from '../../staff/permissions.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { addAssets } from '../../web/assets.ts';
import { listen, stopListening } from '../../web/server.ts';
import { type Desk, linkFor, openDesk } from '../fixtures.ts';

/** A desk that listens, and browsers in which somebody has signed in. */
export type Newsroom = {
  desk: Desk;
  address: string;
  /** What a browser's console complained of: broken rules of the content policy among it. */
  faults: string[];
  enter(role: Role, options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
};

/** Opens a newsroom on an empty database. */
export async function openNewsroom(engine: EngineName): Promise<Newsroom> {
  const desk = await openDesk(engine, { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    desk,
    address,
    faults,
    async enter(role, options = {}) {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('dialog', (dialog) => {
        if (dialog.type() !== 'beforeunload') faults.push(`a dialog opened: ${dialog.message()}`);
        void dialog.accept();
      });
      await page.goto(address + (await linkFor(desk, role)));
      await page.getByRole('button', { name: 'Sign in' }).click();
      return { context, page };
    },
    async close() {
      for (const context of contexts) await context.close();
      await closeBrowser();
      await stopListening(server);
    },
  };
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
