import type { JSX } from 'hono/jsx/jsx-runtime';

const blockEnd =
  /<\/(?:[uo]l|d[ltd]|div|article|section|header|footer|main|nav|aside|tr|figure|fieldset|legend|label|option|button|head|title|script)>(?=<)/g;
const paragraphEnd = /<\/(?:p|li|h[1-6]|blockquote)>\s*(?=<)/g;

/**
 * The page as text, with its doctype. A line break follows each block and an empty line each paragraph, so
 * that they stay apart for whoever drops the tags.
 */
export function renderPage(node: JSX.Element): string {
  const html = node.toString();
  if (typeof html !== 'string') throw new TypeError('A page must not wait for anything.');
  return `<!doctype html>\n${html.replace(blockEnd, '$&\n').replace(paragraphEnd, (end) => `${end.trimEnd()}\n\n`)}`;
}
