import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { runDueJobs } from '../../src/jobs/run-jobs.ts';
import { sendLetter } from '../../src/letters/send-letter.ts';
import type { Site } from '../../src/site.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { openTestSite } from './site.ts';

/** A real mail server that refuses with the codes that are queued, then takes everything. */
export async function openMailServer(t: Pick<TestContext, 'after'>) {
  const taken: string[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const responseCode = refusals.shift();
      callback(
        responseCode ? Object.assign(new Error(`${address}: not now, or not here`), { responseCode }) : null,
      );
    },
    onData(stream, _session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        taken.push(words(Buffer.concat(pieces).toString('utf8')));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { env: { HUSTINGS_SMTP: `smtp://127.0.0.1:${port}` }, taken, refusals };
}

/** Sends the letters that wait. */
export const sendLetters = (site: Site) => runDueJobs(site, { 'mail.send': sendLetter });

/** A site with a mail server of its own. */
export async function openSiteWithMail(t: TestContext, engine: EngineName) {
  const { env, ...server } = await openMailServer(t);
  const site = await openTestSite(engine, env);
  return { site, ...server, work: () => sendLetters(site) };
}

/** A letter’s words as they were written (RFC 2045, 6.7). */
function words(raw: string): string {
  return raw
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}
