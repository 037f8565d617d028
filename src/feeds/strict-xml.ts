/** An element as read: text children are as a reader of the document gets them. */
export type ReadElement = {
  name: string;
  attributes: Record<string, string>;
  children: (ReadElement | string)[];
};

const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const namePattern = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const patterns = {
  declaration: /<\?xml version="1\.0" encoding="utf-8"\?>\s*/y,
  opening: new RegExp(`<(${namePattern})((?:\\s+${namePattern}="[^<"]*")*)\\s*(/?)>`, 'y'),
  closing: new RegExp(`</(${namePattern})\\s*>`, 'y'),
  text: /[^<]+/y,
};
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document of elements and text as XML 1.0 and Namespaces in XML demand, to test what is written here.
 * Throws SyntaxError where a conforming reader would stop: an illegal character, a bare `&` or `]]>`, an attribute
 * twice, a prefix undeclared, elements that overlap, anything beside the root. Knows no CDATA, comments or DTDs.
 */
export function readXml(document: string): ReadElement {
  const found = illegal.exec(document);
  if (found) throw new SyntaxError(`Illegal character at ${found.index}.`);
  const reader = reading(document.replace(/\r\n?/g, '\n'));
  reader.take(patterns.declaration, 'declaration');
  const root = readElement(reader, []);
  if (reader.rest().trim() !== '') throw new SyntaxError('Something follows the root.');
  return root;
}

/** The elements of a name directly inside an element. */
export function within(parent: ReadElement, name: string): ReadElement[] {
  return parent.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
}

/** The text of the first element of a name, or undefined without one. */
export function textOf(parent: ReadElement, name: string): string | undefined {
  return within(parent, name)[0]?.children.join('');
}

function reading(text: string) {
  let at = 0;
  const tryTake = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const take = (pattern: RegExp, what: string) => {
    const match = tryTake(pattern);
    if (!match) throw new SyntaxError(`No ${what} at ${at}: ${text.slice(at, at + 40)}`);
    return match;
  };
  return { tryTake, take, rest: () => text.slice(at), closes: () => text.startsWith('</', at) };
}

function readElement(reader: ReturnType<typeof reading>, outerPrefixes: readonly string[]): ReadElement {
  const [, name = '', inTag = '', slash] = reader.take(patterns.opening, 'element');
  const attributes = readAttributes(inTag);
  const prefixes = [...outerPrefixes, ...declared(attributes)];
  for (const used of [name, ...Object.keys(attributes)]) requirePrefix(used, prefixes);
  const children: ReadElement['children'] = [];
  if (slash === '/') return { name, attributes, children };
  while (!reader.closes()) {
    const text = reader.tryTake(patterns.text);
    children.push(text ? characters(text[0]) : readElement(reader, prefixes));
  }
  const [, closing] = reader.take(patterns.closing, 'closing tag');
  if (closing !== name) throw new SyntaxError(`${closing} closes ${name}.`);
  return { name, attributes, children };
}

function readAttributes(inTag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of inTag.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new SyntaxError(`The attribute ${name} stands twice.`);
    attributes[name] = dereferenced(value.replace(/[\t\n]/g, ' '));
  }
  return attributes;
}

function declared(attributes: Record<string, string>): string[] {
  return Object.keys(attributes).flatMap((name) => (name.startsWith('xmlns:') ? [name.slice(6)] : []));
}

function requirePrefix(name: string, prefixes: readonly string[]): void {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
  if (prefix !== null && !['xml', 'xmlns', ...prefixes].includes(prefix))
    throw new SyntaxError(`The prefix of ${name} is not declared.`);
}

function characters(text: string): string {
  if (text.includes(']]>')) throw new SyntaxError('A bare ]]> in text.');
  return dereferenced(text);
}

function dereferenced(text: string): string {
  return text.replace(/&(?:#x([0-9A-Fa-f]+);|([a-z]+);|)/g, (reference, hex?: string, entity?: string) => {
    const char = hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : entities[entity ?? ''];
    if (char === undefined || illegal.test(char)) throw new SyntaxError(`${reference} is no reference.`);
    return char;
  });
}
