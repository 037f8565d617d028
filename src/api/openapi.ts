import * as z from 'zod';
import { type ProblemStatus, problemType } from './problem.ts';
import { type Answer, type ApiRoute, base, guardedPart, isOnArticle } from './route.ts';
import { namedShapes, problemShape } from './shapes.ts';

const meanings: Record<ProblemStatus, string> = {
  400: 'The body is not JSON in UTF-8.',
  401: 'No token was sent, or none that works.',
  403: 'It was sent from a page of another site; or the token was not made for it, or its holder may not do it.',
  404: 'There is no such thing for whoever asks.',
  405: 'The address does not take this method.',
  409: 'It does not go with how things stand: no comments are taken, or the article is published already.',
  410: 'It was withdrawn.',
  412: 'The article was changed since the version that If-Match names.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
  422: 'An input is at fault, or the Idempotency-Key was used for something else.',
  428: 'If-Match is missing.',
  429: 'Too many comments came from this network address: wait as long as Retry-After says.',
  500: 'Something went wrong here.',
  503: 'It cannot be answered at present.',
};

/** Describes a table of routes as OpenAPI 3.1. */
export function describeApi(routes: ApiRoute[], { title, url }: { title: string; url: string }) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: '3.1.1',
    info: {
      title,
      version: '1',
      description:
        'Articles and their comments as readers see them; with a token, writing and publishing. Keys may be added, never renamed.',
    },
    servers: [{ url: url + base }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made at the desk, with its scopes.' },
      },
    },
  };
}

function operation(route: ApiRoute) {
  return {
    operationId: route.name,
    summary: route.summary,
    security: securityOf(route),
    parameters: [
      ...pathParameters(route.path),
      ...parametersIn('query', route.query),
      ...parametersIn('header', route.headers),
    ],
    ...(route.body
      ? {
          requestBody: { required: true, content: content(route.bodyType ?? 'application/json', route.body) },
        }
      : {}),
    responses: responses(route),
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function parametersIn(place: 'query' | 'header', shape: z.ZodObject | undefined) {
  return Object.entries(shape?.shape ?? {}).map(([name, part]) => {
    const { description, ...schema } = schemaOf(part);
    return { name, in: place, required: false, description, schema };
  });
}

/** Each way in: by a token made for a scope, or without one. */
function securityOf(route: ApiRoute): Record<string, string[]>[] {
  const guarded = guardedPart(route);
  const byToken = guarded === null ? [] : [{ token: [guarded.access.scope] }];
  return route.access === 'anybody' ? [{}, ...byToken] : byToken;
}

/** What the gate itself refuses. */
function gateProblems(route: ApiRoute): ProblemStatus[] {
  const guarded = guardedPart(route);
  if (guarded === null) return [];
  return isOnArticle(guarded) ? [401, 403, 404] : [401, 403];
}

function responses(route: ApiRoute): Record<string, object> {
  const { method, answers } = route;
  const problems = new Set([...gateProblems(route), ...route.problems, 500 as const]);
  const good = Object.entries(answers).map(([status, answer]) => [status, goodResponse(answer)]);
  const known = method === 'get' ? [['304', { description: 'What the ETag names is still true.' }]] : [];
  const bad = [...problems].map((status) => [status, badResponse(status)]);
  return Object.fromEntries([...good, ...known, ...bad]);
}

function goodResponse({ meaning, shape, headers = [] }: Answer) {
  return {
    description: meaning,
    ...headersOf(headers),
    ...(shape ? { content: content('application/json', shape) } : {}),
  };
}

function badResponse(status: ProblemStatus) {
  return {
    description: meanings[status],
    ...headersOf(status === 429 ? ['Retry-After'] : []),
    content: content(problemType, problemShape),
  };
}

function headersOf(names: string[]) {
  if (names.length === 0) return {};
  return { headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])) };
}

function content(type: string, shape: z.ZodType) {
  return { [type]: { schema: schemaOf(shape) } };
}

/** A shape as JSON Schema: by reference where it is named. Answers may get more keys, so none is closed. */
function schemaOf(shape: z.ZodType): z.core.JSONSchema.BaseSchema {
  const named = namedShapes.get(shape);
  if (named) return { $ref: refTo(named.id) };
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input' });
  return schema;
}

function componentSchemas(): Record<string, object> {
  const { schemas } = z.toJSONSchema(namedShapes, { io: 'input', uri: refTo });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}

function refTo(id: string): string {
  return `#/components/schemas/${id}`;
}
