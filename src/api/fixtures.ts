import assert from 'node:assert/strict';
import * as z from 'zod';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { publishArticle, writeArticle } from '../articles/save-article.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import { newId } from '../lib/ids.ts';
import { changeSetting } from '../publication/change-setting.ts';
import type { SettingKey } from '../publication/settings.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { Role, Stage } from '../staff/permissions.ts';
import { staffByEmail } from '../staff/queries.ts';
import type { Staff } from '../staff/staff.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { makeToken } from '../tokens/make-token.ts';
import { type Scope, scopes } from '../tokens/token.ts';
import { createWeb } from '../web/site-app.ts';
import { isApiPath, problem } from './problem.ts';
import { addApi } from './routes.ts';

const url = 'https://ledger.example';
const editor = { actor: { role: 'editor' }, staffId: null } as const;

/** What answers hold, of whatever kind: it is the API's own description that holds each to its shape. */
export type Content = {
  id: string;
  number: number;
  state: string;
  text: string | null;
  published: string | null;
  inReplyTo: number | null;
  author: { name: string; sameWriter: number[] };
  counts: { published: number; removed: number; withdrawn: number; withheld: number };
  receipt: string;
  cite: string | null;
  items: Content[];
  next: string | null;
  status: number;
  title: string;
  detail: string;
  instance: string;
  code: string;
  errors: { field: string | null; sentence: string }[];
  scope: string;
  version: string;
  stage: string;
  language: string | null;
  path: string | null;
  url: string | null;
  body: string;
  html: string;
  standfirst: string | null;
  format: string;
  authors: { name: string }[];
  tags: { name: string }[];
  slug: string | null;
  commentPolicy: string | null;
  schedule: { at: string; local: string; timeZone: string } | null;
  kind: string;
  was: string | null;
  now: string | null;
  why: string;
  standing: string;
  due: string;
  outcome: { outcome: string; sentence: string; by: { id: string } | null } | null;
  corrections: Content[];
  claims: Content[];
  closes: Content[];
  article: { id: string; title: string };
  attribution: { version: number; sources: object[]; replies: object[] } | null;
  review: { id: string; note: string; askedBy: string | null } | null;
  risk: { reason: string } | null;
  pin: { until: string | null } | null;
  withheld: { reason: string } | null;
};
export type Answer = { status: number; headers: Headers; body: Content };

type Media = Record<string, { schema: object }>;
export type Operation = {
  parameters: { name: string; schema: object }[];
  responses: Record<string, { content?: Media }>;
};
export type Described = {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { required?: string[]; additionalProperties?: boolean }> };
};

/** The API on a new site, asked as a program asks it: every answer is held against the API's own description. */
export async function openApi(engine: EngineName, settings: Partial<Record<SettingKey, string>> = {}) {
  const site = await openTestSite(engine);
  const web = createWeb(site, async (c, error) => {
    return isApiPath(c.req.path) ? problem(c, error) : c.text(error.sentence, error.status);
  });
  addApi(web);
  for (const [key, value] of Object.entries({ 'comments.policy': 'open', 'comments.pace': '0', ...settings }))
    assert.ok((await changeSetting(site, editor.actor, { key, value })).ok);
  const described = await web.app.request(`${url}/api/v1/openapi.json`);
  const document = (await described.json()) as Described;

  async function call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await web.app.request(new URL(path, url).href, init);
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: readJson(text) };
    followsDocument(document, { path, method: init.method ?? 'GET', answer });
    return answer;
  }

  let kept: Record<string, string> = {};

  /** Posts a comment as JSON; a text is sent as it stands. The cookie of the first is sent with those that follow. */
  async function post(
    articleId: string,
    content: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent = json('POST', content, { ...kept, ...headers });
    const answer = await call(`/api/v1/articles/${articleId}/comments`, sent);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie) kept = { cookie };
    return answer;
  }

  return { site, web, document, call, post };
}

export type Api = Awaited<ReturnType<typeof openApi>>;

