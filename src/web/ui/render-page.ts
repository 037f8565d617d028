import type { JSX } from 'hono/jsx/jsx-runtime';

const blockEnd =
  /<\/(?:p|li|[uo]l|d[ltd]|h[1-6]|div|article|section|header|footer|main|nav|aside|blockquote|tr|figure|fieldset|legend|label|option|button|head|title|script)>(?=<)/g;

/**
 * The page as text, with its doctype. A line break follows each block, so that words of two blocks stay apart
 * for whoever drops the tags.
 */
export function renderPage(node: JSX.Element): string {
  const html = node.toString();
  if (typeof html !== 'string') throw new TypeError('A page must not wait for anything.');
  return `<!doctype html>\n${html.replace(blockEnd, '$&\n')}`;
}
