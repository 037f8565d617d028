/** Publishing an article: its stages, its time, who reads it first. */
export const publishingWords = {
  articleTabs: {
    about: (title: string) => `Pages of the article: ${title}`,
    labels: { text: 'Text', publishing: 'Publishing' },
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
      scheduled: 'The time is set.',
      kept: 'It appears at the moment that was set.',
      unscheduled: 'No time is set any more: it is a draft.',
    } as Record<string, string>,
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
