import type { Element, Nodes, Root } from 'hast';

const blocks = new Set([
  ...[
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'li',
    'blockquote',
    'pre',
    'td',
    'th',
    'dt',
    'dd',
    'figcaption',
  ],
  ...['caption', 'div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'address', 'figure', 'tr'],
  ...[
    'ul',
    'ol',
    'dl',
    'table',
    'tbody',
    'thead',
    'tfoot',
    'body',
    'br',
    'hr',
    'details',
    'summary',
    'nav',
    'form',
  ],
]);
/** What holds no words of the page. */
const without = new Set([
  ...['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'textarea', 'select'],
  ...['button', 'head', 'nav', 'canvas', 'audio', 'video', 'datalist', 'dialog'],
]);

/** A page's stretches of text, each that stands on lines of its own, in their order, white space folded. */
export function paragraphsIn(tree: Root): string[] {
  const found: string[] = [];
  let text = '';
  const end = () => {
    const whole = text.replace(/\s+/g, ' ').trim();
    if (whole !== '') found.push(whole);
    text = '';
  };
  // Without recursion: a stranger's markup may be nested as deep as it likes.
  const waiting: (Nodes | 'end')[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === 'end') end();
    else if (node.type === 'text') text += node.value;
    else if (node.type === 'root') pushAll(waiting, node);
    else if (node.type === 'element' && !without.has(node.tagName)) {
      if (blocks.has(node.tagName)) {
        end();
        waiting.push('end');
      }
      pushAll(waiting, node);
    }
  }
  end();
  return found;
}

function pushAll(waiting: (Nodes | 'end')[], { children }: Root | Element): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child) waiting.push(child);
  }
}