/** An answer without a body has null for one. */
function readJson(text: string): Content {
  return JSON.parse(text || 'null');
}

type Asked = { path: string; method: string; answer: Answer };

/** Throws unless the description has this answer, with its status, media type and shape. */
function followsDocument(document: Described, { path, method, answer }: Asked): void {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 400) assert.equal(type, 'application/problem+json');
  const operation = operationAt(document, new URL(path, url).pathname, method);
  const described = operation?.responses[answer.status];
  if (operation) assert.ok(described, `${method} ${path} answered ${answer.status}, which is not described`);
  if (answer.body === null) return;
  const schema = described ? described.content?.[type]?.schema : { $ref: '#/components/schemas/Problem' };
  assert.ok(schema, `${method} ${path} answered ${type}, which is not described`);
  const checked = schemaFor(document, schema).safeParse(answer.body);
  assert.ok(checked.success, `${method} ${path}: ${checked.error?.message}`);
}

function operationAt(document: Described, path: string, method: string): Operation | undefined {
  const found = Object.keys(document.paths).find((pattern) =>
    new RegExp(`^/api/v1${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return found === undefined ? undefined : document.paths[found]?.[method.toLowerCase()];
}

function schemaFor(document: Described, schema: object): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas };
  const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text));
}

/** Somebody of a role on the staff; the same each time. */
export async function staffOf(site: TestSite, role: Role): Promise<Staff> {
  const email = `${role}@ledger.example`;
  const known = await staffByEmail(site.store.read, email);
  if (known) return known;
  const added = await addStaff(site, { name: `Ann ${role}`, email, role });
  assert.ok(added.ok);
  return added.value;
}

/** A token of somebody of that role, as the header that sends it. */
export async function tokenOf(
  site: TestSite,
  role: Role,
  { scopes: made = [...scopes], days = 30 }: { scopes?: Scope[]; days?: number } = {},
) {
  const staff = await staffOf(site, role);
  const token = await makeToken(site, staff, { name: 'a program', scopes: made, days });
  assert.ok(token.ok);
  return { id: token.value.id, staff, headers: { authorization: `Bearer ${token.value.secret}` } };
}

/** A request with a body of JSON. */
export function json(method: string, content: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  };
}

/** Publishes an article and answers its id and path. */
export async function publish(site: TestSite, fields: Partial<z.input<typeof articleInput>> = {}) {
  const id = await draft(site, fields);
  const published = await publishArticle(site, editor, id);
  assert.ok(published.ok);
  return published.value;
}

/** Writes an article that readers must not see. Answers its id. */
export function draft(site: TestSite, fields: Partial<z.input<typeof articleInput>> = {}): Promise<string> {
  const input = {
    title: 'The wall at Quay Street',
    standfirst: 'What was promised, and what stands.',
    body: 'The wall was *promised* in March.',
    byline: 'Ann Osei, Bob Rees',
    tags: 'harbour, council',
    ...fields,
  };
  return writeArticle(site, articleInput.parse(input));
}

/** An article that stands there: its id. */
export async function articleIn(site: TestSite, stage: Stage): Promise<string> {
  const fields = { title: `Bridge toll, ${stage}` };
  if (stage === 'published') return (await publish(site, fields)).id;
  const id = stage === 'withdrawn' ? (await publish(site, fields)).id : await draft(site, fields);
  if (stage === 'withdrawn')
    await site.store.write((tx) =>
      tx.updateTable('articles').set({ state: 'withdrawn' }).where('id', '=', id).execute(),
    );
  if (stage === 'in-review') {
    const review = { id: newId(site.clock, site.random), article_id: id, note: '' };
    const asked_at = site.clock.now().toISOString();
    await site.store.write((tx) =>
      tx
        .insertInto('article_reviews')
        .values({ ...review, asked_at })
        .execute(),
    );
  }
  if (stage === 'scheduled')
    assert.ok((await scheduleArticle(site, editor, { id, local: '2026-04-01T06:30' })).ok);
  return id;
}
