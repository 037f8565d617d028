import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Editor } from '../articles/keep-revision.ts';
import type { WaitingCounts } from '../moderation/waiting/waiting.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import type { Site } from '../site.ts';
import type { Role, Stage } from '../staff/permissions.ts';
import type { SessionFacts } from '../staff/session.ts';
import type { Staff } from '../staff/staff.ts';
import { withStaffMarker } from '../staff/staff-marker.ts';
import type { Form } from '../web/body.ts';
import type { SentForm } from '../web/multipart.ts';
import { renderPage } from '../web/ui/render-page.ts';

/** What every page of the desk says of its reader and of the work that waits. */
export type DeskView = {
  publication: PublicationView;
  staff: { id: string; name: string; role: Role };
  /** What waits for a decision, by its kind; null for whoever decides on no responses. */
  waiting: WaitingCounts | null;
  /** Open claims that came due today or before; null for whoever writes no articles. */
  claimsDue: number | null;
  /** Complaints that are open; null for whoever has no part in them. */
  openCases: number | null;
  /** Reviews that wait; null for whoever may not decide them. */
  openReviews: number | null;
  now: Date;
};

/**
 * A request to the desk by anybody. `form` is empty for a request without a body; `sent` is there for a form that came
 * with a file, and holds what was refused of it.
 */
export type Call = {
  c: Context;
  site: Site;
  publication: PublicationView;
  form: Form;
  sent: SentForm | null;
};

/** A request by somebody who is signed in and may do what they ask. */
export type Visit = Call & { staff: Staff; session: SessionFacts; desk: DeskView };

/** The same, to an article that is there: its id and where it stands. */
export type ArticleVisit = Visit & { id: string; stage: Stage };

/** Answers with a page. */
export function show({ c }: Call, page: JSX.Element, status: ContentfulStatusCode = 200): Response {
  return c.body(renderPage(page), status, { 'content-type': 'text/html; charset=utf-8' });
}

/** Answers 303: what was sent is done, and this page tells of it. */
export function seeOther({ c }: Call, path: string): Response {
  return c.redirect(path, 303);
}

/** Adds the `Set-Cookie` headers of a session that begins, goes on or ends. */
export function withCookies(response: Response, cookies: string[]): Response {
  for (const cookie of withStaffMarker(cookies)) response.headers.append('set-cookie', cookie);
  return response;
}

/** Who is signed in, as the verbs and the record name them: serves as editor and as moderator. */
export function actingAs({ staff }: Visit): Editor {
  return { actor: { role: staff.role }, staffId: staff.id };
}

/** A field as it was sent; empty where it was not. Invisible control characters are left out: no one types them. */
export function field(form: Form, name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  return (form.fields.get(name) ?? '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** What ids look like (UUID, RFC 9562): anything else in an address leads nowhere. */
export const idPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const wholeId = new RegExp(`^${idPattern}$`);

/** Whether a text is an id. */
export const isId = (text: string): boolean => wholeId.test(text);

/** The id in the address. */
export function pathId({ c }: Call): string {
  return c.req.param('id') ?? '';
}

/** An id from the query, or null where it is none. */
export function queryId({ c }: Call, name: string): string | null {
  const text = c.req.query(name) ?? '';
  return wholeId.test(text) ? text : null;
}

/** A whole number from 1 to 999,999,999 from the query, or null. */
export function queryNumber({ c }: Call, name: string): number | null {
  const text = c.req.query(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
