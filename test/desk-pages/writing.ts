import { signedIn } from '../../src/desk/fixtures.ts';
import { freshDraft, longWord, sends } from './furnish.ts';
import { at, type PageStates, type Room, refused, type State, submit, unfolded } from './room.ts';

const nothing = 'There is nothing here to begin with: the page is one thing, which is there.';
const asks = 'The page sends nothing that could be refused.';

/** Two wrote one draft: both versions side by side. */
const merging: State = async (room) => {
  const id = await freshDraft(room);
  await room.page.goto(`${room.address}/desk/articles/${id}/`);
  await saveMeanwhile(room, id);
  const title = `Mine ${longWord}`;
  const body = `<p>The board met at eight. ${longWord}</p><p>It voted at nine.</p>`;
  await submit(room.page, {
    action: `/desk/articles/${id}/`,
    fields: { title, body, format: 'html', do: 'save' },
  });
  return undefined;
};

async function saveMeanwhile(room: Room, id: string): Promise<void> {
  room.site.clock.pass(60_000);
  const editor = await signedIn(room, 'editor');
  const { updated_at: updatedAt } = await room.site.store.read
    .selectFrom('articles')
    .select('updated_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const theirs = { title: 'Bridge toll, theirs', body: 'The board met at seven.\n\nIt voted at nine.' };
  await sends(editor, `/desk/articles/${id}/`, { ...theirs, format: 'markdown', updatedAt, do: 'save' });
}

const chosenNothing: State = async (room) => {
  await merging(room);
  const { pathname } = new URL(room.page.url());
  await submit(room.page, { action: pathname, fields: { do: 'merge-save' } });
  return undefined;
};

const publishing = '/desk/articles/:id/publishing/';

/** Articles, and all that is said of one. */
export const writingPages: PageStates[] = [
  {
    route: '/desk/articles/',
    empty: at('/desk/articles/'),
    full: at('/desk/articles/'),
    refused: asks,
    more: { 'none in a stage': at('/desk/articles/?state=published&page=9') },
  },
  {
    route: '/desk/articles/new/',
    empty: at('/desk/articles/new/'),
    full: at('/desk/articles/new/'),
    refused: refused('/desk/articles/new/', { fields: { title: '', body: longWord } }),
    more: {
      preview: async ({ page, address }) => {
        await page.goto(`${address}/desk/articles/new/`);
        const body = `The *board* met. ${longWord}\n\n> I would rather have bolts.`;
        const fields = { title: longWord, body, format: 'markdown', do: 'preview' };
        await submit(page, { action: '/desk/articles/new/', fields });
        return undefined;
      },
      'words that are gone': at('/desk/articles/new/?copy=01957f00-0000-7000-8000-000000000000'),
    },
  },
  {
    route: '/desk/articles/:id/',
    empty: nothing,
    full: at(({ article }) => `/desk/articles/${article}/`),
    refused: refused(({ draft }) => `/desk/articles/${draft}/`, { fields: { title: '', do: 'save' } }),
    more: {
      'unsaved words, and somebody else there': at(({ draft }) => `/desk/articles/${draft}/`),
      'in review': at(({ review }) => `/desk/articles/${review}/`),
      'scheduled, just saved': at(({ scheduled }) => `/desk/articles/${scheduled}/?done=saved`),
      withdrawn: at(({ withdrawn }) => `/desk/articles/${withdrawn}/`),
      'marked for its risk': at(({ marked }) => `/desk/articles/${marked}/`),
      merging,
      'merging without a choice': chosenNothing,
      unknown: at('/desk/articles/01957f00-0000-7000-8000-000000000000/'),
    },
  },
  {
    route: publishing,
    empty: nothing,
    full: at(({ article }) => `/desk/articles/${article}/publishing/`),
    refused: refused(({ article }) => `/desk/articles/${article}/publishing/`, {
      action: ({ article }) => `/desk/articles/${article}/withdraw/`,
      fields: { 'public-note': longWord },
    }),
    more: {
      'of a draft': at(({ draft }) => `/desk/articles/${draft}/publishing/`),
      'in review': at(({ review }) => `/desk/articles/${review}/publishing/?done=asked`),
      scheduled: at(({ scheduled }) => `/desk/articles/${scheduled}/publishing/`),
      withdrawn: at(({ withdrawn }) => `/desk/articles/${withdrawn}/publishing/`),
      'marked for its risk': at(({ marked }) => `/desk/articles/${marked}/publishing/?done=needs-reader`),
      'a time that is past': refused(({ draft }) => `/desk/articles/${draft}/publishing/`, {
        action: ({ draft }) => `/desk/articles/${draft}/schedule/`,
        fields: { time: '2020-01-01T06:30' },
      }),
      'a new preview': async (room) => {
        const { page, address, has } = room;
        await page.goto(`${address}/desk/articles/${has.draft}/publishing/`);
        await submit(page, { action: `/desk/articles/${has.draft}/preview-links/` });
        return undefined;
      },
    },
  },
  {
    route: '/desk/articles/:id/responses/',
    empty: at(({ draft }) => `/desk/articles/${draft}/responses/`),
    full: at(({ article }) => `/desk/articles/${article}/responses/?done=saved`),
    refused: refused(({ article }) => `/desk/articles/${article}/responses/`, {
      fields: { seconds: longWord },
    }),
  },
  {
    route: '/desk/articles/:id/respond/',
    empty: at(({ article }) => `/desk/articles/${article}/respond/`),
    full: at(({ article }) => `/desk/articles/${article}/respond/?in_reply_to=1`),
    refused: refused(({ article }) => `/desk/articles/${article}/respond/`, {
      fields: { text: longWord, in_reply_to: '999' },
    }),
  },
  {
    route: '/desk/articles/:id/corrections/',
    empty: at(({ follow }) => `/desk/articles/${follow}/corrections/`),
    full: unfolded(({ article }) => `/desk/articles/${article}/corrections/`),
    refused: refused(({ article }) => `/desk/articles/${article}/corrections/`, {
      fields: { was: longWord },
    }),
    more: {
      'of a draft': at(({ draft }) => `/desk/articles/${draft}/corrections/`),
      'changing one': at(({ article }) => `/desk/articles/${article}/corrections/?change=1`),
      'reading a version': at(({ article }) => `/desk/articles/${article}/corrections/?read=1`),
    },
  },
  {
    route: '/desk/articles/:id/claims/',
    empty: at(({ draft }) => `/desk/articles/${draft}/claims/`),
    full: unfolded(({ article }) => `/desk/articles/${article}/claims/`),
    refused: refused(({ article }) => `/desk/articles/${article}/claims/`, { fields: { passage: longWord } }),
    more: { 'changing one': at(({ article }) => `/desk/articles/${article}/claims/?change=1`) },
  },
  {
    route: '/desk/articles/:id/sources/',
    empty: at(({ draft }) => `/desk/articles/${draft}/sources/`),
    full: at(({ article }) => `/desk/articles/${article}/sources/?done=saved`),
    refused: refused(({ draft }) => `/desk/articles/${draft}/sources/`, {
      fields: { 'source-0-class': 'official', 'source-0-count': '0', 'source-0-note': longWord.repeat(9) },
    }),
  },
  {
    route: '/desk/articles/:id/bylines/',
    empty: at(({ draft }) => `/desk/articles/${draft}/bylines/`),
    full: at(({ article }) => `/desk/articles/${article}/bylines/`),
    refused: refused(({ draft }) => `/desk/articles/${draft}/bylines/`, {
      fields: { 'name-0': longWord.repeat(9), 'url-0': 'ftp://quay' },
    }),
  },
  {
    route: '/desk/claims/',
    empty: at('/desk/claims/'),
    full: unfolded('/desk/claims/'),
    refused: asks,
    more: { 'those closed': at('/desk/claims/?state=closed') },
  },
  {
    route: '/desk/pictures/',
    empty: at('/desk/pictures/'),
    full: at('/desk/pictures/'),
    refused: asks,
    more: { 'nothing found': at('/desk/pictures/?q=ferry') },
  },
  {
    route: '/desk/pictures/new/',
    empty: at('/desk/pictures/new/'),
    full: 'Nothing that is there shows on it.',
    refused: refused('/desk/pictures/new/', { action: '/desk/pictures/', fields: { caption: longWord } }),
  },
  {
    route: '/desk/pictures/:id/',
    empty: nothing,
    full: unfolded(({ picture }) => `/desk/pictures/${picture}/`),
    refused: refused(({ picture }) => `/desk/pictures/${picture}/`, {
      fields: { alt: '', caption: longWord },
    }),
  },
  {
    route: '/desk/tags/',
    empty: at('/desk/tags/'),
    full: at('/desk/tags/'),
    refused: asks,
    more: { 'nothing found': at('/desk/tags/?q=ferry') },
  },
  {
    route: '/desk/tags/:id/',
    empty: nothing,
    full: unfolded(({ tag }) => `/desk/tags/${tag}/`),
    refused: refused(({ tag }) => `/desk/tags/${tag}/`, { fields: { do: 'merge', into: longWord } }),
  },
  {
    route: '/desk/pages/',
    empty: at('/desk/pages/'),
    full: at('/desk/pages/'),
    refused: asks,
  },
  {
    route: '/desk/pages/new/',
    empty: at('/desk/pages/new/'),
    full: 'Nothing that is there shows on it.',
    refused: refused('/desk/pages/new/', { fields: { slug: 'desk', source: longWord, do: 'save' } }),
    more: {
      preview: async ({ page, address }) => {
        await page.goto(`${address}/desk/pages/new/`);
        const fields = { title: longWord.slice(0, 150), source: `## Who\n\n${longWord}`, do: 'preview' };
        await submit(page, { action: '/desk/pages/new/', fields });
        return undefined;
      },
    },
  },
  {
    route: '/desk/pages/:id/',
    empty: nothing,
    full: at(({ page }) => `/desk/pages/${page}/`),
    refused: refused(({ page }) => `/desk/pages/${page}/`, { fields: { title: '', do: 'save' } }),
    more: {
      withdrawn: async ({ page, address }) => {
        await page.goto(`${address}/desk/pages/`);
        await page.getByRole('link', { name: 'About the old paper' }).first().click();
        await page.waitForURL(/pages\/[\w-]{36}\/$/);
        return undefined;
      },
    },
  },
  {
    route: '/desk/series/',
    empty: at('/desk/series/'),
    full: at('/desk/series/'),
    refused: asks,
  },
  {
    route: '/desk/series/new/',
    empty: at('/desk/series/new/'),
    full: 'Nothing that is there shows on it.',
    refused: refused('/desk/series/new/', { fields: { title: '', introduction: longWord } }),
  },
  {
    route: '/desk/series/:id/',
    empty: nothing,
    full: at(({ series }) => `/desk/series/${series}/`),
    refused: refused(({ series }) => `/desk/series/${series}/`, { fields: { title: '' } }),
  },
  {
    route: '/desk/menu/',
    empty: at('/desk/menu/'),
    full: at('/desk/menu/?done=saved'),
    refused: refused('/desk/menu/', { fields: { 'label-1': longWord, 'target-1': '' } }),
  },
];
