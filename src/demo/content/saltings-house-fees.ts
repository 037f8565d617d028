import type { DemoArticle } from './types.ts';

export const saltingsHouseFees: DemoArticle = {
  slug: 'saltings-house-fees',
  title: 'Saltings House: the letters that came on a Friday',
  standfirst:
    'Thirty-eight families have been told that fees at the town’s only nursing home will go up by nineteen per cent. The letter gives a reason. The accounts give another.',
  byline: ['Kester Adeyinka', 'Imogen Thrale'],
  published: '2026-10-07T06:00Z',
  tags: ['Care', 'Money', 'County council'],
  policy: 'all-held',
  body: `The letters were dated Wednesday and arrived on the Friday, after the office at Saltings House had closed. They were two paragraphs long. From 1 December, they said, the weekly fee for a room would rise from £1,140 to £1,357, because of “sustained pressure on the cost of energy, food and staff”. Families who wished to discuss it could telephone on Monday.

By Monday at noon they had found one another. Of the thirty-eight families who pay for themselves, thirty-one have now signed a letter back. It asks one question: which costs?

## The reason given

It is a fair question, because the home’s own figures are published. In the year to March, according to [accounts filed at the end of August](https://companyregister.example/filings/saltings-house-ltd/2026.pdf), Saltings House Ltd spent four per cent more on staff than in the year before, three per cent more on food, and less on energy, having put in new boilers.

What did go up was rent. The building was sold in November 2024 to a company called Wren Care Property, and leased back. The rent was £310,000 in the first full year and is £520,000 in this one. Spread over the home’s fifty-two beds, the increase is £78 a week for each.

Both companies have the same two directors. There is nothing unlawful in that, and the arrangement is a common one. The home’s solicitors said in a letter to the *Ledger* that the rent was “set by independent valuation”, that it paid for a programme of works including a new roof, and that the letter to families had been “a summary”. We asked to see the valuation. They said that it was confidential.

## Who has a say

Not the county council, which pays for fourteen beds at its own rate and has not been asked for more. Its cabinet member for adult care, Roland Ashby, said that he had “no power over a private contract and a good deal of sympathy”.

The inspectors, who were last there in April, look at care and not at money. They rated the home good, and so do the families. That is the difficulty. “She is happy here,” said one, whose mother has been a resident for three years. “They know she likes the window. You cannot take your window with you.”

The directors have offered to meet the families at the home on 26 November, five days before the new fee begins. The families have asked for a date in October.`,
  claims: [
    {
      passage: 'From 1 December, they said, the weekly fee for a room would rise from £1,140 to £1,357',
      due: '2026-12-01',
    },
    {
      passage:
        'The directors have offered to meet the families at the home on 26 November, five days before the new fee begins.',
      due: '2026-11-26',
    },
  ],
  sources: [
    { class: 'People affected', count: 6, note: 'Families of residents; named to us, not here' },
    {
      class: 'Documents read in full',
      count: 3,
      note: 'The letter of 30 September; the reply; the solicitors’ letter',
    },
    { class: 'Public records', count: 2, note: 'Accounts for 2025 and 2026; land register' },
    { class: 'On the record', count: 1, note: 'The county’s cabinet member' },
  ],
  comments: [
    {
      name: 'A Daughter',
      at: '2026-10-07T08:11Z',
      text: 'I am one of the thirty-one. I want to say before anybody else starts that the staff had no idea. One of them was in tears when I showed her the letter, because her own gran is upstairs.',
    },
    {
      name: 'Quay Resident',
      at: '2026-10-07T09:02Z',
      url: 'https://quayresident.example/',
      text: 'The sum in the article is worth doing slowly. The extra rent is £78 a bed a week; the rise is £217. So the rent does not explain it *either*, and somebody should ask about the other £139.',
    },
    {
      name: 'Figures in the Margin',
      at: '2026-10-07T13:26Z',
      inReplyTo: 2,
      text: `That is a good point but the division is not quite like with like. The county’s fourteen beds do not pay the increase, so the whole of it falls on the thirty-eight. £210,000 over thirty-eight beds is £106 a week, not £78.

That still leaves “the other £139” at £111, mind you.`,
    },
    {
      name: 'Quay Resident',
      at: '2026-10-07T14:40Z',
      url: 'https://quayresident.example/',
      inReplyTo: 3,
      text: 'Quite right, and thank you. I withdraw the £139 and keep the question.',
    },
    {
      name: 'Night Shift',
      at: '2026-10-08T06:15Z',
      text: 'I work there, so this is all I will say. The new boilers are true. The new roof is a tarpaulin.',
    },
    {
      name: 'Landlord’s Friend',
      at: '2026-10-08T12:49Z',
      text: 'Unpopular view: nobody else is offering to run a nursing home in Wrenmouth at any price. The old owners went under in 2018 and for seven weeks there was *nothing*, and families were driving to Pellbury. Sale and leaseback is how a roof gets paid for when no bank will lend. You may not like the rent, but you would like the closure less.',
    },
    {
      name: 'A Daughter',
      at: '2026-10-08T19:05Z',
      inReplyTo: 6,
      text: 'I remember the seven weeks very well, my father was in Pellbury for them. That is exactly why a letter on a Friday night is a threat, whoever means it as one. “You would like the closure less” is what we all heard between the lines.',
    },
    {
      name: 'Marl Cross Mum',
      at: '2026-10-09T07:58Z',
      text: 'I cannot add anything useful but I have read every word, and the line about the window has stayed with me for two days.',
    },
    {
      name: 'Wants To Know',
      at: '2026-11-20T21:14Z',
      state: 'held',
      text: 'I am told by someone who would know that one of the two directors has just bought a house at Gannet Point with a sea wall of its own. Is the *Ledger* going to look into that? It is on the land register, [title WR40417](https://landregister.example/titles/WR40417), for anybody with four pounds to spend. I make no accusation, I only put the two numbers side by side.',
    },
    {
      name: 'Son of Room 22',
      at: '2026-11-21T17:37Z',
      inReplyTo: 7,
      state: 'held',
      text: 'The meeting on the 26th has been moved to two in the afternoon, when most of us are at work. They told us by pinning it to the board by the lift. If anybody is going and can take notes, my mother’s room is opposite the tea trolley and you may sit in it.',
    },
  ],
};
