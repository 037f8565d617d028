import type { Context } from 'hono';
import type { z } from 'zod';
import type { Editor } from '../articles/keep-revision.ts';
import type { Site } from '../site.ts';
import { type ArticleVerb, type GeneralVerb, isArticleVerb, type Stage } from '../staff/permissions.ts';
import type { Staff } from '../staff/staff.ts';
import type { Scope } from '../tokens/token.ts';
import type { Web } from '../web/site-app.ts';
import type { ProblemStatus } from './problem.ts';

/** Where the routes' paths begin. */
export const base = '/api/v1';

/** What one address takes and answers. The routes and their description are made of the same table of these. */
type Described = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `base`; a parameter stands in braces, as in `/articles/{id}`. */
  path: string;
  /** The operation's id in the description. */
  name: string;
  summary: string;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodObject;
  /** How the body is sent, where not as JSON. */
  bodyType?: 'multipart/form-data';
  answers: Record<number, Answer>;
  /** Refusals, each a problem, besides those that the gate makes. */
  problems: ProblemStatus[];
};

export type Answer = { meaning: string; shape?: z.ZodType; headers?: string[] };

/** For everybody. With a token, `asStaff` answers instead where it is there. */
export type OpenRoute = Described & {
  access: 'anybody';
  asStaff?: Guarded;
  handle(web: Web, c: Context): Promise<Response>;
};

/** What a token must have been made for, and what its holder must be allowed to do. */
export type Access<V> = { scope: Scope; verb: V };

/** For whoever brings a token. */
export type StaffRoute = Described & {
  access: Access<GeneralVerb>;
  handle(call: ApiCall): Promise<Response>;
};

/** The same, to the article whose id is `{id}` in the path: its stage is part of the permission. */
export type ArticleRoute = Described & {
  access: Access<ArticleVerb>;
  handle(call: ArticleCall): Promise<Response>;
  /** What a request that was done before answers, sent again when the article stands elsewhere; null for a new one. */
  repeated?(call: ArticleCall): Promise<Response | null>;
};

type OnArticle = Pick<ArticleRoute, 'access' | 'handle' | 'repeated'>;

export type ApiRoute = OpenRoute | StaffRoute | ArticleRoute;

/** What the gate lets a token's holder do. */
export type Guarded = Pick<StaffRoute, 'access' | 'handle'> | OnArticle;

/** A request by somebody who is known by a token and may do what they ask. */
export type ApiCall = { site: Site; c: Context; staff: Staff; editor: Editor; tokenId: string };
export type ArticleCall = ApiCall & { id: string; stage: Stage };

/** Whether it is about one article. */
export function isOnArticle(guarded: Guarded): guarded is OnArticle {
  return isArticleVerb(guarded.access.verb);
}

/** What of a route asks for a token: the route, what staff get of an open one, or nothing. */
export function guardedPart(route: ApiRoute): Guarded | null {
  if (route.access === 'anybody') return route.asStaff ?? null;
  return route as Guarded;
}
