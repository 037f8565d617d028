import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { nestingOf } from '../lib/clean-html.ts';
import { factsInJsonLd } from './json-ld-facts.ts';
import type { PageFacts } from './page-task.ts';
import { tidyDate, tidyFact } from './tidy-fact.ts';

/** Deeper markup is read as no page: the parser recurses. */
const deepest = 2_000;

/** A page as a tree; null where its markup is nested beyond reason. */
export function readTree(html: string): Root | null {
  return nestingOf(html) > deepest ? null : fromHtml(html);
}

/** What a page says of itself: in Open Graph, JSON-LD, `meta`, `title`, `time`, whichever says it first. */
export function factsOf(tree: Root): PageFacts & { description: string | null } {
  const page = lookThrough(tree);
  const { meta } = page;
  const linked = factsInJsonLd(page.jsonLd);
  const first = (...values: (string | null | undefined)[]) =>
    values.map((value) => tidyFact(value)).find(Boolean) ?? null;
  const firstDate = (...values: (string | null | undefined)[]) =>
    values.map((value) => tidyDate(value)).find(Boolean) ?? null;
  return {
    title: first(
      meta['og:title'],
      linked.title,
      meta.citation_title,
      meta['twitter:title'],
      page.title,
      page.heading,
    ),
    site: first(meta['og:site_name'], linked.site, meta['application-name']),
    author: first(
      linked.author,
      meta.author,
      meta.citation_author,
      meta['dc.creator'],
      notAddress(meta['article:author']),
    ),
    dated: firstDate(
      ...[linked.dated, meta['article:published_time'], meta.citation_publication_date, meta.citation_date],
      ...[meta['dc.date'], meta['dcterms.created'], meta.date, meta['og:published_time'], page.time],
    ),
    language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec(page.language ?? '')?.[0] ?? null,
    description: tidyFact(meta['og:description'] ?? meta.description ?? meta['twitter:description'], 2_000),
  };
}

function notAddress(text: string | undefined): string | null {
  return text === undefined || /^https?:/i.test(text) ? null : text;
}

type Looked = {
  meta: Record<string, string | undefined>;
  jsonLd: string[];
  title: string | null;
  heading: string | null;
  time: string | null;
  language: string | null;
};

const mostScripts = 20;

function lookThrough(tree: Root): Looked {
  const looked: Looked = {
    meta: Object.create(null),
    jsonLd: [],
    title: null,
    heading: null,
    time: null,
    language: null,
  };
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'element') look(node, looked);
    if (node.type === 'element' || node.type === 'root')
      waiting.push(...node.children.toReversed().slice(-10_000));
  }
  return looked;
}

function look(element: Element, looked: Looked): void {
  const { tagName, properties } = element;
  if (tagName === 'meta') lookAtMeta(element, looked.meta);
  else if (tagName === 'html') looked.language = text(properties.lang) ?? null;
  else if (tagName === 'title') looked.title ??= wordsIn(element);
  else if (tagName === 'h1') looked.heading ??= wordsIn(element);
  else if (tagName === 'time') looked.time ??= text(properties.dateTime) ?? null;
  else if (
    tagName === 'script' &&
    properties.type === 'application/ld+json' &&
    looked.jsonLd.length < mostScripts
  )
    looked.jsonLd.push(wordsIn(element));
}

function lookAtMeta({ properties }: Element, meta: Looked['meta']): void {
  const name = (
    text(properties.property) ??
    text(properties.name) ??
    text(properties.itemProp)
  )?.toLowerCase();
  const content = text(properties.content);
  if (name !== undefined && content !== undefined) meta[name] ??= content;
}

/** Some attributes are read as lists. */
function text(value: unknown): string | undefined {
  const whole = Array.isArray(value) ? value.join(' ') : value;
  return typeof whole === 'string' && whole.trim() !== '' ? whole : undefined;
}

function wordsIn(element: Element): string {
  let words = '';
  const waiting: Nodes[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'element') waiting.push(...node.children.toReversed().slice(-1_000));
  }
  return words;
}
