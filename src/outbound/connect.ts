import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Target } from './target.ts';

/** Opens a connection to one of a target's addresses. */
export type Dial = (target: Target) => Socket;

/**
 * Connects to the addresses that were checked: where the name would be looked up, they are answered again, so that
 * a name server that now says otherwise is not asked.
 */
export const dialChecked: Dial = ({ host, port, addresses }) =>
  connectSocket({
    host,
    port,
    autoSelectFamily: true,
    lookup: (_name, options, answer) => {
      const all = addresses.map((address) => ({ address, family: isIP(address) }));
      const [first = { address: '', family: 0 }] = all;
      if (options.all) answer(null, all);
      else answer(null, first.address, first.family);
    },
  });

/** The same, for https: the certificate must be the name's. */
export function secureConnection(target: Target, dial: Dial): Socket {
  return connectTls({
    socket: dial(target),
    host: target.host,
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  });
}
