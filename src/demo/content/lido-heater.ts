import type { DemoArticle } from './types.ts';

export const lidoHeater: DemoArticle = {
  slug: 'lido-heater',
  title: 'Why the lido is warm on Thursdays',
  standfirst:
    'For two summers the Saltings pool has been a bearable nineteen degrees one day in seven. The swimmers kept a log. The council kept the receipt.',
  byline: ['Bede Hallam'],
  published: '2026-09-14T06:00Z',
  tags: ['Parks and pools', 'Town council', 'Money'],
  corrections: [
    {
      at: '2026-09-15T08:40Z',
      kind: 'correction',
      was: 'It cost £38,000',
      now: 'It cost £83,000',
      why: 'Two figures had changed places between the receipt and the page',
      prominence: 'top',
    },
  ],
  body: `The Saltings lido has a heat pump. It cost £83,000, it stands behind the changing rooms in a cage of its own, and since May 2024 it has made the water warm on Thursdays.

Nobody at the town council had noticed. The swimmers had. Perpetua Lamb, who is seventy-four and goes in at seven every morning from Easter until they lock the gate, has written the temperature on the back of a calendar for thirty-one years, and in the summer before last her pencil began to do something new. Monday, 14.5. Tuesday, 15. Wednesday, 15. Thursday, 19. Friday, 17, and so down the hill again to Monday.

“I thought at first that it was me,” she said. “Then I thought it was God.”

It was the controller. The pump was shown to councillors on the afternoon of Thursday 16 May 2024, and for their visit the installer set it to run through Wednesday night. That programme was never taken out. It has run through every Wednesday night since, at full power, and through no other.

Changing it needs a password. The password belonged to the installer, Brightwater Thermal of Pellbury, which was dissolved in January. The council wrote to its last known address in February, March and June. In July the letters began to come back.

A spokesman said that the pool had “met its heating target on a weekly average”, which is so: the target is fifteen degrees.

The bill is another matter. According to the council’s [own energy return](https://wrenmouthcouncil.example/papers/energy-return-2026.pdf), the one night a week cost £6,120 last season, because heating a pool in a hurry takes about half as much again as keeping it warm. A steady sixteen and a half, every day, would have cost slightly less.

The council says that an engineer will reset the controller by 9 October, a week before the pool shuts for the winter. Mrs Lamb means to be there. She has asked whether, for old times’ sake, they might leave her the one Thursday.`,
  claims: [
    {
      passage:
        'The council says that an engineer will reset the controller by 9 October, a week before the pool shuts for the winter.',
      due: '2026-10-09',
    },
  ],
  sources: [
    { class: 'On the record', count: 2, note: 'A swimmer; a council spokesman' },
    { class: 'Public records', count: 2, note: 'Energy return 2026; register of companies' },
    { class: 'Documents read in full', count: 1, note: 'The temperature log, 1995 to 2026' },
  ],
  comments: [
    {
      name: 'Third Bollard',
      at: '2026-09-14T06:52Z',
      text: 'So *that* is why the choir practises on Thursdays.',
    },
    {
      name: 'Cold Feet',
      at: '2026-09-14T07:31Z',
      text: 'Seven o’clock regular here. Perpetua told the desk at the lido every single week for two years, and was told every single week that the sensor was faulty. The sensor was the only thing in that building that was doing its job.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-09-14T09:10Z',
      text: 'A small correction: the pool shuts on Sunday 18 October this year, so 9 October is nine days before, not a week. I grant that by council reckoning this may come to the same thing on a weekly average.',
    },
    {
      name: 'Half-Tide',
      at: '2026-09-14T11:45Z',
      inReplyTo: 2,
      text: '“The sensor was the only thing in that building that was doing its job.” Not fair on the man who does the hot chocolate.',
    },
    {
      name: 'Ex-Clerk',
      at: '2026-09-14T17:20Z',
      text: `Three letters in six months is not “nothing was done”, which is how this will be read. A dissolved company’s property goes to the Crown, passwords included as far as anybody knows, and there is a form for asking for it back. I have filled that form in once, for a lawnmower. It took fourteen months.

What *should* have happened is one line in the contract, handing the codes over on completion. I used to put that line in. It was taken out in 2022 to make the contract shorter.`,
    },
    {
      name: 'Gannet',
      at: '2026-09-14T18:02Z',
      inReplyTo: 5,
      text: 'Fourteen months for a lawnmower! And people ask me why I write in capitals. THIS is why I write in capitals.',
    },
    {
      name: 'Cold Feet',
      at: '2026-09-15T06:40Z',
      inReplyTo: 3,
      text: 'Thank you @Pedant in Residence, I had it on my calendar as the 11th and would have been standing there in a towel with the gate locked.',
    },
    {
      name: 'Plant Room Paul',
      at: '2026-09-15T19:33Z',
      text: 'I mend these for a living, not in this county. You do not need the password. There is a row of little switches under the lid, and the third from the left puts it back as it left the factory. It is on page 12 of the [installation sheet](https://heatpumpmanuals.example/hw40/installation-en.pdf). Ten minutes, and six of them are the screws.',
    },
    {
      name: 'Third Bollard',
      at: '2026-09-15T20:01Z',
      inReplyTo: 8,
      text: 'Comment 8 has just saved the town £6,120 a year and will be asked to fill in a form.',
    },
  ],
};
