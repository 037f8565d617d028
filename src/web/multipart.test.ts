import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Hono } from 'hono';
import { pino } from 'pino';
import { readMultipart, type SentForm } from './multipart.ts';

/** What is read of a request, and what the log says of it. */
async function readOf(t: TestContext, init: RequestInit, read = 1_000_000) {
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  let sent: SentForm | undefined;
  const app = new Hono().post('/', async (c) => {
    sent = await readMultipart(c, { folder, bytes: 1000, read, log });
    return c.text('');
  });
  await app.request('/', { method: 'POST', ...init });
  assert.ok(sent);
  return { sent, lines };
}

function formOf({ fields = 0, files = 0 }): FormData {
  const form = new FormData();
  for (let n = 1; n <= fields; n += 1) form.append(`field-${n}`, 'x');
  for (let n = 1; n <= files; n += 1) form.append('file', new File(['y'], 'y.txt'));
  return form;
}

test('a form with a file that broke off says so in plain words; the log says how', async (t) => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const body = '--x\r\nContent-Disposition: form-data; name="alt"\r\n\r\nThe bri';
  const { sent, lines } = await readOf(t, { headers, body });
  assert.equal(sent.refusal?.sentence, 'What was sent broke off: send it again.');
  assert.match(lines.join(''), /Unexpected end/);
});

test('a form with a file that goes on for ever is far too large', async (t) => {
  const { sent } = await readOf(t, { body: formOf({ fields: 40 }) }, 1000);
  assert.equal(sent.refusal?.code, 'too-large');
});

test('no field and no file is left out without a word', async (t) => {
  const whole = (await readOf(t, { body: formOf({ fields: 50, files: 1 }) })).sent;
  assert.deepEqual([whole.form.fault, whole.form.fields.size, whole.file?.bytes], [null, 50, 1]);
  const many = (await readOf(t, { body: formOf({ fields: 51, files: 1 }) })).sent;
  assert.match(many.form.fault ?? '', /^A form with a file has at most 50 fields: this one has more\.$/);
  const files = (await readOf(t, { body: formOf({ files: 2 }) })).sent;
  assert.match(files.form.fault ?? '', /^One file is taken at once/);
});
