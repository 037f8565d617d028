const longest = { line: 500, text: 10_000 };
const figures = new Intl.NumberFormat('en-GB');

/** What the pages for complaints say, in English. */
export const complainWords = {
  link: 'Complaints',
  linkTo: (number: number) => `Complain about ${figures.format(number)}`,
  yes: 'Yes',
  title: 'Make a complaint',
  intro:
    'Anybody may complain, without an account. Nothing that you send is published: the record says only that a complaint of this kind came.',
  notAdvice: 'This is a form and a clock. It is no legal advice, and it decides nothing.',
  choose: 'What is it about?',
  kinds: {
    'uk-s5': {
      name: 'Words in a response that defame me',
      law: 'Under section 5 of the Defamation Act 2013, the law of England and Wales.',
      next: [
        'Within 48 hours we send your notice to whoever wrote the words, or take the words down if we cannot reach them. Saturdays, Sundays and bank holidays do not count.',
        'The writer then has five days to answer. These days all count.',
        'Within 48 hours of that we take the words down, or tell you that the writer stands by them.',
      ],
    },
    'dsa-16': {
      name: 'Words that are illegal in the European Union',
      law: 'Under article 16 of Regulation (EU) 2022/2065, the Digital Services Act.',
      next: [
        'Somebody of the staff reads it and decides. You hear what was decided, why, and what you can do about it.',
      ],
    },
    copyright: {
      name: 'A work of mine that is used without leave',
      law: 'For words or pictures in which you hold the copyright, or for whose holder you act.',
      next: ['Somebody of the staff reads it and decides. You hear what was decided and why.'],
    },
    'personal-data': {
      name: 'Personal data about me: see it, correct it or have it erased',
      law: 'Under the data protection law of the United Kingdom and the European Union.',
      next: ['You hear within one month what was done, or why it was not.'],
    },
    accuracy: {
      name: 'An article that is wrong',
      law: 'The publication’s own complaints procedure, for what it published itself.',
      next: ['Somebody of the staff looks into it. You hear what was found, and what is corrected.'],
    },
  },
  back: 'Another kind of complaint',
  theWords: 'What it is about',
  you: 'You',
  fields: {
    where: {
      label: 'Address of the response or the article',
      hint: 'Copy it from the browser, or from “Cite” under a response.',
    },
    words: { label: 'The words you complain of', hint: 'Copy them exactly.' },
    meaning: {
      label: 'What you say they mean',
      hint: 'The meaning that a reader takes from them, in your own words.',
    },
    harm: {
      label: 'Why that is defamatory of you',
      hint: 'How it makes others think worse of you, and what harm it did or may do.',
    },
    wrong: {
      label: 'What is untrue, or is opinion that no fact supports',
      hint: 'Say which part, and what is true instead where you know it.',
    },
    before: {
      label: 'Were the same words by the same writer removed before, after a notice?',
      hint: 'You may leave this out.',
    },
    unknown_poster: {
      label: 'I do not know enough about the writer to bring proceedings against them',
      hint: '',
    },
    give_name: {
      label: 'May we give the writer your name?',
      hint: 'Without a yes it is taken out of what the writer gets.',
    },
    give_email: {
      label: 'May we give the writer your e-mail address?',
      hint: 'Without a yes it is taken out of what the writer gets.',
    },
    illegal: {
      label: 'Why it is illegal',
      hint: 'Say which law it breaks, and how, so that somebody without your knowledge can see it.',
    },
    minors: {
      label: 'It is about the sexual abuse of children: I need not give my name and address',
      hint: '',
    },
    good_faith: { label: 'I believe in good faith that what I say here is accurate and complete', hint: '' },
    work: { label: 'The work', hint: 'What it is, where it was first published, and who made it.' },
    standing: { label: 'Who you are to it', hint: '' },
    ask: { label: 'What you ask for', hint: '' },
    data: {
      label: 'Which data',
      hint: 'What it says of you and where it stands, or under which names you wrote.',
    },
    right: { label: 'What is right instead', hint: 'As far as you know it.' },
    evidence: {
      label: 'What shows it',
      hint: 'Documents, addresses, names of people to ask. You may leave this out.',
    },
    name: { label: 'Your name', hint: '' },
    email: {
      label: 'Your e-mail address',
      hint: 'A letter tells you when there is news. It does not repeat your complaint.',
    },
  },
  options: {
    before: { no: 'No', once: 'Once', twice: 'Twice or more', unknown: 'I do not know' },
    give_name: { yes: 'Yes', no: 'No' },
    give_email: { yes: 'Yes', no: 'No' },
    standing: { own: 'It is mine', agent: 'I act for whoever holds it' },
    ask: {
      erase: 'That it is erased',
      access: 'To see what you keep of me',
      correct: 'That it is corrected',
    },
  } as Record<string, Record<string, string>>,
  missing: {
    where: 'Say where it stands: the address of the response or the article.',
    words: 'Copy the words that you complain of.',
    meaning: 'Say what meaning you take from the words.',
    harm: 'Say why that meaning is defamatory of you.',
    wrong: 'Say what is untrue, or is opinion that no fact supports.',
    unknown_poster: 'Confirm that you do not know enough about the writer to bring proceedings against them.',
    give_name: 'Say whether the writer may have your name.',
    give_email: 'Say whether the writer may have your e-mail address.',
    illegal: 'Say why it is illegal.',
    good_faith: 'Confirm that you believe in good faith what you say here.',
    work: 'Say which work it is.',
    standing: 'Say whether the work is yours, or whom you act for.',
    ask: 'Say what you ask for.',
    data: 'Say which data it is about.',
    right: 'Say what is right instead.',
    name: 'Give your name.',
    email: 'Give an e-mail address: without one we cannot answer you.',
  } as Record<string, string>,
  faults: {
    'too-long': (label: string, isLine: boolean) =>
      `“${label}” is too long: at most ${figures.format(isLine ? longest.line : longest.text)} letters.`,
    'bad-email': () => 'This is not a whole e-mail address, such as name@post.example: mend it.',
    'not-ours': () =>
      'This is no address of an article or a response here. Copy it from the browser while you look at the page.',
    'no-such': () =>
      'Nothing stands or stood at this address. Copy it from the browser while you look at the page.',
  },
  refused: 'Your complaint was not sent',
  notSent: 'Nothing was lost: what you typed stands below.',
  sendIncomplete: 'Send it as it is',
  incompleteHint:
    'You may send it although these parts are missing. An incomplete notice may have no effect in law; you will be told what is missing.',
  send: 'Send the complaint',
  steps: 'What happens, and by when',
  atOnce: 'At once you get a case number and a secret address, where all that is written to you stands.',
  case: {
    title: (number: string) => `Your complaint ${number}`,
    received: 'Received',
    about: 'About',
    open: 'We are looking at it.',
    closed: 'It is closed.',
    forgotten:
      'This complaint was closed long ago: what was kept of it, and what you sent, is no longer kept.',
    due: 'The next step is due by',
    dueHint: 'This time is counted by the clock of the law that you named. It is no promise of an outcome.',
    incomplete: 'Parts of a full notice are missing:',
    letters: 'Letters to you',
    noLetters: 'None yet. When there is one, it stands here.',
    sent: 'What you sent',
    secret: 'Keep this address: whoever has it can read this page.',
    mailed: 'A letter with this address is on its way to you. It says nothing of your complaint.',
    noMail: 'This publication sends no letters: come back to this page to see what became of it.',
    confirmHint: 'You came by a letter to your address. Shall letters from now on hold what they say?',
    confirm: 'Yes, the address is mine',
    confirmed: 'Your e-mail address is confirmed.',
  },
};

