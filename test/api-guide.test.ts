import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { addStaff } from '../src/staff/add-staff.ts';
import { makeToken } from '../src/tokens/make-token.ts';
import { scopes } from '../src/tokens/token.ts';
import { listen, stopListening } from '../src/web/server.ts';
import { createSiteWeb } from '../src/web-app.ts';
import { granted, publishSample } from './support/publish.ts';
import { openTestSite } from './support/site.ts';

const guide = readFileSync('docs/api.md', 'utf8');
const commands = [...guide.matchAll(/^```sh\n(curl .*?)^```$/gms)].map(([, command = '']) => command);

test('the commands of the guide to the API do what it says, as they stand there', async () => {
  const site = await openTestSite('sqlite');
  const server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
  after(() => stopListening(server));
  const SITE = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await publishSample(site);
  const owner = granted(await addStaff(site, { name: 'Ann', email: 'a@ledger.example', role: 'owner' }));
  const token = granted(await makeToken(site, owner, { name: 'guide', scopes: [...scopes], days: 7 }));
  const env: Record<string, string> = { PATH: process.env.PATH ?? '', SITE, TOKEN: token.secret };
  const stages: unknown[] = [];
  for (const command of commands) {
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
    const answer = JSON.parse(stdout);
    assert.equal(answer.status, undefined, `${command}\n${stdout}`);
    if (answer.stage === undefined) assert.equal(answer.items.length, 1);
    else {
      stages.push(answer.stage);
      env.ID = answer.id;
      env.VERSION = answer.version;
    }
  }
  assert.deepEqual(stages, ['draft', 'draft', 'draft', 'scheduled', 'draft', 'published']);
  const read = await fetch(`${SITE}/api/v1/articles/${env.ID}`);
  const { title } = (await read.json()) as { title: string };
  assert.equal(title, 'The lido opens in May');
});

test('the guide to the API names every scope, as the desk does', () => {
  const rows = [...guide.matchAll(/^\| `([a-z]+:[a-z]+)` \|/gm)].map(([, scope]) => scope);
  assert.deepEqual(rows, [...scopes]);
});
