import { type ArticleVerb, type GeneralVerb, isArticleVerb } from '../staff/permissions.ts';
import type { ArticleVisit, Call, Visit } from './visit.ts';

type Address = { method: 'GET' | 'POST' | 'ALL'; path: string };

/** A route of the desk with the permission that it needs. */
export type StaffRoute = Address & {
  verb: GeneralVerb;
  /** True where a form may come with a file: it is read only of whoever may send one. */
  files?: true;
  /** True for what gives rights away: whoever asks must have signed in lately. */
  fresh?: true;
  answer(visit: Visit): Promise<Response> | Response;
};

/** A route to one article, whose id is `:id` in the path: its stage is part of the permission. */
export type ArticleRoute = Address & {
  verb: ArticleVerb;
  answer(visit: ArticleVisit): Promise<Response> | Response;
};

/** One of the few that somebody not signed in may use. */
export type OpenRoute = Address & { verb: 'anybody'; answer(call: Call): Promise<Response> | Response };

export type DeskRoute = StaffRoute | ArticleRoute | OpenRoute;

/** A route that asks who is signed in. */
export type SignedInRoute = StaffRoute | ArticleRoute;

/** Whether a route is to one article. */
export const isArticleRoute = (route: DeskRoute): route is ArticleRoute =>
  route.verb !== 'anybody' && isArticleVerb(route.verb);

export const signInPath = '/desk/sign-in/';

/** Who is on the staff: for owners. */
export const staffPath = '/desk/staff/';

/** Somebody's own account. */
export const youPath = '/desk/you/';
