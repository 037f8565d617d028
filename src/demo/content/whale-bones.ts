import type { DemoArticle } from './types.ts';

export const whaleBones: DemoArticle = {
  slug: 'whale-bones',
  title: 'The whale under the school hall',
  standfirst:
    'Builders mending a floor at St Bride’s found sixty-one bones, a lunch box and a label. The label is wrong, and the lunch box is a mystery.',
  byline: ['Sunniva Rook'],
  published: '2026-10-02T06:00Z',
  tags: ['History', 'Schools', 'Town life'],
  body: `The whale was under the stage. It lay in three rows on newspaper of 1934, each bone tied with tape and numbered in violet ink, and on the topmost vertebra somebody had set down a lunch box, empty but for a clean crust.

The builders had come to St Bride’s Primary to mend the hall floor. They lifted nine boards, rang the head teacher, and put six of them back. “I have been asked many things in August,” said Dorcas Ilesanmi, who has been head for five years. “I had not been asked what I would like done with the whale.”

There are sixty-one bones. A label, in the same violet ink, says: *Rorqual, Gannet Point, Feb. 1911. Gift of the Harbour Master.* Most of it is right. An animal did come ashore at Gannet Point in February 1911; there is a photograph in the library of eleven men in bowler hats standing on it. The *Ledger*’s forebear of that name gave it a paragraph, between a concert and a fire.

But it is not a rorqual. Dr Henrike Solberg, of the marine station at Cold Harsey, came on Tuesday with a tape measure and was there for four hours. It is a northern bottlenose, she says, a deep diver with no business in an estuary, and a young one. “Somebody counted the ribs and hoped.”

## Who put it there

The school log is missing for 1934. What remains is a photograph of Standard V with their master, a Mr Percival Oake, who kept a natural history room until the inspectors asked for it as a cloakroom. He is the only person in the picture who is smiling. It would take one man and a handcart perhaps four evenings.

The county museum has offered to take the bones. So has the marine station. Mrs Ilesanmi has asked for a third thing: to have the animal wired together and hung in the hall it was hidden under, if the beams allow. A surveyor is to tell the governors by 20 November whether they do.

Year 4 has voted on a name. The result is not binding, but it was unanimous, and it is Boards.`,
  claims: [
    {
      passage: 'A surveyor is to tell the governors by 20 November whether they do.',
      due: '2026-11-20',
    },
  ],
  sources: [
    { class: 'On the record', count: 2, note: 'The head teacher; a zoologist' },
    { class: 'Public records', count: 2, note: 'School log books; the library’s photographs' },
  ],
  comments: [
    {
      name: 'Nan of Chandler Row',
      at: '2026-10-02T07:24Z',
      text: 'My mother was in Standard V in 1934. She always said that Mr Oake had a whale and we always said yes, Mum. She died in 2009. I have been to her grave this morning to apologise.',
    },
    {
      name: 'Mudlark',
      at: '2026-10-02T07:50Z',
      inReplyTo: 1,
      text: 'That is the best thing I have ever read on this site, articles included.',
    },
    {
      name: 'Pedant in Residence',
      at: '2026-10-02T10:05Z',
      text: '“Eleven men in bowler hats standing on it”: I have the photograph in front of me and it is ten men and a policeman, whose helmet might at a distance be taken for one. Otherwise a pleasure from end to end.',
    },
    {
      name: 'Łucja z Nabrzeża',
      at: '2026-10-02T15:40Z',
      text: 'My son is in Year 4. He says the vote was unanimous because the other name was Derek.',
    },
    {
      name: 'Bone Idle',
      at: '2026-10-03T09:31Z',
      text: 'A bottlenose whale has between forty and fifty vertebrae, two dozen ribs or so, then skull, jaws, flippers. If there are sixty-one there is a good third of it still somewhere. Has anyone looked under the *cloakroom*?',
    },
    {
      name: 'Retired Pilot',
      at: '2026-10-03T11:58Z',
      inReplyTo: 5,
      text: 'The lower jaw is the arch over the gate of the old harbour master’s garden on Tallow Steps, and has been all my time. It has a clematis on it.',
    },
    {
      name: 'Nan of Chandler Row',
      at: '2026-10-04T16:12Z',
      text: 'About the crust. Mr Oake’s sister kept the bakery, and he was known for never eating the ends. I have this from my mother, who as we now know was a reliable source.',
    },
  ],
};
