import type { Context } from 'hono';
import { articleHtml } from '../articles/article-html.ts';
import { articleStamp, type FullArticle, readArticle } from '../articles/queries.ts';
import { revisionTimes, revisionWords, withheldOf } from '../articles/revisions/queries.ts';
import { findVersion, versionWords } from '../articles/revisions/version-words.ts';
import { lastingPath, placeOf } from '../comments/comment.ts';
import { sha256Hex } from '../lib/ids.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Page } from '../web/page-cache.ts';
import { type ShowError, sendPage, type Web } from '../web/site-app.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { articlePathOf, articlePattern } from './article-path.ts';
import { bibtexOf } from './cite/bibtex.ts';
import { citeResponse, citeVersion, responseWords } from './cite/cite-texts.ts';
import type { CitedText } from './cite/cited-text.ts';
import { cslOf } from './cite/csl.ts';
import { plainReference } from './cite/plain.ts';
import { htmlPage } from './html-page.ts';
import { CitePage } from './pages/cite-page.tsx';
import { VersionPage } from './pages/version-page.tsx';

const number = ':number{[1-9]\\d{0,8}}';
const hash = ':hash{[0-9a-f]{64}}';
const file = ':file{reference\\.(?:txt|bib|json)}';

/** How to cite an article, a version of it, a response; and the addresses that name their very words. */
export function addCiting(web: Web, showError: ShowError): void {
  const { app, site, pages } = web;
  const db = site.store.read;
  const send = async (c: Context, make: (article: FullArticle) => Promise<Page | 'gone' | null>) => {
    const path = articlePathOf(c);
    const recipe = {
      stamp: () => articleStamp(db, path),
      make: async () => {
        const article = await readArticle(db, { path });
        const page = article && (await make(article));
        return page === 'gone' ? null : page;
      },
    };
    const sent = await sendPage(c, pages, recipe);
    if (sent) return sent;
    // Asked again: who waited for another's making of the page knows only that there is none.
    const article = await readArticle(db, { path });
    if (!article || (await make(article)) !== 'gone') return c.notFound();
    const { cite: say } = wordingFor((await readPublication(site)).locale);
    return showError(c, { status: 410, sentence: say.gone });
  };
  const ofArticle = (c: Context) =>
    send(c, async (article) => {
      const publication = await readPublication(site);
      const asked = c.req.param('number');
      const version = asked === undefined ? article.revisions : Number(asked);
      const text = await citeVersion(site, { article, number: version, publication });
      return text && citePage(c, { text, publication, back: article.path, article });
    });
  const ofResponse = (c: Context) =>
    send(c, async (article) => {
      const publication = await readPublication(site);
      const text = await citeResponse(site, { article, number: Number(c.req.param('number')), publication });
      if (text === null || text === 'gone') return text;
      const back = placeOf(article.path, Number(c.req.param('number')));
      return citePage(c, { text, publication, back, article });
    });
  for (const end of ['', file]) {
    app.get(`${articlePattern}cite/${end}`, ofArticle);
    app.get(`${articlePattern}history/${number}/cite/${end}`, ofArticle);
    app.get(`${articlePattern}responses/${number}/cite/${end}`, ofResponse);
  }
  app.get(`${articlePattern}versions/${hash}/`, (c) => sendVersion(web, c, { showError, asText: false }));
  app.get(`${articlePattern}versions/${hash}/words.txt`, (c) =>
    sendVersion(web, c, { showError, asText: true }),
  );
  for (const asText of [false, true])
    app.get(`${articlePattern}responses/${number}/versions/${hash}/${asText ? 'words.txt' : ''}`, (c) =>
      sendResponse(web, c, { showError, asText }),
    );
}

type Drawn = { text: CitedText; publication: PublicationView; back: string; article: FullArticle };

function citePage(c: Context, { text, publication, back, article }: Drawn): Page {
  const { cite: say } = wordingFor(publication.locale);
  switch (c.req.param('file')) {
    case 'reference.txt':
      return { body: `${plainReference(text, publication)}\n`, type: plain };
    case 'reference.bib':
      return { body: bibtexOf(text), type: 'application/x-bibtex; charset=utf-8' };
    case 'reference.json':
      return { body: cslOf(text), type: 'application/vnd.citationstyles.csl+json' };
    default: {
      const { pathname } = new URL(c.req.url);
      const asked = Number(c.req.param('number'));
      const heading =
        text.kind === 'article' ? say.heading(text.title) : say.headingResponse(asked, article.title);
      return htmlPage(<CitePage {...{ publication, text, heading, back }} path={pathname} />);
    }
  }
}

const plain = 'text/plain; charset=utf-8';

type Sending = { showError: ShowError; asText: boolean };

/** The version whose words have this hash: the newest is the article itself. */
async function sendVersion({ site }: Web, c: Context, { showError, asText }: Sending) {
  const db = site.store.read;
  const article = await readArticle(db, { path: articlePathOf(c) });
  const found = article && (await findVersion(db, article, c.req.param('hash') ?? ''));
  if (!article) return c.notFound();
  const publication = await readPublication(site);
  const { cite: say } = wordingFor(publication.locale);
  const withheld = await withheldOf(db, article.id);
  // Any other answer to what never stood here would tell whoever guesses withheld words that they are right.
  if (found === null ? withheld.size > 0 : withheld.has(found))
    return showError(c, { status: 410, sentence: say.withheld });
  if (found === null) return c.notFound();
  const words = await revisionWords(db, article.id, found);
  if (!words) return c.notFound();
  if (asText) return c.body(versionWords(words), 200, { 'content-type': plain });
  if (found === article.revisions) return c.redirect(article.path, 302);
  return c.html(htmlPage(await versionNode(site, { article, publication, number: found })).body);
}

type Version = { article: FullArticle; publication: PublicationView; number: number };

async function versionNode(site: Site, { article, publication, number: found }: Version) {
  const db = site.store.read;
  const words = await revisionWords(db, article.id, found);
  const times = await revisionTimes(db, article.id);
  const until = times.find((each) => each.number === found + 1)?.at ?? '';
  const { html } = await illustrate(db, articleHtml(words?.source ?? '', words?.source_format ?? 'html'));
  const { title, standfirst, at: from } = words ?? { title: '', standfirst: null, at: '' };
  const { path, language, revisions: of } = article;
  const version = { number: found, of, title, standfirst, html, from, until, path, language };
  return <VersionPage publication={publication} version={version} />;
}

/** The response whose words have this hash; where it now has others, nobody is shown what it said before. */
async function sendResponse({ site }: Web, c: Context, { showError, asText }: Sending) {
  const article = await readArticle(site.store.read, { path: articlePathOf(c) });
  const asked = Number(c.req.param('number'));
  const found = article && (await responseWords(site, article, asked));
  if (!article || found === null) return c.notFound();
  const { cite: say } = wordingFor((await readPublication(site)).locale);
  if (found === 'gone') return showError(c, { status: 410, sentence: say.gone });
  if (sha256Hex(found.words) !== c.req.param('hash'))
    return showError(c, { status: 404, sentence: say.changed });
  if (asText) return c.body(found.words, 200, { 'content-type': plain });
  return c.redirect(lastingPath(article.path, asked), 302);
}
