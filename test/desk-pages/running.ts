import { linkFor, signedIn } from '../../src/desk/fixtures.ts';
import { granted, send, setSetting } from '../support/publish.ts';
import { longWord } from './furnish.ts';
import { at, type PageStates, refused, type State, submit, unfolded } from './room.ts';

const asks = 'The page sends nothing that could be refused.';
const always = 'It is never empty: every setting has a value from the start.';
const nobody = '01957f00-0000-7000-8000-000000000000';

/** A page as somebody sees it who is not signed in. */
const outside =
  (path: string): State =>
  async ({ stranger, address }) => {
    await stranger.goto(address + path);
    return stranger;
  };

/** The invitation that a link leads to. */
const invited: State = async (room) => {
  const owner = await signedIn(room, 'owner');
  const name = `Ada ${longWord}`.slice(0, 80);
  const fields = { name, email: `ada-${Date.now()}@ledger.example`, role: 'author' };
  const { text } = await owner.post('/desk/staff/invitations/', fields);
  await room.stranger.goto(/http:\S+?token=[\w-]+/.exec(text)?.[0] ?? '');
  return room.stranger;
};

/** While more responses arrive than the publication means to. */
const inFlood =
  (path: string): State =>
  async (room) => {
    await setSetting(room.site, 'comments.flood', '1');
    for (const text of ['The first of many.', `${longWord} of many.`])
      granted(await send(room.site, { articleId: room.has.article, text, name: 'Many' }));
    return at(path)(room);
  };

const removing: State = async (room) => {
  await at('/desk/queue/')(room);
  await room.page.locator('summary.cut').first().click();
  return undefined;
};

const removedWithoutReason: State = async (room) => {
  await removing(room);
  const form = room.page.locator('form[action$="/remove/"]').first();
  const action = (await form.getAttribute('action')) ?? '';
  await submit(room.page, { action, fields: { sentence: longWord } });
  return undefined;
};

/** A response released, whose release may still be undone; then undone. */
const released: State = async (room) => {
  await at('/desk/queue/')(room);
  const loaded = room.page.waitForEvent('load');
  await room.page
    .getByRole('button', { name: /^Release the response/ })
    .last()
    .click();
  await loaded;
  return undefined;
};

/** Two ticked, and one decision for both. */
const many =
  (button: string): State =>
  async (room) => {
    await at('/desk/queue/')(room);
    const boxes = room.page.getByRole('checkbox');
    await boxes.first().check();
    await boxes.last().check();
    const loaded = room.page.waitForEvent('load');
    await room.page.getByRole('button', { name: button }).click();
    await loaded;
    return undefined;
  };

const undone: State = async (room) => {
  const loaded = room.page.waitForEvent('load');
  await room.page.locator('.undo button').click();
  await loaded;
  return undefined;
};

const password = '/desk/you/password/';

/** A page of settings: as it stands, and with a value that none may have. */
function settings(group: string, wrong: Record<string, string>): PageStates {
  const route = `/desk/settings/${group}/`;
  return {
    route,
    empty: always,
    full: at(`${route}?done=saved`),
    refused: refused(route, { fields: wrong }),
  };
}

