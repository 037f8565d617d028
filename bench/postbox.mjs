// A mail server that takes every letter and keeps none.
import { SMTPServer } from 'smtp-server';
import { undoLater } from './children.mjs';

export async function startPostbox() {
  let letters = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      letters += 1;
      stream.resume();
      stream.once('end', () => done());
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = undoLater(() => new Promise((resolve) => server.close(resolve)));
  return { url: `smtp://127.0.0.1:${server.server.address().port}`, count: () => letters, stop };
}
