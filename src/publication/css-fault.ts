/**
 * What is wrong with a publication's own CSS, to stand behind its name; null where nothing is. It may ask no other
 * host for anything (the content policy of every page forbids it too), and its blocks must close, so that it can
 * be read by whoever comes after. Comments and escapes hide nothing.
 */
export function cssFault(css: string): string | null {
  const code = decoded(withoutComments(css));
  if (/<\/?(?:style|script)|<!--/i.test(code)) return 'must not hold tags';
  if (/@(?:import|charset|namespace)\b/i.test(code)) return 'must not use @import, @charset or @namespace';
  if (/\bexpression\s*\(|javascript\s*:|(?:^|[\s;{])(?:behavior|-moz-binding)\s*:/i.test(code))
    return 'must not run programs';
  const foreign = addressesIn(code).find((address) => !isOwn(address));
  if (foreign !== undefined)
    return `must not name another address than a path of this publication: “${foreign.slice(0, 60)}”`;
  const [opened, closed] = ['{', '}'].map((brace) => withoutStrings(code).split(brace).length - 1);
  return opened === closed ? null : `opens ${opened} blocks and closes ${closed}`;
}

/** A comment begins only outside strings, and a string ends with its line at the latest (CSS Syntax 3, 4.3.5). */
function withoutComments(css: string): string {
  const parts = /("(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)|\/\*[\s\S]*?(?:\*\/|$)/g;
  return css.replace(parts, (_, string?: string) => string ?? ' ');
}

/** CSS escapes as the characters that they stand for (CSS Syntax 3, 4.3.7). */
function decoded(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) => {
      const point = Number.parseInt(digits, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    })
    .replace(/\\([^\n])/g, '$1');
}

/** What stands in `url(…)`, and every string that looks like an address. */
function addressesIn(code: string): string[] {
  const urls = [...code.matchAll(/\burl\s*\(([^)]*)/gi)].map(([, inside = '']) =>
    inside.trim().replace(/^(["'])([\s\S]*)\1$/, '$2'),
  );
  const strings = [...code.matchAll(/(["'])((?:(?!\1)[^\n])*)/g)].map(([, , text = '']) => text);
  const address = /^\s*(?:[\\/]{2}|(?:https?|data|blob|file|ftp|wss?):)/i;
  return [...urls, ...strings.filter((text) => address.test(text))];
}

function isOwn(address: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$|^#[\w-]*$/.test(address.trim());
}

function withoutStrings(code: string): string {
  return code.replace(/"[^"\n]*"|'[^'\n]*'/g, '');
}
