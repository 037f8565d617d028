import { createTransport } from 'nodemailer';
import type { SmtpConfig } from '../config.ts';
import { PermanentFailure } from '../lib/permanent-failure.ts';
import { forgedPart, type Mail, type Message, RefusedAddress } from './message.ts';

const seconds = 1_000;

const limits = {
  connectionTimeout: 10 * seconds,
  greetingTimeout: 10 * seconds,
  socketTimeout: 20 * seconds,
};

/**
 * Sends by SMTP (RFC 5321). A password is given only over TLS, but on this very machine. Nothing of a letter is
 * read from files or addresses. What the server says is kept in the error, what it was sent is not. Whatever the
 * server does, it is over `within` milliseconds: sooner than a job's claim ends.
 */
export function createMail(smtp: SmtpConfig, { within = 45 * seconds } = {}): Mail {
  const { user, password, ...server } = smtp;
  const auth = user === null ? {} : { auth: { user, pass: password ?? '' }, requireTLS: !smtp.local };
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...auth,
    ...limits,
  });
  return async (message) => {
    const forged = forgedPart(message);
    if (forged !== null) throw new PermanentFailure(forged);
    const signal = AbortSignal.timeout(within);
    try {
      await transport.sendMail({ ...asMail(message), ...closed, signal });
    } catch (error) {
      if (signal.aborted)
        throw new Error(`The mail server had not taken it after ${within / seconds} seconds.`);
      throw asFailure(error);
    }
  };
}

function asMail({ id, from, to, subject, text, date, headers }: Message) {
  const host = from.address.split('@')[1] ?? 'localhost';
  const envelope = { from: from.address, to: [to] };
  const automatic = { 'Auto-Submitted': 'auto-generated', ...headers };
  return { envelope, from, to, subject, text, date, messageId: `<${id}@${host}>`, headers: automatic };
}

/** A 5xx is for ever (RFC 5321, 4.2.1); everything else may be better later. */
function asFailure(error: unknown): Error {
  const { code, responseCode, response, message } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    message: string;
  };
  const said = (response ?? message).slice(0, 500);
  const forEver = responseCode !== undefined && responseCode >= 500;
  if (forEver && code === 'EENVELOPE') return new RefusedAddress(`The mail server refused it: ${said}`);
  return forEver
    ? new PermanentFailure(`The mail server refused it: ${said}`)
    : new Error(`The mail server did not take it: ${said}`);
}
