/** Publishing an article: its stages, its time, who reads it first. */
export const publishingWords = {
  articleTabs: {
    about: (title: string) => `Pages of the article: ${title}`,
    labels: { text: 'Text', publishing: 'Publishing', corrections: 'Corrections' },
  },

  publishing: {
    title: (title: string) => `Publishing: ${title}`,
    refused: 'This was not done.',
    stages: {
      draft: 'Draft',
      'in-review': 'In review',
      scheduled: 'Scheduled',
      published: 'Published',
      withdrawn: 'Withdrawn',
    },
    standing: 'Where it stands',
    lastSaved: 'last saved',
    readIt: 'Read it as published',
    done: {
      asked: 'Sent to review.',
      approved: 'Approved.',
      'sent-back': 'Sent back to its writer.',
      'taken-back': 'The request is taken back.',
      scheduled: 'The time is set.',
      kept: 'It appears at the moment that was set.',
      unscheduled: 'No time is set any more: it is a draft.',
    } as Record<string, string>,
  },

  reviewing: {
    heading: 'Review',
    none: 'Nobody was asked to read it.',
    asked: 'asked for a reader',
    somebody: 'Somebody',
    answered: {
      approved: 'approved it',
      'sent-back': 'sent it back',
      'taken-back': 'took the request back',
      scheduled: 'set a time for it',
      published: 'published it',
    } as Record<string, string>,
    open: 'It waits for an answer.',
    note: 'What should they look at?',
    noteHint: 'May be empty.',
    send: 'Send to review',
    answer: 'Answer',
    answerHint: 'Needed when you send it back.',
    approve: 'Approve',
    sendBack: 'Send it back',
    takeBack: 'Take the request back',
    mine: 'You asked: somebody else answers.',
  },

  scheduling: {
    heading: 'A time for it',
    appears: 'It appears by itself on',
    twice: (first: string, second: string) =>
      `Clocks go back on that day, and this time comes twice. The first is meant: ${first}, not ${second}.`,
    setBy: 'Set by',
    terminal: 'the terminal',
    missed: 'It did not appear on',
    zoneChanged: (meant: string, now: string) =>
      `The publication’s time zone was changed after this time was set. It was set for ${meant}, which is ${now}. It still appears at that very moment. Which did you mean?`,
    keepMoment: (now: string) => `Keep it: ${now}`,
    moveMoment: (moved: string) => `Move it to ${moved}`,
    time: 'Day and time',
    timeHint: (zone: string) => `By the clocks of ${zone}, such as 2026-03-12T06:30.`,
    set: 'Publish it then',
    change: 'Change the time',
    unset: 'Take the time away',
  },
};
