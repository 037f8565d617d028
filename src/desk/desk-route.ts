import type { Verb } from '../staff/roles.ts';
import type { Call, Visit } from './visit.ts';

type Address = { method: 'GET' | 'POST' | 'ALL'; path: string };

/** A route of the desk with the permission that it needs. */
export type StaffRoute = Address & { verb: Verb; answer(visit: Visit): Promise<Response> | Response };

/** One of the few that somebody not signed in may use. */
export type OpenRoute = Address & { verb: 'anybody'; answer(call: Call): Promise<Response> | Response };

export type DeskRoute = StaffRoute | OpenRoute;

export const signInPath = '/desk/sign-in/';