/** Everything else at the desk. */
export const runningPages: PageStates[] = [
  {
    route: '/desk/',
    empty: at('/desk/'),
    full: unfolded('/desk/?days=90'),
    refused: asks,
    more: {
      'of an author': async (room) => {
        const { page } = await room.enter('author');
        return page;
      },
      'of a moderator, who may not write': async (room) => {
        const { page } = await room.enter('moderator');
        await page.goto(`${room.address}/desk/articles/`);
        return page;
      },
      nothing: at('/desk/nothing/'),
    },
  },
  {
    route: '/desk/sign-in/',
    empty: outside('/desk/sign-in/'),
    full: async (room) => {
      await room.stranger.goto(room.address + (await linkFor(room, 'author')));
      return room.stranger;
    },
    refused: refused('/desk/sign-in/', {
      ...{ action: '/desk/sign-in/password/', by: 'stranger' },
      fields: { email: `${longWord}@ledger.example`, password: 'no' },
    }),
    more: { 'once more, for the account': outside('/desk/sign-in/?for=you') },
  },
  {
    route: '/desk/sign-in/letter/',
    empty: outside('/desk/sign-in/letter/?token=x'),
    full: 'Its button and its field for a code stand on the page of signing in as well.',
    refused: 'A refused link is the empty state: nobody is signed in by it.',
  },
  {
    route: '/desk/join/',
    empty: outside('/desk/join/?token=x'),
    full: invited,
    refused: 'A refused invitation is the empty state: there is nothing to be joined by it.',
  },
  {
    route: '/desk/jobs/',
    empty: at('/desk/jobs/'),
    full: unfolded('/desk/jobs/'),
    refused: async (room) => {
      await at('/desk/jobs/')(room);
      const action =
        (await room.page.locator('form[action^="/desk/jobs/"]').first().getAttribute('action')) ?? '';
      await room.page.evaluate(
        `document.querySelector('form[action="${action}"]').setAttribute('action', '/desk/jobs/${nobody}/')`,
      );
      await submit(room.page, { action: `/desk/jobs/${nobody}/` });
      return undefined;
    },
  },
  {
    route: '/desk/queue/telling/',
    empty: at('/desk/queue/telling/'),
    full: async (room) => {
      await at('/desk/queue/telling/')(room);
      const loaded = room.page.waitForEvent('load');
      await room.page.getByRole('button', { name: 'Make a feed' }).click();
      await loaded;
      return undefined;
    },
    refused: refused('/desk/queue/telling/', {
      action: '/desk/queue/telling/',
      fields: { digest: longWord },
    }),
  },
  {
    route: '/desk/queue/',
    empty: at('/desk/queue/'),
    full: at('/desk/queue/'),
    refused: removedWithoutReason,
    more: {
      'about to remove': removing,
      released,
      undone,
      'narrowed to nothing': at(`/desk/queue/?name=${longWord}&because=links`),
      'about to remove many': many('Remove the ticked…'),
      'many released': many('Release the ticked'),
      'in a flood': inFlood('/desk/queue/'),
    },
  },
  {
    route: '/desk/responses/',
    empty: at('/desk/responses/'),
    full: unfolded('/desk/responses/'),
    refused: async (room) => {
      await at('/desk/responses/')(room);
      const form = room.page.locator('form[action$="/remove/"]').first();
      await submit(room.page, {
        action: (await form.getAttribute('action')) ?? '',
        fields: { sentence: longWord },
      });
      return undefined;
    },
    more: { 'of one article': at(({ article }) => `/desk/responses/?article=${article}`) },
  },
  {
    route: '/desk/responses/:id/',
    empty: 'A response is never empty: one that is not there is answered 404.',
    full: unfolded(({ article }) => `/desk/responses/?article=${article}&number=1`),
    refused: async (room) => {
      await at(({ article }) => `/desk/responses/?article=${article}&number=1`)(room);
      const form = room.page.locator('form[action*="/remove/"]').first();
      const action = (await form.getAttribute('action')) ?? '';
      await submit(room.page, { action, fields: { reason: 'legal', sentence: ' ' } });
      return undefined;
    },
  },
  {
    route: '/desk/responses/:id/words/',
    empty: 'It is reached from a response that was changed; of another it says in one line that it was not.',
    full: async (room) => {
      await at('/desk/queue/')(room);
      const path = await room.page.locator('a[href$="/words/"]').first().getAttribute('href');
      await room.page.goto(room.address + (path ?? ''));
      return undefined;
    },
    refused: asks,
  },
  {
    route: '/desk/people/',
    empty: at('/desk/people/?by=name&q=Nobody+at+all'),
    full: at('/desk/people/?by=name&q=Turncock'),
    refused: refused('/desk/people/?by=name&q=Turncock', {
      ...{ action: '/desk/people/erase/', fields: { sure: longWord } },
    }),
  },
  {
    route: '/desk/cases/',
    empty: at('/desk/cases/?state=closed'),
    full: at('/desk/cases/'),
    refused: asks,
  },
  {
    route: '/desk/cases/:id/',
    empty: 'A case is never empty: it begins with what was sent.',
    full: at(({ complaint }) => `/desk/cases/${complaint}/?done=checked`),
    refused: refused(({ complaint }) => `/desk/cases/${complaint}/`, {
      ...{ action: ({ complaint }) => `/desk/cases/${complaint}/step/`, fields: { do: 'keep' } },
    }),
    more: {
      'ended without a word': refused(({ complaint }) => `/desk/cases/${complaint}/`, {
        ...{ action: ({ complaint }) => `/desk/cases/${complaint}/decide/`, fields: { decision: '' } },
      }),
      withheld: async (room) => {
        const path = `/desk/cases/${room.has.complaint}/`;
        await at(path)(room);
        await submit(room.page, { action: `${path}response/`, fields: { do: 'withhold' } });
        return undefined;
      },
    },
  },
  {
    route: '/desk/reviews/',
    empty: at('/desk/reviews/'),
    full: at('/desk/reviews/'),
    refused: asks,
    more: { decided: at('/desk/reviews/?state=closed') },
  },
  {
    route: '/desk/reviews/:id/',
    empty: 'A review is never empty: it is of a decision.',
    full: at(({ reviews }) => `/desk/reviews/${reviews.waiting}/`),
    refused: refused(({ reviews }) => `/desk/reviews/${reviews.waiting}/`, { fields: { do: 'uphold' } }),
    more: {
      'of one’s own': at(({ reviews }) => `/desk/reviews/${reviews.own}/`),
      decided: at(({ reviews }) => `/desk/reviews/${reviews.done}/?done=yes`),
    },
  },
  {
    route: '/desk/suspensions/',
    empty: at('/desk/suspensions/'),
    full: at('/desk/suspensions/?done=suspended'),
    refused: 'Only the end of one that has ended meanwhile is refused, in a box as everywhere.',
    more: { ended: at('/desk/suspensions/?state=over') },
  },
  {
    route: '/desk/responses/:id/suspend/',
    empty: 'The form is never empty: it is about a response.',
    full: at(({ reviews }) => `/desk/responses/${reviews.suspended}/suspend/`),
    refused: refused(({ reviews }) => `/desk/responses/${reviews.suspended}/suspend/`, {
      fields: { sentence: longWord, period: 'date', date: '2020-01-01' },
    }),
  },
  {
    route: '/desk/links/',
    empty: at('/desk/links/'),
    full: unfolded('/desk/links/?done=again'),
    refused: async (room) => {
      await at('/desk/links/')(room);
      const form = room.page.locator('form[action^="/desk/links/"]').first();
      const fields = { do: 'forget', reason: '' };
      await submit(room.page, { action: (await form.getAttribute('action')) ?? '', fields });
      return undefined;
    },
    more: { 'of one kind': at('/desk/links/?state=refused') },
  },
  { route: '/desk/record/', empty: at('/desk/record/'), full: at('/desk/record/'), refused: asks },
  {
    route: '/desk/tokens/',
    empty: at('/desk/tokens/'),
    full: at('/desk/tokens/?done=revoked'),
    refused: refused('/desk/tokens/', { fields: { name: '' } }),
    more: {
      'a new one': async ({ page, address }) => {
        await page.goto(`${address}/desk/tokens/`);
        await submit(page, {
          action: '/desk/tokens/',
          fields: { name: 'Tide table', 'scope-articles:read': 'on' },
        });
        return undefined;
      },
    },
  },
  {
    route: '/desk/webhooks/',
    empty: at('/desk/webhooks/'),
    full: at('/desk/webhooks/'),
    refused: refused('/desk/webhooks/', { fields: { url: `ftp://${longWord}` } }),
  },
  {
    route: '/desk/webhooks/:id/',
    empty: 'There is nothing here to begin with: the page is one thing, which is there.',
    full: unfolded(({ webhook }) => `/desk/webhooks/${webhook}/?done=test`),
    refused: 'Its buttons do what they say, or the webhook is gone.',
  },
  { route: '/desk/settings/', empty: at('/desk/settings/'), full: at('/desk/settings/'), refused: asks },
  settings('publication', { title: '', 'time-zone': longWord }),
  settings('responses', { 'comments.pace': longWord }),
  settings('filters', { 'comments.hold-words': `${longWord}.*\n.*` }),
  {
    route: '/desk/filters/',
    empty: at('/desk/filters/'),
    full: at(({ trial }) => `/desk/filters/?from=${trial}&done=saved+words`),
    refused: refused('/desk/filters/', {
      fields: { rule: 'words', value: `${longWord.repeat(2)}\n.*` },
    }),
    more: { 'in a flood': inFlood('/desk/filters/') },
  },
  {
    route: '/desk/filters/trials/:id/',
    empty: at(({ runningTrial }) => `/desk/filters/trials/${runningTrial}/`),
    full: unfolded(({ trial }) => `/desk/filters/trials/${trial}/`),
    refused: asks,
  },
  settings('complaints', { 'complaints.holidays': longWord, 'complaints.decide-days': '0' }),
  settings('pictures', { 'pictures.megabytes': longWord }),
  settings('links', { 'links.space': longWord }),
  settings('outside', { 'record.witnesses': longWord, 'statements.send-from': longWord }),
  settings('texts', { rules: '' }),
  settings('look', { 'look.ink': 'blue', 'look.paper': longWord }),
  settings('css', { 'look.css': `a { color: ${longWord}`, 'look.css-on': 'maybe' }),
  settings('mail', { 'mail.from': longWord }),
  settings('privacy', { 'retention.addresses': longWord }),
  {
    route: '/desk/you/',
    empty: at('/desk/you/?done=joined'),
    full: unfolded('/desk/you/'),
    refused: refused('/desk/you/', { action: '/desk/you/name/', fields: { 'own-name': '' } }),
  },
  {
    route: password,
    empty: at(password),
    full: async ({ page, address }) => {
      await page.goto(address + password);
      await submit(page, { action: '/desk/you/authenticator/' });
      return undefined;
    },
    refused: refused(password, { fields: { password: 'short' } }),
  },
  {
    route: '/desk/staff/',
    empty: at('/desk/staff/'),
    full: unfolded('/desk/staff/'),
    refused: refused('/desk/staff/', {
      action: '/desk/staff/invitations/',
      fields: { name: longWord, email: 'nowhere' },
    }),
    more: {
      'signed in too long ago': async ({ page, address, site }) => {
        await page.goto(`${address}/desk/staff/`);
        const now = site.clock.now().toISOString();
        site.clock.set(new Date(Date.now() + 20 * 60_000).toISOString());
        const fields = { name: longWord.slice(0, 80), email: 'bede@ledger.example', role: 'author' };
        await submit(page, { action: '/desk/staff/invitations/', fields });
        site.clock.set(now);
        return undefined;
      },
      'just invited': async ({ page, address }) => {
        await page.goto(`${address}/desk/staff/`);
        const fields = { name: longWord.slice(0, 80), email: 'nan@ledger.example', role: 'moderator' };
        await submit(page, { action: '/desk/staff/invitations/', fields });
        return undefined;
      },
    },
  },
];
