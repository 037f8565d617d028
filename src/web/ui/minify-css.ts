/**
 * Style sheet text without its comments and spare white space. Strings keep theirs, and so does every place where
 * a space may mean something: around `+`, `-`, `*`, `/` and `(`, and before `:` and `.`.
 */
export function minifyCss(css: string): string {
  return css
    .split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/)/)
    .filter((part) => !part.startsWith('/*'))
    .map((part) => (/^["']/.test(part) ? part : squeeze(part)))
    .join('')
    .trim();
}

function squeeze(part: string): string {
  return part
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([\w)-]): /g, '$1:')
    .replaceAll(';}', '}');
}
