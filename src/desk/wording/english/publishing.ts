/** Publishing an article: its stages, its time, who reads it first. */
export const publishingWords = {
  articleTabs: {
    about: (title: string) => `Pages of the article: ${title}`,
    labels: { text: 'Text', publishing: 'Publishing' },
  },

  publishing: {
    title: (title: string) => `Publishing: ${title}`,
    heading: 'Publishing',
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
  },
};
