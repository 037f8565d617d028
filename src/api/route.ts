import type { Context } from 'hono';
import type { z } from 'zod';
import type { Web } from '../web/site-app.ts';
import type { ProblemStatus } from './problem.ts';

/** Where the routes' paths begin. */
export const base = '/api/v1';

/** What one address takes and answers. The routes and their description are made of the same table of these. */
export type ApiRoute = {
  method: 'get' | 'post';
  /** Below `base`; a parameter stands in braces, as in `/articles/{id}`. */
  path: string;
  /** The operation's id in the description. */
  name: string;
  summary: string;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodObject;
  answers: Record<number, Answer>;
  /** Refusals, each a problem. */
  problems: ProblemStatus[];
  handle(web: Web, c: Context): Promise<Response>;
};

export type Answer = { meaning: string; shape: z.ZodType; headers?: string[] };
