import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { jobHandlers } from '../../src/cli/job-handlers.ts';
import { runDueJobs } from '../../src/jobs/run-jobs.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { addStaff } from '../../src/staff/add-staff.ts';
import type { Role } from '../../src/staff/permissions.ts';
import { createSignInLink } from '../../src/staff/sign-in.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { listen, stopListening } from '../../src/web/server.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { openBrowser } from '../support/browser.ts';
import { granted } from '../support/publish.ts';
import { openTestSite, type TestSite } from '../support/site.ts';

/** A whole publication, served to real browsers, whose clock the test moves. */
export type Newsroom = {
  site: TestSite;
  address: string;
  /** A browser of its own for somebody. */
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  /** Adds somebody and signs them in by a real link. */
  hire(page: Page, who: { name: string; role: Role }): Promise<void>;
  /** Moves the clock, does what has come due and gives the record's entries their places. */
  reach(iso: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens a newsroom on an empty database. */
export async function openNewsroom(engine: EngineName): Promise<Newsroom> {
  const site = await openTestSite(engine, { HUSTINGS_URL: 'http://localhost:4000' });
  const server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  site.config.url = address;
  const contexts: BrowserContext[] = [];
  return {
    site,
    address,
    async open(options = {}) {
      const context = await (await openBrowser()).newContext(options);
      context.setDefaultTimeout(20_000);
      contexts.push(context);
      return { context, page: await context.newPage() };
    },
    async hire(page, { name, role }) {
      const email = `${name.split(' ')[0]?.toLowerCase()}@ledger.example`;
      granted(await addStaff(site, { name, email, role }));
      await page.goto(granted(await createSignInLink(site, email)).url);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL(`${address}/desk/`);
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

/** A photograph as a camera makes it, with a place in its metadata. */
export async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a8c99' } })
    .withExif({
      IFD0: { Make: 'Harbour Optics' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();
  return { name: 'swing-bridge.jpg', mimeType: 'image/jpeg', buffer };
}
