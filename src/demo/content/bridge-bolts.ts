import type { DemoArticle } from './types.ts';

export const bridgeBolts: DemoArticle = {
  slug: 'bridge-bolts',
  title: 'One firm bids to mend the swing bridge, and it wants nine nights',
  standfirst:
    'The harbour board asked eleven companies to renew the bolts that hold up the Eastgate bridge. Ten of them sent their regrets, some with a photograph.',
  byline: ['Imogen Thrale'],
  published: '2026-11-20T07:00Z',
  tags: ['Swing bridge', 'Harbour board', 'Eastgate', 'Money'],
  body: `Eleven engineering firms were asked in September to price the renewal of sixty-four bolts under the Eastgate swing bridge. When the box was opened on Wednesday there was one tender in it. The harbour board’s clerk turned the box upside down, for form.

The one is from Harsey Marine, which built the board’s pontoons, and comes to £148,600. The board had set aside £130,000. It accepted within the hour, subject to the difference.

The bolts hold the deck to the ring on which it turns. They were last renewed in 1951, from a batch meant for a cinema. A survey in the summer found that nine had lost more than a third of their thickness and that two could be turned by hand, which the surveyor did, and then, his report says, “turned back”. The bridge has had a limit of seven and a half tonnes since July. The 14 bus, laden, is seven and a quarter.

Harsey Marine proposes to do it at night. From Monday 11 January the bridge would be shut to everything, people on foot included, from eight in the evening until half past five in the morning, for nine nights. Boats could not pass at all for three weeks, which in January concerns two trawlers and a man called Neville.

Eastgate’s way round is by Marl Cross. The county has agreed to keep an ambulance on the Eastgate side for the nine nights. Nobody has yet agreed to keep a bus there; the county said that it was “in conversation”, and the operator that it would be glad to be.

Why did ten firms decline? Four gave reasons. Two were busy. One would not insure divers under a moving structure. The fourth wrote that it had inspected the bolts from a boat, at low water, on a still day, and that it wished the board every success.

The board meets on 2 December to find the £18,600. Its chairman, Dunstan Peverell, said that he would rather not say where he was going to look, “because then it will not be there”.`,
  claims: [
    {
      passage:
        'From Monday 11 January the bridge would be shut to everything, people on foot included, from eight in the evening until half past five in the morning, for nine nights.',
      due: '2027-01-11',
    },
    { passage: 'The board meets on 2 December to find the £18,600.', due: '2026-12-02' },
  ],
  sources: [
    { class: 'Public meetings', count: 1, note: 'Opening of tenders, 18 November' },
    { class: 'Documents read in full', count: 2, note: 'The survey; the tender' },
    { class: 'On the record', count: 3 },
  ],
  comments: [],
};
