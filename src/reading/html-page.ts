import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Page } from '../web/page-cache.ts';
import { renderPage } from '../web/ui/render-page.ts';

export const htmlType = 'text/html; charset=utf-8';

/** A rendered page as it is cached and sent. */
export function htmlPage(node: JSX.Element): Page {
  return { body: renderPage(node), type: htmlType };
}
