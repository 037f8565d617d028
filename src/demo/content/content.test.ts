import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allotmentReadmission } from './allotment-readmission.ts';
import { citedPages } from './cited-pages.ts';
import { longThread, longThreadArticle } from './long-thread.ts';
import { articles, publication } from './publication.ts';
import type { DemoArticle, DemoComment } from './types.ts';

const all: DemoArticle[] = [...articles, longThreadArticle];
const numbered = (article: DemoArticle) => article.comments.filter((comment) => comment.state !== 'held');
const published = (article: DemoArticle) => article.comments.filter((comment) => comment.state === undefined);
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
/** One style of quotation mark, apostrophe, dash and space, no emphasis, lower case. */
const folded = (text: string) =>
  text
    .replace(/[“”‘’'"]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
const articleOf = (slug: string): DemoArticle => {
  const found = all.find((article) => article.slug === slug);
  assert.ok(found, slug);
  return found;
};
const commentOf = (article: DemoArticle, number: number): DemoComment => {
  const found = numbered(article)[number - 1];
  assert.ok(found, `${article.slug} ${number}`);
  return found;
};

test('there are thirteen articles, each with a slug of its own', () => {
  assert.equal(all.length, 13);
  assert.equal(new Set(all.map((article) => article.slug)).size, all.length);
  for (const article of all) assert.match(article.slug, /^[a-z]+(-[a-z]+)*$/);
});

test('articles stand oldest first, between mid-September and 20 November 2026', () => {
  const times = articles.map((article) => article.published);
  assert.deepEqual(times, [...times].sort());
  for (const { published: at } of all) assert.ok(at >= '2026-09-14' && at < '2026-11-21', at);
});

test('articles are as long as articles of a small newsroom are', () => {
  for (const article of all) {
    const length = words(article.body).length;
    const least = article === allotmentReadmission ? 220 : 250;
    assert.ok(length >= least && length <= 700, `${article.slug}: ${length} words`);
    assert.ok(article.byline.length === 1 || article.byline.length === 2, article.slug);
  }
  assert.equal(new Set(all.flatMap((article) => article.byline)).size, 4);
});

test('about twenty tags are used, and most of them more than once', () => {
  const uses = new Map<string, number>();
  for (const tag of all.flatMap((article) => article.tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  assert.ok(uses.size >= 18 && uses.size <= 30, String(uses.size));
  assert.ok([...uses.values()].filter((count) => count > 1).length >= 10);
});

test('responses come after their article, one after another, and before 23 November', () => {
  for (const article of all) {
    let last = article.published;
    for (const comment of article.comments) {
      assert.match(comment.at, /^2026-\d\d-\d\dT\d\d:\d\dZ$/);
      assert.ok(comment.at > last, `${article.slug}: ${comment.at} after ${last}`);
      assert.ok(comment.at < '2026-11-23', comment.at);
      last = comment.at;
    }
  }
});

test('a reply names an earlier number', () => {
  for (const article of all) {
    const count = numbered(article).length;
    article.comments.forEach((comment, index) => {
      if (comment.inReplyTo === undefined) return;
      assert.ok(
        comment.inReplyTo >= 1 && comment.inReplyTo <= Math.min(index, count),
        `${article.slug}: ${comment.at}`,
      );
    });
  }
});

test('every removed response has a reason and a date, every withdrawn one a date, and held ones stand last', () => {
  for (const article of all) {
    const firstHeld = article.comments.findIndex((comment) => comment.state === 'held');
    if (firstHeld >= 0) {
      for (const comment of article.comments.slice(firstHeld))
        assert.equal(comment.state, 'held', comment.at);
    }
    for (const comment of article.comments) {
      assert.equal(comment.reason !== undefined, comment.state === 'removed', comment.at);
      const decided = comment.state === 'removed' || comment.state === 'withdrawn';
      assert.equal(comment.decidedAt !== undefined, decided, comment.at);
      if (comment.decidedAt !== undefined) assert.ok(comment.decidedAt > comment.at);
      if (comment.reason !== undefined) assert.match(comment.reason.sentence, /^\p{Lu}.*\.$/u);
    }
  }
  const states = all.flatMap((article) => article.comments).map((comment) => comment.state);
  assert.equal(states.filter((state) => state === 'held').length, 7);
  assert.ok(states.filter((state) => state === 'removed').length >= 4);
  assert.ok(states.filter((state) => state === 'withdrawn').length >= 2);
});

test('threads have the lengths that the demo shows', () => {
  const lengths = new Map(articles.map((article) => [article.slug, published(article).length]));
  assert.equal(lengths.get('customs-quay-hotel'), 41);
  assert.equal(lengths.get('bus-fourteen'), 25);
  assert.equal(lengths.get('bridge-bolts'), 0);
  assert.ok([...lengths.values()].filter((length) => length >= 5 && length <= 15).length >= 6);
  assert.ok(articles.some((article) => article.policy === 'closed'));
});

test('several readers come back under several articles', () => {
  const under = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const { name } of article.comments)
      under.set(name, (under.get(name) ?? new Set()).add(article.slug));
  }
  assert.ok([...under.values()].filter((slugs) => slugs.size >= 3).length >= 8);
  assert.ok([...under.keys()].some((name) => /\p{Script=Arabic}/u.test(name)));
  assert.ok(articles.some((article) => article.comments.some(({ text }) => /\S{70}/.test(text))));
});

test('every claim is a passage of its article, word for word, with a date', () => {
  for (const article of all) {
    assert.ok(article.claims === undefined || article.claims.length > 0);
    for (const claim of article.claims ?? []) {
      assert.ok(article.body.includes(claim.passage), `${article.slug}: ${claim.passage}`);
      assert.match(claim.due, /^202[67]-\d\d-\d\d$/);
      assert.ok(claim.due > article.published.slice(0, 10));
    }
  }
});

test('the main article is built like the page it follows', () => {
  const article = allotmentReadmission;
  assert.equal(article.body.split('\n\n').length, 6);
  const length = words(article.body).length;
  assert.ok(length >= 220 && length <= 265, String(length));
  assert.equal(article.tags.length, 6);
  assert.equal(published(article).length, 6);
  assert.equal(article.comments.length, 6);
  const [first, second, third, fourth, fifth, sixth] = article.comments;
  assert.ok(first && second && third && fourth && fifth && sixth);
  assert.equal(second.name, fourth.name);
  assert.match(third.text, /\bthe first response\b/i);
  assert.match(fourth.text, /^> /m);
  assert.equal(fourth.text.match(/\]\(https:/g)?.length, 2);
  assert.ok(fifth.text.startsWith('Agree with SL-plotholder.'));
  assert.notEqual('SL-plotholder', second.name);
  assert.match(sixth.text, /:$/);
  assert.match(article.body, /^Sources close to /m);
  assert.match(article.body, /^According to [a-z ]*officials,/m);
});

test('what the main article’s fourth response puts in the first one’s mouth, nobody wrote', () => {
  const { body, comments } = allotmentReadmission;
  const invented = 'proof that he cheated';
  assert.ok(comments[3]?.text.includes(`Marrow & Sons’s “${invented}”`));
  for (const text of [body, ...comments.slice(0, 3).map((comment) => comment.text)]) {
    assert.ok(!folded(text).includes(invented));
    assert.ok(!folded(text).includes('cheated'));
  }
});

test('quotations that promise to be exact are, and those that promise not to be are not', () => {
  const promised: [slug: string, by: number, of: number, quote: string, exact: boolean][] = [
    ['allotment-readmission', 2, 1, 'two fingers to every member who kept the rules', true],
    ['lido-heater', 4, 2, 'The sensor was the only thing in that building that was doing its job.', true],
    ['sluice-gate-keys', 9, 8, 'On the theory that the sea does not read it', true],
    ['whale-bones', 3, 0, 'Eleven men in bowler hats standing on it', true],
    ['saltings-house-fees', 3, 2, 'the other £139', true],
    ['saltings-house-fees', 7, 6, 'You would like the closure less', true],
    ['rowing-club-treasurer', 2, 0, 'fraud by abuse of position', true],
    ['town-crier', 6, 5, 'Mr Vane was not heard', true],
    ['town-crier', 11, 10, 'Everything else is hats', true],
    ['bus-fourteen', 5, 4, 'I do not use it, I shall never use it, and I pay for it', true],
    ['bus-fourteen', 20, 4, 'do not use it and never will and pay for it', false],
    ['customs-quay-hotel', 8, 0, 'Thirty-eight jobs, counted as full-time', true],
    ['customs-quay-hotel', 24, 1, 'not sure that I am against this one', true],
    ['customs-quay-hotel', 25, 1, 'watched five schemes for that shed come and go', false],
    ['customs-quay-hotel', 28, 27, 'When we say ‘jobs’ I would like us to see a person with a mop', true],
    ['memorial-name', 6, 4, 'If they are still looking for a town crier they can stop.', true],
    ['mussel-beds', 3, 2, 'Neither has an alibi', true],
  ];
  for (const [slug, by, of, quote, exact] of promised) {
    const article = articleOf(slug);
    const source = of === 0 ? article.body : commentOf(article, of).text;
    assert.ok(commentOf(article, by).text.toLowerCase().includes(`“${quote.toLowerCase()}”`), quote);
    assert.equal(folded(source).includes(folded(quote)), exact, quote);
  }
});

test('every link goes to a host that cannot exist', () => {
  const page = [
    publication.about,
    publication.rules.join(' '),
    publication.howDecided,
    publication.privacy,
    publication.contact,
  ];
  const responses = all.flatMap((article) => article.comments);
  const texts = [...page, ...all.map((article) => article.body), ...responses.map((comment) => comment.text)];
  const addresses = texts.flatMap((text) => text.match(/(?:https?:\/\/|mailto:)[^\s)]+/g) ?? []);
  addresses.push(...responses.flatMap((comment) => comment.url ?? []));
  assert.ok(addresses.length > 25);
  for (const address of addresses) {
    const { hostname, pathname } = new URL(address);
    assert.ok((hostname || pathname).endsWith('.example'), address);
  }
});

test('texts are set with curly quotation marks and without stray spaces', () => {
  for (const article of all) {
    const texts = [
      article.title,
      article.standfirst,
      article.body,
      ...article.comments.map((comment) => comment.text),
    ];
    for (const text of texts) {
      assert.doesNotMatch(text.replace(/https?:\S+/g, ''), /["'`]/, article.slug);
      assert.equal(text, text.trim());
      assert.doesNotMatch(text, / {2}|\t|\n{3}/, article.slug);
    }
  }
});

test('the long thread has 1,200 responses, no two of them alike, by a hundred names or more', () => {
  const thread = [...longThread(1_200)];
  assert.equal(thread.length, 1_200);
  assert.equal(new Set(thread.map((comment) => comment.text)).size, 1_200);
  assert.ok(new Set(thread.map((comment) => comment.name)).size >= 100);
  for (const { text } of thread) {
    assert.doesNotMatch(text, /[{}<>"'`]|undefined| {2}/);
    assert.match(text, /^[\p{Lu}@“].*[.?!:)]$/su);
    assert.ok(!text.includes('still counting'), text);
  }
});

test('the long thread is the same every time', () => {
  assert.deepEqual([...longThread(300)], [...longThread(300)]);
});

test('the long thread runs for three weeks and its times rise', () => {
  let last = longThreadArticle.published;
  for (const { at } of longThread(1_200)) {
    assert.match(at, /^2026-\d\d-\d\dT\d\d:\d\dZ$/);
    assert.ok(at > last);
    last = at;
  }
  assert.ok(last > '2026-10-17' && last < '2026-10-20', last);
});

test('two in five of the long thread are replies, and one in ten quotes what it answers word for word', () => {
  const thread = [...longThread(1_200)];
  let replies = 0;
  let quoting = 0;
  let pointing = 0;
  thread.forEach((comment, index) => {
    if (/\b(?:comment|response|number|to) \d+|@|the first response/i.test(comment.text)) pointing += 1;
    if (comment.inReplyTo === undefined) return;
    replies += 1;
    assert.ok(comment.inReplyTo >= 1 && comment.inReplyTo <= index);
    const answered = thread[comment.inReplyTo - 1];
    const quote = /“([^”]{15,})”/.exec(comment.text)?.[1];
    if (quote !== undefined && answered?.text.includes(quote)) quoting += 1;
  });
  assert.ok(replies > 420 && replies < 540, `${replies} replies`);
  assert.ok(quoting > 90 && quoting < 160, `${quoting} quotations`);
  assert.ok(pointing > 35 && pointing < 110, `${pointing} references`);
});

test('the long thread can be made long enough for measurements', () => {
  const texts = new Set<string>();
  let last = 0;
  for (const { at, text } of longThread(100_000)) {
    const time = Date.parse(at);
    assert.ok(time > last);
    last = time;
    texts.add(text);
  }
  assert.equal(texts.size, 100_000);
});

test('1,200 responses are made in less than a fifth of a second', () => {
  const start = performance.now();
  for (const comment of longThread(1_200)) assert.ok(comment.text);
  assert.ok(performance.now() - start < 200);
});

const seeds = join(process.cwd(), '../shared/seeds');
test('no run of six words is taken from the page that the demo follows', { skip: !existsSync(seeds) }, () => {
  const runs = (text: string) => {
    const list = folded(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];
    return list.slice(5).map((_, index) => list.slice(index, index + 6).join(' '));
  };
  const taken = new Set(
    readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => runs(readFileSync(join(seeds, name), 'utf8'))),
  );
  assert.ok(taken.size > 500);
  const ours = all.flatMap((article) => [
    article.title,
    article.standfirst,
    article.body,
    ...article.comments.map((comment) => comment.text),
  ]);
  for (const { text } of longThread(1_200)) ours.push(text);
  for (const text of ours) {
    for (const run of runs(text)) assert.ok(!taken.has(run), run);
  }
});

test('pages that are lost are cited where the demo says, and were kept before they were lost', () => {
  for (const { url, slug, kept, since } of citedPages) {
    const { body, comments } = articleOf(slug);
    const texts = [body, ...comments.map(({ text }) => text)];
    assert.ok(
      texts.some((text) => text.includes(`](${url})`)),
      url,
    );
    assert.ok(kept < since && since < '2026-11-23', url);
  }
  assert.ok(citedPages.some(({ now }) => now === null) && citedPages.some(({ now }) => now !== null));
});

test('one of the staff answers, under a name that stands over articles; one writer changes words in time', () => {
  const comments = all.flatMap((article) => article.comments);
  const bylines = new Set(all.flatMap((article) => article.byline));
  const staff = comments.filter(({ isStaff }) => isStaff);
  assert.ok(staff.length > 0 && staff.every(({ name }) => bylines.has(name)));
  const edited = comments.flatMap(({ at, edited: change, text }) => (change ? [{ at, text, change }] : []));
  assert.ok(edited.length > 0);
  for (const { at, text, change } of edited) {
    assert.notEqual(change.was, text);
    assert.ok(Date.parse(change.at) - Date.parse(at) < 600_000 && change.at > at);
  }
});
