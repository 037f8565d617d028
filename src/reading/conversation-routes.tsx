import { articleStamp, type FullArticle, readArticle } from '../articles/queries.ts';
import { pageSize } from '../comments/comment.ts';
import { conversationOf } from '../comments/conversation-queries.ts';
import { commentExists, commentsBetween } from '../comments/thread-queries.ts';
import { viewArticle } from '../comments/view-article.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { articlePathOf, articlePattern } from './article-path.ts';
import { htmlPage } from './html-page.ts';
import { ConversationPage } from './pages/conversation-page.tsx';

/** `…/responses/N/conversation/`: what a response answers and what answers it, a hundred at a time (`?after=`). */
export function addConversations({ app, site, pages }: Web): void {
  app.get(`${articlePattern}responses/:number{[1-9]\\d{0,8}}/conversation/`, async (c) => {
    const path = articlePathOf(c);
    const number = Number(c.req.param('number'));
    const said = c.req.query('after') ?? '';
    const after = /^\d{1,9}$/.test(said) ? Number(said) : 0;
    const page = await sendPage(c, pages, {
      stamp: () => articleStamp(site.store.read, path),
      make: async () => {
        const article = await readArticle(site.store.read, { path });
        if (!article || !(await commentExists(site.store.read, article.id, number))) return null;
        return htmlPage(await conversation(site, article, { number, after }));
      },
    });
    return page ?? c.notFound();
  });
}

async function conversation(site: Site, article: FullArticle, at: { number: number; after: number }) {
  const db = site.store.read;
  const { number, after } = at;
  const turns = await conversationOf(db, { articleId: article.id, number, after, limit: pageSize + 1 });
  const shown = turns.slice(0, pageSize);
  const among = shown.map((turn) => turn.number);
  const span = { from: among[0] ?? 1, to: among.at(-1) ?? 0, among };
  const comments = await commentsBetween(db, article, span);
  const depths = new Map(shown.map((turn) => [turn.number, turn.depth]));
  return (
    <ConversationPage
      publication={await readPublication(site)}
      article={await viewArticle(site, article)}
      number={number}
      turns={comments.map((comment) => ({ comment, depth: depths.get(comment.number) ?? 0 }))}
      next={turns.length > pageSize ? (among.at(-1) ?? null) : null}
    />
  );
}
