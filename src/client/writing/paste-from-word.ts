/** Word's footnotes: `#_ftn1` leads from the text to `div#ftn1` at the end. Their words go to where they belong. */
export function wordFootnotes(root: HTMLElement): void {
  for (const link of root.querySelectorAll<HTMLElement>('a[href*="#_ftn"], a[href*="#_edn"]')) {
    const name = /#_((?:ftn|edn)\d+)$/.exec(link.getAttribute('href') ?? '')?.[1];
    const note = name && root.querySelector(`div#${name}`);
    if (!note) continue;
    const words = note.cloneNode(true) as HTMLElement;
    for (const back of words.querySelectorAll('a[href*="#_ftnref"], a[href*="#_ednref"]')) back.remove();
    const span = root.ownerDocument.createElement('span');
    span.setAttribute('data-footnote', '');
    span.textContent = (words.textContent ?? '').replace(/\s+/g, ' ').trim();
    link.replaceWith(span);
    note.setAttribute('data-taken', '');
  }
  for (const note of root.querySelectorAll('div[data-taken]')) note.remove();
  for (const list of root.querySelectorAll(
    'div[style*="mso-element:footnote-list"], div[style*="mso-element:endnote-list"]',
  ))
    if ((list.textContent ?? '').trim() === '') list.remove();
}

type Item = { paragraph: HTMLElement; level: number; ordered: boolean };

/** Word's lists are paragraphs that say `mso-list: l0 level1` and begin with their mark in a span to be ignored. */
export function wordLists(root: HTMLElement): void {
  let open: HTMLElement[] = [];
  let before: Element | null = null;
  for (const paragraph of root.querySelectorAll<HTMLElement>(
    'p[style*="mso-list"], h1[style*="mso-list"], h2[style*="mso-list"]',
  )) {
    const item = itemOf(paragraph);
    if (item === null) continue;
    const isOther = item.level === 1 && open[0] && (open[0].tagName === 'OL') !== item.ordered;
    if (paragraph.previousElementSibling !== before || isOther) open = [];
    const made = addItem(item, open);
    open = made.open;
    before = open[0] ?? null;
  }
}

function itemOf(paragraph: HTMLElement): Item | null {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined) return null;
  const mark = [...paragraph.querySelectorAll<HTMLElement>('span[style]')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const ordered = /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(mark?.textContent ?? '');
  mark?.remove();
  return { paragraph, level: Number(level), ordered };
}

/** `open` holds the list of each level, the outermost first. */
function addItem({ paragraph, level, ordered }: Item, open: HTMLElement[]): { open: HTMLElement[] } {
  const page = paragraph.ownerDocument;
  const lists = open.slice(0, level);
  while (lists.length < level) {
    const list = page.createElement(ordered ? 'ol' : 'ul');
    const parent = lists.at(-1);
    if (!parent) paragraph.before(list);
    else (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list);
    lists.push(list);
  }
  const item = page.createElement('li');
  item.append(...paragraph.childNodes);
  lists.at(-1)?.append(item);
  paragraph.remove();
  return { open: lists };
}
