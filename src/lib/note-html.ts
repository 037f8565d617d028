import { type CleanHtml, cleanTree } from './clean-html.ts';

/** A paragraph of plain text with words in front that stand out, cleaned as all else is. */
export function noteHtml(label: string, text: string): CleanHtml {
  const strong = { type: 'element' as const, tagName: 'strong', properties: {}, children: [textNode(label)] };
  const children = label === '' ? [textNode(text)] : [strong, textNode(` ${text}`)];
  return cleanTree(
    { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children }] },
    'article',
  );
}

function textNode(value: string) {
  return { type: 'text' as const, value };
}
