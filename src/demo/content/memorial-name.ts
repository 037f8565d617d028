import type { DemoArticle } from './types.ts';

export const memorialName: DemoArticle = {
  slug: 'memorial-name',
  title: 'The hundred and fourth name',
  standfirst:
    'There are 103 names on the memorial in Guildhall Square. On Sunday, for the first time, another will be read out, though it is not yet on the stone.',
  byline: ['Sunniva Rook'],
  published: '2026-11-06T07:00Z',
  tags: ['History', 'Town council', 'Town life', 'Schools'],
  body: `Constance Arkell drowned on 3 February 1918, a mile off Gannet Point, in a gale, aged twenty-six. She was stewardess of the hospital ship *Marguerite*, which had struck a mine, and she went below a second time because there were men in the lower ward who could not walk. That is in the captain’s report. Nine of them lived.

Her brother’s name is on the memorial in Guildhall Square, between Appleyard and Ash. Hers is not. When the committee of 1921 drew up its list it asked for “the men of the town who fell”, and her mother, who was asked, filled in the form for her son.

The form is in the library. It has a line at the foot for remarks, and on the line, in another hand, is one word: *Daughter?*

It was found in March by Year 6 of St Bride’s, who had been sent to look for something else. Their teacher, Hamish Odell, says that nobody told them to do anything about it. “They came back from lunch with a motion.”

The motion went to the town council in June, read by two ten-year-olds from a chair. It was carried without a vote. Since then there has been a good deal of correspondence. The memorial is listed; the stone is from a quarry that shut in 1963; and there is a view, held by people who have thought about it, that the list should stay as the town left it, omissions and all, because the omission is part of what it remembers.

The council has found a way between. A separate stone will be set in the paving at the foot of the steps, with her name, her ship and the date. The mason, Idris Kell, says it will be in place by 3 February, which is the day.

On Sunday at eleven the names will be read as they are every year, by the sea cadets, in the order of the stone. Then there will be a pause, and somebody from Year 6, who are now Year 7 and had to ask for the morning, will read one more.`,
  claims: [
    {
      passage: 'The mason, Idris Kell, says it will be in place by 3 February, which is the day.',
      due: '2027-02-03',
    },
  ],
  sources: [
    { class: 'Public records', count: 3, note: 'The form of 1921; the captain’s report; council minutes' },
    { class: 'On the record', count: 2 },
  ],
  comments: [
    {
      name: 'Nan of Chandler Row',
      at: '2026-11-06T08:02Z',
      text: 'There were Arkells at number 30 until the war, the second one. My mother was taken to tea there and told not to ask about the lady in the photograph with the cap.',
    },
    {
      name: 'Listed',
      at: '2026-11-06T09:37Z',
      text: 'I am one of those who “have thought about it”, and I was fairly treated here, so I shall only add this. Nobody on our side wanted her forgotten. We wanted a child in 2080 to be able to stand there and ask why she is *not* on it. With the stone at the foot they will ask, and there will be an answer under their feet. I think that the children did better than either of us.',
    },
    {
      name: 'Retired Pilot',
      at: '2026-11-06T11:20Z',
      text: 'May I correct one thing. The *Marguerite* lies four cables south-west of the Point, under half a mile, not a mile off. We used to lower our voices when we took a ship past. I do not know who began that. Everybody did it.',
    },
    {
      name: 'Mudlark',
      at: '2026-11-08T13:15Z',
      text: 'It was the tall girl with the plait who read it. You could hear her at the back of the square, and there was no wind at all. If they are still looking for a town crier they can stop.',
    },
    {
      name: 'Bereft of Ropewalk',
      at: '2026-11-08T14:52Z',
      text: 'Thank you for this. My own brother is not on any stone, for other reasons, and I stood there and said his name as well.',
      state: 'withdrawn',
      decidedAt: '2026-11-09T08:30Z',
    },
    {
      name: 'Nan of Chandler Row',
      at: '2026-11-08T17:40Z',
      inReplyTo: 4,
      text: '“If they are still looking for a town crier they can stop.” I thought the very same, and then I thought, she will be at big school, she will have homework.',
    },
  ],
};