/** What whoever wrote a response reads of a complaint about it, in English. */
export const noticeToWriterWords = {
  box: 'A complaint came about this response.',
  boxLink: 'Read it, and what was written to you',
  boxAnswer: 'Read it and answer it',
  title: 'A complaint about your response',
  back: 'Your response',
  letters: 'Letters to you',
  none: 'No complaint about this response was sent to you.',
  answer: 'Your answer',
  hint: 'Nothing of it is published. Your name and address are kept encrypted; the complainant gets them only if you say yes to that, or a court orders it.',
  wish: 'What you want',
  wishes: { agreed: 'The words may be removed', stands: 'I want the words to stay' } as Record<
    string,
    string
  >,
  name: 'Your full name',
  address: 'Your postal address',
  needed: 'Needed where you want the words to stay.',
  disclose: 'May the complainant have your name and address?',
  yesNo: { yes: 'Yes', no: 'No' } as Record<string, string>,
  words: 'Anything else that we should know',
  wordsHint: 'You may leave this out. The complainant does not get it.',
  send: 'Send the answer',
  sendIncomplete: 'Send it as it is',
  incompleteHint: 'Without these parts it counts as no answer, and the words are removed.',
  refused: 'Your answer was not sent',
  missing: {
    wish: 'Say whether the words may be removed, or are to stay.',
    name: 'Give your full name: without it the words cannot stay.',
    address: 'Give your postal address: without it the words cannot stay.',
    disclose: 'Say yes or no: may the complainant have your name and address?',
  } as Record<string, string>,
  tooLong: 'This is too long: at most 2,000 letters.',
  answered: 'You have answered. You hear here what is decided.',
};
