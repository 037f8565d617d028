import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsInside, productSources } from '../../../test/architecture/sources.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import type { TestSite } from '../../../test/support/site.ts';
import { erasePerson } from '../../comments/people/erase-person.ts';
import { exportPerson } from '../../comments/people/export-person.ts';
import { importCapture } from '../../migration/import-capture.ts';
import { nameHints } from '../../moderation/name-hints.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { Site } from '../../site.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { type Browser, openDesk, signedIn } from '../fixtures.ts';

const day = 86_400_000;
let sent = 0;

/** A desk whose readers are published at once, and what a moderator is told of a name there. */
async function open(engine: EngineName, policy = 'open') {
  const desk = await openDesk(engine);
  const { site } = desk;
  await setSetting(site, 'comments.policy', policy);
  await setSetting(site, 'comments.pace', '0');
  const moderator = await signedIn(desk, 'moderator');
  return { site, moderator, hintOf: (id: string) => hintAt(moderator, id) };
}

/** The private lines of a response at the desk, as text; empty for none. */
async function hintAt(moderator: Browser, id: string): Promise<string> {
  const pages = await Promise.all(['/desk/queue/', '/desk/responses/'].map((path) => moderator.get(path)));
  const items = pages.flatMap(({ text }) => text.split('<li class="open" ').slice(1));
  const item = items.find((each) => each.startsWith(`id="response-${id}"`));
  assert.ok(item, 'it is listed at the desk');
  const [, lines = ''] = /<div class="private quiet">(.*?)<\/div>/s.exec(item) ?? [];
  return lines
    .replaceAll('</li>', '; ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;])/g, '$1')
    .trim();
}

type Who = { secret: string; address: string };

async function write(site: TestSite, articleId: string, { name, ...who }: Who & { name: string }) {
  sent += 1;
  site.clock.pass(1000);
  return granted(await send(site, { articleId, name, ...who, text: `Words ${sent}.` })).id;
}

onBothEngines('what a moderator is told of a name, and nobody else', (engine) => {
  test('what the same writer signs with as well: five names, and that there are others', async () => {
    const { site, hintOf } = await open(engine);
    const { id } = await publishSample(site);
    const one = (name: string) => write(site, id, { name, secret: 'one', address: name });
    const mike = await one('Mike');
    assert.equal(await hintOf(mike), '');
    await one('MIKE');
    assert.equal(await hintOf(mike), '', 'two spellings are one name');
    for (const name of ['Alder', 'Birch', 'Cedar']) await one(name);
    await write(site, id, { name: 'Stranger', secret: 'other', address: 'elsewhere' });
    const says = 'Only the desk sees this: the same writer also signs as';
    assert.equal(await hintOf(mike), `${says} Alder, Birch, Cedar;`);
    for (const name of ['Elm', 'Fir', 'Gorse', 'Hazel']) await one(name);
    assert.equal(await hintOf(mike), `${says} Alder, Birch, Cedar, Elm, Fir and others;`);
  });

  test('who else wrote from the same network address, for thirty days', async () => {
    const { site, hintOf } = await open(engine, 'all-held');
    const { id } = await publishSample(site);
    const tea = await write(site, id, { name: 'Tea Stall', secret: 'one', address: 'quay' });
    const rope = await write(site, id, { name: 'Ropewalk', secret: 'two', address: 'quay' });
    await write(site, id, { name: 'Far Away', secret: 'three', address: 'hill' });
    const says = 'Only the desk sees this: the same network address also wrote as';
    assert.equal(await hintOf(tea), `${says} Ropewalk in the last 30 days;`);
    assert.equal(await hintOf(rope), `${says} Tea Stall in the last 30 days;`);
    site.clock.pass(31 * day);
    await write(site, id, { name: 'Lamplighter', secret: 'four', address: 'quay' });
    assert.equal(await hintOf(tea), `${says} Lamplighter in the last 30 days;`);
  });

  test('a name of the archive of the same article that it looks like, or from which it is a letter away', async () => {
    const { site, hintOf } = await open(engine);
    const captured = {
      ...{ title: 'Ferry late', byline: null, published: '2011-05-03', paragraphs: ['It was late.'] },
      ...{ tags: { names: [], lost: 0 }, lostLinks: 0, commentsStated: 2, commentsOpen: true },
      comments: ['TH-resident', 'Bob'].map((author, index) => ({
        ...{ number: index + 1, author, published: null, kind: 'comment' as const },
        ...{ paragraphs: ['Yes.'], lostLinks: 0 },
      })),
    };
    const old = granted(await importCapture(site, { captured, publish: true }));
    const here = await publishSample(site);
    const near = await write(site, old.id, { name: 'TH Residents', secret: 'one', address: 'one' });
    const short = await write(site, old.id, { name: 'Rob', secret: 'two', address: 'two' });
    const elsewhere = await write(site, here.id, { name: 'TH Resident', secret: 'three', address: 'three' });
    const says = 'Only the desk sees this: the name looks like TH-resident, of the archive of this article;';
    assert.equal(await hintOf(near), says);
    assert.equal(await hintOf(short), '');
    assert.equal(await hintOf(elsewhere), '');
  });

  test('nothing of who has no name, of the staff, or of what was erased', async () => {
    const { site, hintOf } = await open(engine);
    await setSetting(site, 'comments.anonymous', 'yes');
    const { id } = await publishSample(site);
    const who = { secret: 'one', address: 'quay' };
    const nobody = await write(site, id, { ...who, name: '' });
    const mike = await write(site, id, { ...who, name: 'Mike' });
    const rosa = await write(site, id, { ...who, name: 'Rosa' });
    await write(site, id, { name: 'Ropewalk', secret: 'two', address: 'quay' });
    assert.equal(await hintOf(nobody), '');
    assert.match(await hintOf(mike), /signs as Rosa; .*wrote as Ropewalk in/);
    const erasing = { by: { actor: { role: 'editor' as const }, staffId: null }, reason: null };
    const person = { by: 'name' as const, value: 'Rosa' };
    granted(await erasePerson(site, { who: person, depth: 'name', erasing }));
    assert.equal(await hintOf(rosa), '');
    assert.match(
      await hintOf(mike),
      /^Only the desk sees this: the same network address also wrote as Ropewalk in/,
    );
    granted(await erasePerson(site, { who: { by: 'name', value: 'Ropewalk' }, depth: 'words', erasing }));
    assert.equal(await hintOf(mike), '');
  });

  test('readers, programs and the person themselves get none of it', async () => {
    const { site, hintOf } = await open(engine);
    const [here, there] = [await publishSample(site), await publishSample(site, { title: 'Elsewhere' })];
    const who = { secret: 'one', address: 'quay' };
    const mike = await write(site, here.id, { ...who, name: 'Mike' });
    await write(site, there.id, { ...who, name: 'Rosa' });
    await write(site, there.id, { secret: 'two', address: 'quay', name: 'Ropewalk' });
    await sequenceEntries(site);
    assert.match(await hintOf(mike), /Rosa.*Ropewalk/, 'there is something to tell');
    const { app } = createSiteWeb(site);
    const own = ['', 'feed/', 'feed/atom/', '1/', '1/conversation/'].map((part) => `${here.path}${part}`);
    const api = [`/api/v1/articles/${here.id}`, `/api/v1/articles/${here.id}/comments`];
    for (const path of [...own, ...api]) {
      const text = await (await app.request(path)).text();
      assert.doesNotMatch(text, /Rosa|Ropewalk|network address also/, path);
    }
    const data = await exportPerson(site.store.read, { by: 'name', value: 'Mike' });
    assert.equal(data.responses.length, 1);
    assert.doesNotMatch(JSON.stringify(data), /Rosa|Ropewalk/);
  });

  test('forty responses cost no more queries than one', async () => {
    const { site } = await open(engine);
    const { id } = await publishSample(site);
    const ids: string[] = [];
    for (let each = 0; each < 40; each += 1) {
      const who = { secret: `writer ${each % 20}`, address: `address ${each % 30}` };
      ids.push(
        await write(site, id, { ...who, name: `Quay ${'abcdefghijklmnopqrstuvwxyz'[each % 26]}${each}` }),
      );
    }
    const one = await queriesOf(site, ids.slice(0, 1));
    const all = await queriesOf(site, ids);
    assert.equal(all.hints, 40);
    assert.equal(all.queries, one.queries);
    assert.ok(all.queries <= 5, `${all.queries} queries`);
  });
});

/** How many queries the hints for these responses take. */
async function queriesOf(site: TestSite, ids: string[]) {
  let queries = 0;
  const read = site.store.read.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      queries += 1;
      return result;
    },
  });
  const counted = { ...site, store: { read } as Site['store'] };
  const hints = (await nameHints(counted, ids)).size;
  return { queries, hints };
}

test('only the desk asks for hints', () => {
  const asking = importsInside(productSources).filter(({ target }) => target === 'moderation/name-hints.ts');
  const outside = asking.filter(({ from }) => !/^(?:desk\/responses|moderation)\//.test(from));
  assert.ok(asking.length > 3);
  assert.deepEqual(outside, []);
});
