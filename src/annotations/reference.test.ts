import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotateThread } from './annotate.ts';

const article = {
  title: 'Ferry to stop',
  paragraphs: [
    'Councillor Grace Ollerenshaw said the ferry would stop. Dr Neil Faraday disagreed. Mr Tanner owns the quay.',
  ],
};
const names = [
  ...['Grace', 'Neil', 'Will', 'lane resident', 'muckspreader', 'Tarrow Tess', 'Tom Ackroyd', 'Old Tar'],
  ...[
    'Spring Tide',
    'bookworm_59',
    "Clerk (ret'd)",
    'Hope',
    'Jack',
    'Marta',
    'new in town',
    'Mark',
    'saltmarsh',
  ],
  ...['Rose', 'commuter', 'Bill', 'the boatman', 'Fed Up', 'hermione', 'Jan Dee', 'Jan Pask', 'Tanner'],
];

/** The references in what the last of the commenters writes, as written, between strokes. */
function referred(text: string): string {
  const said = [...names.map((author) => ({ author, text: 'x' })), { author: 'Zed', text }];
  const comments = said.map(({ author, text }, index) => ({ number: index + 1, author, paragraphs: [text] }));
  const { references = [] } = annotateThread({ article, comments }).at(-1) ?? {};
  return references.map((reference) => reference.text).join(' | ');
}

const told = (cases: Record<string, string>) =>
  assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, referred(text)])), cases);
const silent = (...texts: string[]) => told(Object.fromEntries(texts.map((text) => [text, ''])));

test('a comment is pointed at by its number, in figures or as a word', () => {
  told({
    'As comment four says, no.': 'comment four',
    'What number four said.': 'number four',
    'So No 3 has a point, and I also agree with no. 2.': 'No 3 | no. 2',
    'A commenter (no. 2) says it happened before.': 'no. 2',
    'After #3 I take it back, @4: sorry.': '#3 | @4',
    'What commenter 4 said.': 'commenter 4',
  });
  silent(
    'No 10 has a point. I agree with No. 10 on this.',
    'I live at number 3. Number 3 said it was noisy. Take the number 4 bus.',
    'Number 3, Quay Street is empty, see no. 4 on the list.',
    'We got a reply one day later. I will post two letters.',
    'We are #2 in the league. He is #1, and our #3 reason.',
  );
});

test('a comment is pointed at by its place', () => {
  told({
    'To the person above me: nonsense.': 'the person above me',
    'Whoever wrote the previous comment is in the third comment.': 'the previous comment | the third comment',
    'The comment above mine is wrong.': 'The comment above mine',
    'And the last comment made me laugh.': 'the last comment',
    'As for the second comment: no.': 'the second comment',
    'First comment here is nonsense.': 'First comment',
    'It is plain that #2 is not true. I have just re-read #3 and doubt it.': '#2 | #3',
  });
  silent(
    'The first comment my youngest made was about the hall. The first comment our director made is unprintable.',
    'The previous post on this blog said so.',
    'The person above me plays drums.',
    'First comment here, be gentle.',
    'The last post on the quay is rotten. They played the Last Post.',
    'The first comment from the council was no. Their second reply said wait.',
  );
});

test('a commenter is spoken to, with a comma or without', () => {
  told({
    'Frankly it is a serious word too, Rose.': 'Rose',
    'Marta welcome! Marta you are right.': 'Marta',
    'Muckspreader, you never saw it. To commuter: I did.': 'Muckspreader | commuter',
    'That cheers me up. lane resident come and sit with us.': 'lane resident',
    'You, commuter, are a fool. That is it, Mark, and it is why I left.': 'commuter | Mark',
    'Get a grip Neil. Fair enough Tess.': 'Neil | Tess',
    'Fair enough Tess. Tom, deal.': 'Tess | Tom',
    'Clerk, is that so?': 'Clerk',
    'We said grace, Grace.': 'Grace',
  });
  silent(
    'Will I ever see my ferry again? Will you look at that.',
    'Hope you are all happy now. Hope this helps.',
    'Spring tide, neap tide, it never ran. Fed up, frankly.',
    'My friend Tom, who knows, says no. Will, the ferryman, is 60.',
    'Joy! Rose early. Mark you, I said so.',
  );
});

test('a commenter is spoken of as one who said something', () => {
  told({
    'If Rose is right then I agree with Hope and Mark.': 'Rose | Hope | Mark',
    'With all due respect to hermione, commuter is right.': 'hermione | commuter',
    'With Grace on the prams.': 'Grace',
    'hermione wins the day. And commuter has finally explained it.': 'hermione | commuter',
    'What Hope and Mark said, and so does Marta.': 'Hope | Mark | Marta',
    'Like Hope, I was there. Unlike lane resident I saw it.': 'Hope | lane resident',
    'As for Bill, he should know. As mentioned by commuter, no.': 'Bill | commuter',
    'Where did muckspreader get that?': 'muckspreader',
    'Wie Rose schon schrieb. Ich stimme Marta zu.': 'Rose | Marta',
    'What saltmarsh said. bookworm makes a good point.': 'saltmarsh | bookworm',
    'I SAY OLD TAR IS RIGHT ABOUT ALL OF IT': 'OLD TAR',
  });
  silent(
    'Grace Ollerenshaw is right for once. Councillor Grace has no idea.',
    'I wrote to Neil. Neil replied. Grace said she would look. Hats off to Grace for trying.',
    'A lane resident said so. The average commuter is right. Ask any commuter.',
    'Saltmarsh is a habitat. Saltmarsh needs protection.',
    'My sister Marta agrees. Tom Brown says so. I agree with the boatman in the article.',
    'Tanner is wrong. Jan is right.',
    'I met Hope and Mark at the lido. Faith, hope and charity.',
    'Hope springs eternal. Hope is right there in the name.',
    'I told Rose, who runs the shop, that it leaks.',
    'HOPE IS NOT A PLAN. WILL THEY LISTEN.',
  );
});
