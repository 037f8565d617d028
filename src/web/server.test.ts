import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { test } from 'node:test';
import { openTestSite } from '../../test/support/site.ts';
import { listen, stopListening } from './server.ts';
import { createWeb } from './site-app.ts';

test('a form that never ends is cut off; one with a file may take longer', async (t) => {
  const site = await openTestSite('sqlite');
  const web = createWeb(site, async (c, { status, sentence }) => c.text(sentence, status));
  web.app.post('/x', async (c) => c.text(`${(await c.req.arrayBuffer()).byteLength} bytes`));
  const server = await listen(web, { port: 0, host: '127.0.0.1', slowest: 200 });
  t.after(() => stopListening(server));
  const { port } = server.address() as AddressInfo;
  const begin = (type: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined); // it is closed on: that is what is looked for
    socket.write(`POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 4\r\n\r\nab`);
    return socket;
  };
  const file = begin('multipart/form-data; boundary=x');
  const form = begin('application/x-www-form-urlencoded');
  form.resume();
  await once(form, 'close');
  file.write('cd');
  const [answer] = await once(file, 'data');
  assert.match(String(answer), /^HTTP\/1\.1 200 [\s\S]*4 bytes/);
  file.destroy();
});
