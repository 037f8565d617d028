import type { DemoArticle } from './types.ts';

export const rowingClubTreasurer: DemoArticle = {
  slug: 'rowing-club-treasurer',
  title: 'Rowing club’s former treasurer admits taking £41,300',
  standfirst:
    'Julian Carrow kept the books of the Wren Rowing Club for twelve years. He pleaded guilty at Pellbury Crown Court to keeping some of the money as well.',
  byline: ['Sunniva Rook'],
  published: '2026-10-22T15:30Z',
  tags: ['Courts', 'Money', 'Town life'],
  policy: 'closed',
  body: `Julian Carrow, who was treasurer of the Wren Rowing Club from 2012 to 2024, pleaded guilty at Pellbury Crown Court this morning to one count of fraud by abuse of position and one of false accounting. Between 2016 and 2024 he took £41,300 of the club’s money.

Carrow, 58, formerly of Ropewalk, Wrenmouth, spoke only to confirm his name and to enter his pleas. Recorder Philippa Strand adjourned the case for reports and told him that all options remained open. He was released on bail and will be sentenced on 11 December.

Opening the facts briefly, Lewis Amadi, for the prosecution, said that the method had been simple. Members paid for new boats by instalment. Carrow opened a second account in a name close to the club’s, and asked some members, never more than a third, to pay into that. He then showed the boats in the accounts as bought by loan, and paid the loan from subscriptions.

It came to light in September 2024, when the club’s new secretary wrote to the boatbuilder to ask about a warranty and was told that there was nothing to guarantee. Of three boats in the books, one had been built.

Anneliese Croft, for the defence, said that her client had been of good character until then, that £12,000 had been repaid, and that none of the money had gone on anything the court would call luxury. She would say more about that in December.

The club’s captain, Tobias Wray, said afterwards that members were relieved not to have to give evidence. He asked that people be civil to Mr Carrow’s family, “who row here too, and knew as little as the rest of us”.

The club will hold a members’ meeting after sentence has been passed.

*Responses to this article are closed, because the case is not over.*`,
  claims: [{ passage: 'He was released on bail and will be sentenced on 11 December.', due: '2026-12-11' }],
  sources: [
    { class: 'Court hearings attended', count: 1, note: 'Pellbury Crown Court, 22 October' },
    { class: 'On the record', count: 1, note: 'The club’s captain' },
  ],
  comments: [
    {
      name: 'Bow Side',
      at: '2026-10-22T16:04Z',
      text: 'I paid for a ninth of a boat that does not exist. I should like to say, as one of the people it was taken from, that Tobias is right about the family. His lad is the best cox we have, and he will be in the boat on Saturday.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-10-22T16:20Z',
      text: 'For readers who will ask: “fraud by abuse of position” is the name of the offence, and being treasurer is the position. It is not a remark about the rowing.',
    },
    {
      name: 'Strokeside',
      at: '2026-10-22T16:31Z',
      text: 'We all know what the “not luxury” was, she has a flat over the chemist’s and the children look like him.',
      state: 'removed',
      reason: {
        code: 'private-life',
        sentence:
          'It was about the private life of people who are not before the court, two of them children.',
      },
      decidedAt: '2026-10-22T16:38Z',
    },
    {
      name: 'Half-Tide',
      at: '2026-10-22T16:45Z',
      text: 'Close this one, Sunniva. He has pleaded, there is a sentence to come, and nothing good is going to be written under it.',
    },
  ],
};
