import assert from 'node:assert/strict';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { publishDue } from '../articles/publish-due.ts';
import { publishArticle, writeArticle } from '../articles/save-article.ts';
import { withdrawArticle } from '../articles/withdraw-article.ts';
import { postComment } from '../comments/post-comment.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { newId } from '../lib/ids.ts';
import { takeEffect } from '../moderation/press-release.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { Role, Stage } from '../staff/permissions.ts';
import { createSignInLink } from '../staff/sign-in.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { createWeb, type Web } from '../web/site-app.ts';
import { addDesk } from './routes.tsx';

export type Desk = { site: TestSite; web: Web };
export type Answer = { status: number; text: string; location: string | null; headers: Headers };

const names: Record<Role, string> = {
  owner: 'Ann Osei',
  editor: 'Edda Rees',
  author: 'Imogen Thrale',
  moderator: 'Bede Hallam',
};

/** A desk on an empty database, with somebody of each role on the staff. */
export async function openDesk(engine: EngineName, env: Record<string, string> = {}): Promise<Desk> {
  const site = await openTestSite(engine, env);
  await hireEveryRole(site);
  const web = createWeb(site, async (c, { status, sentence }) => c.text(sentence, status));
  addDesk(web);
  return { site, web };
}

/** Puts somebody of each role on the staff. */
export async function hireEveryRole(site: TestSite): Promise<void> {
  for (const [role, name] of Object.entries(names)) {
    const added = await addStaff(site, { name, email: emailOf(role), role });
    assert.ok(added.ok);
  }
}

function emailOf(role: string): string {
  return `${role}@ledger.example`;
}

/** The path of a new link for whoever has this role. */
export async function linkFor({ site }: Desk, role: Role): Promise<string> {
  const link = await createSignInLink(site, emailOf(role));
  assert.ok(link.ok);
  const { pathname, search } = new URL(link.value.url);
  return pathname + search;
}

/** A browser that keeps cookies and sends its Origin, as browsers do. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get(path: string): Promise<Answer> {
    return this.ask(path, {});
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields).toString();
    const type = 'application/x-www-form-urlencoded';
    const own = { origin: this.desk.site.config.url, 'content-type': type, ...headers };
    return this.ask(path, { method: 'POST', body, headers: own });
  }

  async ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const { config } = this.desk.site;
    const response = await this.desk.web.app.request(`${config.url}${path}`, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/Max-Age=0/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A browser in which somebody of this role has signed in by a real link. */
export async function signedIn(desk: Desk, role: Role): Promise<Browser> {
  const browser = new Browser(desk);
  const token = new URLSearchParams((await linkFor(desk, role)).split('?')[1]).get('token') ?? '';
  const answer = await browser.post('/desk/sign-in/', { token });
  assert.equal(answer.status, 303);
  return browser;
}

const editor = { actor: { role: 'editor' }, staffId: null } as const;

/** A published article. */
export async function publish({ site }: Desk, title: string): Promise<{ id: string; path: string }> {
  const input = articleInput.parse({ title, body: 'The board met at six.', byline: 'Imogen Thrale' });
  const published = await publishArticle(site, editor, await writeArticle(site, input));
  assert.ok(published.ok);
  return published.value;
}

/** An article that stands there: its id. */
export async function articleIn(desk: Desk, stage: Stage): Promise<string> {
  const { site } = desk;
  const title = `Bridge toll, ${stage}`;
  if (stage === 'published' || stage === 'withdrawn') {
    const { id } = await publish(desk, title);
    if (stage === 'withdrawn')
      assert.ok((await withdrawArticle(site, editor, { id, reason: 'wrong', note: 'It was wrong.' })).ok);
    return id;
  }
  const id = await writeArticle(site, articleInput.parse({ title, body: 'The board met at six.' }));
  const at = site.clock.now().toISOString();
  if (stage === 'in-review') {
    const review = { id: newId(site.clock, site.random), article_id: id, asked_at: at, note: '' };
    await site.store.write((tx) => tx.insertInto('article_reviews').values(review).execute());
  }
  if (stage === 'scheduled') {
    const time = { publish_at: '2026-04-01T05:30:00.000Z', local_time: '2026-04-01T06:30' };
    const zone = { time_zone: 'Europe/London', set_at: at, set_by_role: 'editor' };
    const schedule = { article_id: id, ...time, ...zone };
    await site.store.write((tx) => tx.insertInto('article_schedules').values(schedule).execute());
  }
  return id;
}

export type Words = { name: string; text: string; url?: string; inReplyTo?: number };

/** A reader's response, by a writer of their own. Answers its id. */
export async function respond({ site }: Desk, articleId: string, words: Words): Promise<string> {
  const posted = await postComment(site, {
    articleId,
    input: {
      ...{ name: words.name, text: words.text, email: null },
      ...{ url: words.url ?? null, inReplyTo: words.inReplyTo ?? null },
    },
    writer: { secret: words.name, address: words.name, honeypot: false },
  });
  assert.ok(posted.ok);
  return posted.value.id;
}

/** Lets time pass, then does what has come due and gives the record's entries their places. */
export async function pass({ site }: Desk, milliseconds: number): Promise<void> {
  site.clock.pass(milliseconds);
  await runDueJobs(site, { 'article.publish-due': publishDue, 'comment.release': takeEffect });
  await sequenceEntries(site);
}

/** What is stored of a response. */
export async function stored({ site }: Desk, id: string) {
  return site.store.read
    .selectFrom('comments')
    .select(['state', 'number', 'release_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
