import { removeComment } from '../../src/moderation/decide.ts';
import { granted, publishSample, send } from '../support/publish.ts';
import type { TestSite } from '../support/site.ts';
import { deeds, takeBack, unname } from './deeds.ts';
import { follow, look, type Watched } from './open.ts';
import type { Fillings } from './places.ts';
import {
  editor,
  noteOf,
  publishOwnPage,
  publishRevised,
  publishWithdrawable,
  report,
  Writers,
  type Written,
  writeAsStaff,
  writeUnpublished,
} from './scene.ts';

/** Fills a publication with canaries. `take` then takes from readers what they may not see from there on. */
export async function fill(watched: Watched) {
  const { site, canaries, elsewhere } = watched;
  const body = `It [has not](${elsewhere.url}) moved.`;
  const article = await publishSample(site, { body, tags: 'Bridge', byline: 'Imogen Thrale' });
  const text = `I say ${canaries.put('a response that stays', 'kept')}.`;
  const secrets = await follow(watched, { articleId: article.id, text });
  const victims = await writeVictims(watched, article.id);
  const name = canaries.put('a name that is erased', 'before');
  const unnamed = granted(
    await send(site, { articleId: article.id, name, text: 'They stay.', secret: name }),
  );
  const ofStaff = await writeAsStaff(site, canaries, article.id);
  const waiting = await writeHeld(watched);
  await noteOf(site, canaries, victims.get('removed')?.id ?? '');
  for (const of of ['removed', 'changed']) await report(site, canaries, victims.get(of)?.id ?? '');
  const unpublished = await writeUnpublished(site, canaries);
  const withdrawable = await publishWithdrawable(site, canaries);
  const writers = new Writers(site, canaries);
  const under = await writers.write('under a withdrawn article', {
    seen: 'before',
    articleId: withdrawable.id,
  });
  const revised = await publishRevised(site, canaries);
  const ownPage = await publishOwnPage(site, canaries);
  const drafts = unpublished.ids.map((id) => ({ id, path: null }));
  const fillings: Fillings = {
    articles: [article, waiting.article, withdrawable, revised, ...drafts],
    responses: [...victims.values(), waiting.held, waiting.refused, under, unnamed],
    secrets: [...secrets, unpublished.preview],
  };
  const take = async () => {
    for (const [of, deed] of Object.entries(deeds)) await deed(site, canaries, victims.get(of)?.id ?? '');
    await unname(site, unnamed.id);
    for (const id of [await idOf(site, article.id, ofStaff), waiting.refused.id]) await remove(site, id);
    const { previewed } = unpublished;
    await takeBack(site, { article: withdrawable.id, revised: revised.id, page: ownPage, previewed });
  };
  return { article, fillings, take };
}

/** One response for each way in which it is going to be taken from readers, with others that quote it. */
async function writeVictims(watched: Watched, articleId: string) {
  const { site, canaries, elsewhere } = watched;
  const writers = new Writers(site, canaries);
  const victims = new Map<string, Written>();
  for (const of of Object.keys(deeds)) {
    const linking = of === 'removed' ? `[There](${elsewhere.url}removed) it is.` : '';
    const written = await writers.write(of, { seen: 'before', articleId, linking });
    await writers.answer(written, articleId);
    if (linking !== '') await losePages(watched);
    victims.set(of, written);
  }
  return victims;
}

/** The pages that are cited go, and readers are told of them below the texts. */
async function losePages({ site, elsewhere }: Watched): Promise<void> {
  await look(site);
  elsewhere.pages.areGone = true;
  for (let day = 0; day < 4; day += 1) {
    site.clock.pass(86_400_000);
    await look(site);
  }
}

async function writeHeld({ site, canaries }: Watched) {
  const article = await publishSample(site, { title: 'The market moves', policy: 'all-held' });
  const writers = new Writers(site, canaries);
  const write = (of: string) => writers.write(of, { seen: 'never', articleId: article.id });
  return { article, held: await write('held'), refused: await write('refused') };
}

async function idOf(site: TestSite, articleId: string, number: number): Promise<string> {
  const { id } = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return id;
}

async function remove(site: TestSite, id: string): Promise<void> {
  const reason = { code: 'other', label: 'Another reason', sentence: null };
  granted(await removeComment(site, { id, moderator: editor, reason }));
}
