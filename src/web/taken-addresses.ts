import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import type { Bindings } from './client-address.ts';

const apps = new WeakMap<Site, Hono<{ Bindings: Bindings }>>();

/** Remembers which application answers for a site. */
export function noteApp(site: Site, app: Hono<{ Bindings: Bindings }>): void {
  apps.set(site, app);
}

/**
 * Whether a route of the site answers at or below `/segment/`: read from the router itself, so that a new route is
 * among them. What matches any segment is not counted, or else every one would be taken.
 */
export function isTakenAddress(site: Site, segment: string): boolean {
  const firsts = new Set((apps.get(site)?.routes ?? []).map(({ path }) => path.split('/')[1] ?? ''));
  return [...firsts].some((first) => matches(first, segment));
}

function matches(first: string, segment: string): boolean {
  const pattern = /^:\w+\{(.*)\}$/.exec(first)?.[1];
  if (pattern !== undefined) return new RegExp(`^(?:${pattern})$`).test(segment);
  return first.toLowerCase() === segment;
}
