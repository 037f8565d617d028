import type { Context } from 'hono';
import { compareBlocks } from '../articles/revisions/compare.ts';
import type { Changes } from '../articles/revisions/history-view.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { blocksOf } from '../lib/text-blocks.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import { linesOf, readDocument, readPublication, readSettings } from '../publication/queries.ts';
import { type DocumentName, type DocumentVersion, documents } from '../publication/text-versions.ts';
import { publicStamp } from '../record/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { htmlPage } from './html-page.ts';
import { DocumentPage, DocumentVersionPage } from './pages/document-pages.tsx';

/** About, rules and privacy: plain words of the publication, each wording of them with its days. */
export function addProse(web: Web): void {
  for (const name of Object.keys(documents) as DocumentName[]) {
    web.app.get(`/${name}/`, (c) => sendDocument(web, c, name));
    web.app.get(`/${name}/versions/:number{[1-9]\\d{0,5}}/`, (c) => sendVersion(web, c, name));
  }
}

async function sendDocument({ site, pages }: Web, c: Context, name: DocumentName): Promise<Response> {
  const make = async () => {
    const shown = await readShown({ site }, name);
    const { contact } = await readSettings(site);
    const source = `${sourceOf(name, shown.versions.at(-1))}\n\n${contact}`;
    const { html } = await illustrate(site.store.read, markdownToHtml(source, 'article'));
    return htmlPage(<DocumentPage {...shown} html={html} />);
  };
  return (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
}

async function sendVersion({ site, pages }: Web, c: Context, name: DocumentName): Promise<Response> {
  const make = async () => {
    const shown = await readShown({ site }, name);
    const number = Number(c.req.param('number'));
    const version = shown.versions[number - 1];
    if (!version) return null;
    const text = htmlOf(name, version, shown.publication.locale);
    const before = shown.versions[number - 2];
    const changes = before ? changesOf(htmlOf(name, before, shown.publication.locale), text, number) : null;
    const { html } = await illustrate(site.store.read, text);
    return htmlPage(<DocumentVersionPage {...shown} {...{ html, version, changes }} />);
  };
  return (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
}

async function readShown({ site }: Pick<Web, 'site'>, name: DocumentName) {
  const publication = await readPublication(site);
  const versions = await readDocument(site.store.read, name);
  return { publication, title: wordingFor(publication.locale).nav[name], path: `/${name}/`, versions };
}

/** The page's Markdown: the rules are numbered, as the reasons for a removal are. */
function sourceOf(name: DocumentName, version: DocumentVersion | undefined): string {
  const texts = version?.texts ?? {};
  const rules = linesOf(texts.rules ?? '').map((rule, index) => `${index + 1}. ${rule}`);
  return [rules.join('\n'), texts[`page.${name}`] ?? ''].filter(Boolean).join('\n\n');
}

/** A wording whole, with the note that stood beside the form. */
function htmlOf(name: DocumentName, version: DocumentVersion, locale: string): CleanHtml {
  const note = version.texts['privacy-note'];
  const { document: say } = wordingFor(locale);
  const beside = note === undefined ? '' : `\n\n${say.note}\n\n> ${note.replaceAll('\n', '\n> ')}`;
  return markdownToHtml(sourceOf(name, version) + beside, 'article');
}

function changesOf(before: CleanHtml, after: CleanHtml, number: number): Changes {
  const blocks = compareBlocks(blocksOf(before), blocksOf(after));
  return { from: number - 1, to: number, blocks, cut: false };
}
