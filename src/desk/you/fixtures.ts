import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import type { EngineName } from '../../store/migrations/statements.ts';
import { addAssets } from '../../web/assets.ts';
import { listen, stopListening } from '../../web/server.ts';
import { type Desk, openDesk } from '../fixtures.ts';

/** A desk at an address where a browser reaches it: the publication's own, as passkeys are for that one alone. */
export async function openServedDesk(
  engine: EngineName,
): Promise<Desk & { address: string; stop(): Promise<void> }> {
  const desk = await openDesk(engine, { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  desk.site.config.url = address;
  return { ...desk, address, stop: () => stopListening(server) };
}

/** Gives a page a device that keeps passkeys and knows its owner. Answers how to make it fail to. */
export async function plugInAuthenticator(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    ...({ protocol: 'ctap2', transport: 'internal' } as const),
    ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    recognise: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}
