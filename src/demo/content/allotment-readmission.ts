import type { DemoArticle } from './types.ts';

export const allotmentReadmission: DemoArticle = {
  slug: 'allotment-readmission',
  title: 'Fenwick to press for Desmond Quill’s return to the allotment society',
  standfirst:
    'He was expelled in the spring, and elected warden in the autumn by the people he was expelled for upsetting. A past president wants him back.',
  byline: ['Bede Hallam'],
  published: '2026-11-02T07:00Z',
  tags: ['Allotments', 'Allotment Society', 'Committees', 'Elections', 'Sluice Lane', 'Town life'],
  body: `When it rains on the Wrenmouth Allotment Society, the water butt splits as well. With the inquiry into the marrow scales not yet adjourned, the *Ledger* understands that the management committee’s meeting on 8 December will hear Orla Fenwick, twice its president, move that Desmond Quill be let back through the gate.

According to society officials, Ms Fenwick put the matter to the chairman, Hugh Sallow, in person and at some length; somebody in her camp described the conversation as “encouraging”.

Mr Quill, who beat the society’s own nominee, Maureen Tapp, in October’s ballot to become the first elected warden of the Sluice Lane plots, had asked Ms Fenwick to make his peace for him.

Sources close to the Sluice Lane growers confirm that the pair have met twice in the seed store, and that the warden is putting off the choice of his three deputies until he knows whether he is a member. They do not share the Fenwick camp’s optimism. Mr Sallow, they think, will not lend his name to it, and without him she is three votes short of the eleven that a readmission takes.

The motion will not sweeten the potting sheds. Bettina Crake, the society’s secretary, has sent the committee a paper of her own, which asks that Ms Fenwick be censured for handing out Mr Quill’s leaflets from the back of the society’s own trailer.

People close to Mr Sallow suggest that nobody should expect a censure.`,
  claims: [
    {
      passage:
        'the management committee’s meeting on 8 December will hear Orla Fenwick, twice its president, move that Desmond Quill be let back through the gate',
      due: '2026-12-08',
    },
  ],
  sources: [
    { class: 'Officials', count: 2, note: 'Of the society, separately of one another' },
    { class: 'People close to a party', count: 1, note: 'Close to Ms Fenwick' },
    { class: 'People close to a party', count: 2, note: 'Close to the Sluice Lane growers' },
    { class: 'People close to a party', count: 1, note: 'Close to the chairman' },
    { class: 'Documents read in full', count: 1, note: 'The secretary’s paper for 8 December' },
  ],
  comments: [
    {
      name: 'Marrow & Sons',
      at: '2026-11-02T08:26Z',
      text: 'Thirty years I have dug on Sluice Lane, and I call this two fingers to every member who kept the rules. Quill fought the muddiest election those plots have known. Next to him the marrow scales were a church fête.',
    },
    {
      name: 'SL Plotholder',
      at: '2026-11-02T10:41Z',
      inReplyTo: 1,
      url: 'https://slplotholder.example/',
      text: 'Some of us dig there too, and for us it is NOT “two fingers to every member who kept the rules”. The leaflets that went round for Mrs Tapp had nothing in them but weedkiller, trespass and “persons unknown” in the seed store, and not a line of it has been shown to be so. That is what did the damage. Thanks to those leaflets, and to the half hour that Radio Wren made out of them, people in Pellbury who could not find Sluice Lane on a map will tell you that we are the allotments with the poisoner. My daughter was asked about it at her school. Wilf Tansy called it careless in *Estuary Notes*, which is kinder than I would be. You committee people can go home from it; it is we plotholders who have to live with the name.',
    },
    {
      name: 'Hoe Hoe Hoe',
      at: '2026-11-02T12:03Z',
      text: 'Having read both: the first response has it right.',
    },
    {
      name: 'SL Plotholder',
      at: '2026-11-02T19:48Z',
      inReplyTo: 3,
      url: 'https://slplotholder.example/',
      text: `This is what Wilf Tansy had to say, since nobody here seems to have got to the end of it:

> “There are old hands in the society who did what they could to flatten a man whom their own members had put up for the post until August. They say that some of his friends played rough, and I dare say they did. But those who let the word ‘poison’ out of the shed ought to look at what it has done to the price of a Sluice Lane leek, their own included.”

You can read all of it here: [Who is afraid of a leek?](https://estuarynotes.example/2026/10/who-is-afraid-of-a-leek)

He has since gone back to it: [The leek, continued](https://estuarynotes.example/2026/10/the-leek-continued)

No doubt Hoe Hoe Hoe will find that Tansy has it wrong and I have it wrong, and the mud will go on being thrown by people with clean boots. (Marrow & Sons’s “proof that he cheated” comes from the parish blog of a Mr Pell, who printed the leaflets.)`,
    },
    {
      name: 'Double Digger',
      at: '2026-11-03T07:55Z',
      inReplyTo: 2,
      text: 'Agree with SL-plotholder. Warden Quill should be back in the society by Christmas, he only wants to carry out the water scheme that is in the society’s own five-year plan, and that can do Hugh Sallow nothing but good. What Mr Sallow has to do is have a word with Mrs Tapp about the keys of the pump house, which she still has, so that she gives them up gracefully and we can all get on.',
    },
    {
      name: 'Blightwatch',
      at: '2026-11-03T22:17Z',
      text: `Wilf Tansy is the kind of columnist who never met an underdog he could not feed, so long as it barks at “the committee”. In today’s instalment four pensioners and a cash tin are the mighty oppressor, and Desmond Quill, who has nineteen cups and is known in three counties as the “leek king”, is a humble son of the soil, hounded for the crime of growing things.

Alas! Shame! To the barricades with a dibber! Except that, hm, Mrs Tapp lives in a council flat and has the worst plot on the Lane? Then she is a puppet. And mean with manure!

And what was the people’s warden doing in his first week? Giving the hosepipe contract to his own brother-in-law, and no second quotation asked for. It is all set out here:`,
    },
  ],
};
