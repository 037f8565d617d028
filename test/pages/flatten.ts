const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };

/** What is left of a page's body for whoever drops the tags: words, with single spaces. */
export function flatten(page: string): string {
  return page
    .replace(/^[\s\S]*<body>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The part of a page that has the id, up to its end tag's kind. */
export function element(page: string, id: string, tag: string): string {
  const from = page.indexOf(`id="${id}"`);
  return page.slice(page.lastIndexOf('<', from), page.indexOf(`</${tag}>`, from));
}
