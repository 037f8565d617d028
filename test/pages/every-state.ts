import { editComment } from '../../src/comments/edits/edit-comment.ts';
import { eraseName, eraseWords } from '../../src/comments/erasure/erase-comment.ts';
import { respondAsStaff } from '../../src/comments/respond-as-staff.ts';
import { withdrawComment } from '../../src/comments/withdraw-comment.ts';
import { removeComment, withholdIn } from '../../src/moderation/decide.ts';
import { granted, publishSample, type Sent, send, setSetting } from '../support/publish.ts';
import type { TestSite } from '../support/site.ts';

const minute = 60_000;
const owner = { actor: { role: 'owner' as const }, staffId: null };

const body = `The board has four members and one oar.

What it will do:

1. Count the oars.
2. Ask [the yard](https://yard.example/oars?n=2&kind=sweep).

- Nothing else
  - until spring.`;

/** An article in its own language, with lists, and a response in every state in which readers meet one. */
export async function publishEveryState(site: TestSite): Promise<void> {
  await setSetting(site, 'comments.anonymous', 'yes');
  await setSetting(site, 'comments.policy', 'open');
  const { id: articleId } = await publishSample(site, {
    ...{
      title: 'The board: “four members, one oar”?',
      body,
      language: 'cy',
      tags: 'Boats\nThe board; its oar',
    },
    byline: 'Ada Fenn\nBo “Oar” Marsh',
  });
  let number = 0;
  const post = async (sent: Omit<Sent, 'articleId'>) => {
    site.clock.pass(minute);
    number += 1;
    const writer = sent.secret ?? `writer ${number}`;
    return granted(await send(site, { articleId, secret: writer, address: `192.0.2.${number}`, ...sent })).id;
  };
  await post({ name: 'Oar Watch', text: 'One.', secret: 'watch' });
  await post({ name: '', text: 'Nobody asked me.\n\n1. Not once.\n2. Not twice.', inReplyTo: 1 });
  await post({ name: 'Response 3', text: '> One.\n\nThat is “One.”, then.', inReplyTo: 1 });
  const edited = await post({ name: 'Ökonom, 12 March 2026, 08:00 GMT, in reply to 1', text: 'Before.' });
  site.clock.pass(3 * minute);
  granted(await editComment(site, { id: edited, text: 'After, with [a page](https://page.example/a_(b)).' }));
  const removed = await post({ name: 'Sculler', text: 'They stole the oar.', inReplyTo: 4 });
  const withdrawn = await post({ name: 'Second thoughts', text: 'I take that back.', inReplyTo: 2 });
  const erased = await post({ name: 'Real Name', text: 'My address is 4 Tallow Steps.' });
  const unnamed = await post({ name: 'Another Name', text: 'My name is to go, these words are to stay.' });
  await post({ name: 'מרים מן הנמל', text: 'Shalom.', url: 'https://harbour.example/?who=m' });
  await post({ name: 'Oar Watch', text: 'Two, as I said in 1.', secret: 'watch' });
  const withheld = await post({ name: 'Rower', text: 'He sank it for the money.', inReplyTo: 1 });
  const staff = await site.store.read.selectFrom('staff').select('id').executeTakeFirst();
  const answer = { articleId, text: 'We asked. Nobody knows.', in_reply_to: '2' };
  const who = { id: staff?.id ?? 'staff', name: 'Ada Fenn', role: 'editor' as const };
  granted(await respondAsStaff(site, who, answer));
  site.clock.pass(minute);
  const reason = {
    code: 'rule-3',
    label: 'Rule 3: no accusation of a crime, e.g. of theft, without a source. See the rules.',
    sentence: null,
  };
  granted(await removeComment(site, { id: removed, moderator: owner, reason }));
  granted(await withdrawComment(site, withdrawn));
  granted(await site.store.write((tx) => withholdIn(site, tx, { id: withheld, moderator: owner })));
  const byOwner = { by: owner, reason: { code: 'other', label: 'Somebody’s home' } };
  await site.store.write(async (tx) => {
    await eraseWords(site, tx, { id: erased, state: 'erased', erasing: byOwner });
    await eraseName(site, tx, { id: unnamed, erasing: byOwner });
  });
}
