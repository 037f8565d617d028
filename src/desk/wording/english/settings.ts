import type { Control } from '../../../publication/settings/shapes.ts';
import type { SettingGroup, SettingKey } from '../../../publication/settings.ts';
import { count, some } from './phrases.ts';

const labels: Record<SettingKey, string> = {
  title: 'Title',
  tagline: 'Tagline',
  place: 'Place',
  locale: 'Language',
  'time-zone': 'Time zone',
  contact: 'Contact',
  'letters.daily': 'Letters a day',
  'mail.from': 'Letters come from',
  rules: 'Rules for responses',
  'page.rules': 'Page Rules, below the rules',
  'page.about': 'Page About',
  'privacy-note': 'Privacy, beside the form',
  'page.privacy': 'Page Privacy',
  'look.logo': 'Logo',
  'look.paper': 'Paper',
  'look.ink': 'Ink',
  'look.link': 'Links',
  'look.visited': 'Followed links',
  'look.accent': 'Accent',
  'look.dark.paper': 'Paper, dark',
  'look.dark.ink': 'Ink, dark',
  'look.dark.link': 'Links, dark',
  'look.dark.visited': 'Followed links, dark',
  'look.dark.accent': 'Accent, dark',
  'look.reading-face': 'Type for reading',
  'look.apparatus-face': 'Type for all else',
  'look.size': 'Size',
  'look.measure': 'Length of lines',
  'look.css': 'CSS',
  'look.css-on': 'Give it to readers',
  'retention.addresses': 'Keep hashes of network addresses for',
  'retention.cases': 'Keep what belongs to a closed complaint for',
  'retention.request-keys': 'Know a request sent again for',
  'retention.jobs': 'Keep jobs that are done for',
  'comments.policy': 'New responses',
  'comments.pace': 'Pace',
  'comments.links': 'Links',
  'comments.hold-words': 'Words that hold',
  'comments.hold-names': 'Names that hold',
  'comments.learn': 'Learned from decisions',
  'comments.hold-pace-writer': 'Held: by one name',
  'comments.hold-pace-address': 'Held: from one address',
  'comments.hold-pace-article': 'Held: under one article',
  'comments.flood': 'A flood',
  'comments.slow': 'Slow mode',
  'comments.length': 'Length',
  'comments.anonymous': 'Responses without a name',
  'comments.edit-minutes': 'Changing one’s words',
  'comments.close-after-days': 'Close after',
  'reports.hold-first-time': 'Withhold a first response when reported by',
  'complaints.acknowledge-days': 'Accuracy: acknowledge within',
  'complaints.decide-days': 'Accuracy: decide within',
  'reviews.months': 'Reviews: may be asked for within',
  'complaints.decide-hours': 'Article 16 and copyright: decide within',
  'complaints.s5-hours': 'Section 5: do each step within',
  'complaints.s5-days': 'Section 5: the writer may answer for',
  'complaints.calendar': 'Bank holidays',
  'complaints.holidays': 'Further holidays',
  'statements.categories': 'Categories of the rules in statements for the Commission',
  'complaints.working-days': 'Working days after all',
  'pictures.megabytes': 'Largest file',
  'pictures.megapixels': 'Most pixels',
  'pictures.frames': 'Most frames',
  'links.outbound': 'Ask other hosts',
  'links.keep': 'Keep cited pages',
  'links.megabytes': 'Of one page',
  'links.space': 'Of all together',
  'links.archive': 'Look in archives',
  'links.archive-save': 'Ask to save',
  'record.witnesses': 'Witnesses of the record',
  'record.witness-minutes': 'Ask a witness every',
  'statements.send-from': 'Send statements of reasons from',
};

const choices: Partial<Record<SettingKey, Record<string, string>>> = {
  'comments.policy': {
    open: 'Published at once',
    'first-held': 'A writer’s first is held',
    'all-held': 'All are held',
    closed: 'Closed',
  },
  'comments.learn': { yes: 'Hold what reads like what was removed', no: 'Off' },
  'links.outbound': { yes: 'Yes', no: 'No: no other host is asked for anything' },
  'links.keep': { yes: 'Yes', no: 'No' },
  'look.reading-face': {
    palatino: 'Palatino and its like',
    georgia: 'Georgia and its like',
    charter: 'Charter and its like',
    times: 'Times and its like',
    sans: 'Without serifs',
  },
  'look.apparatus-face': {
    humanist: 'Seravek and its like',
    system: 'As the reader’s system',
    grotesque: 'Helvetica and its like',
    verdana: 'Verdana and its like',
  },
  'look.size': { small: 'Small', usual: 'Usual', large: 'Large' },
  'look.measure': { narrow: 'Short', usual: 'Usual', wide: 'Long' },
  'look.css-on': { yes: 'Yes', no: 'No' },
};

const groups: Record<SettingGroup, { heading: string; intro: string }> = {
  publication: { heading: 'Publication', intro: 'What it is called, and how it prints its dates.' },
  responses: {
    heading: 'Responses',
    intro: 'How readers’ responses are let in. An article may have its own policy.',
  },
  filters: {
    heading: 'Filters',
    intro: 'What holds a response for a moderator, whoever wrote it. Nothing here removes anything.',
  },
  complaints: {
    heading: 'Complaints',
    intro: 'By when complaints are to be answered. A case that is open counts anew at once.',
  },
  pictures: { heading: 'Pictures', intro: 'What a picture may be at most.' },
  links: {
    heading: 'Links',
    intro:
      'What becomes of links to elsewhere, and whether other hosts are asked for anything. Only an owner changes it.',
  },
  outside: {
    heading: 'Witnesses and statements',
    intro:
      'Who outside sees that the record only grows, and who is told why something was taken down. Only an owner changes it.',
  },
  texts: {
    heading: 'Rules and About',
    intro: 'What the publication says of itself and asks of its readers. Each change is dated in public.',
  },
  look: {
    heading: 'Look',
    intro:
      'Colours for light and for dark, and type. Each colour is checked against every ground that it stands on: one that cannot be read is not taken.',
  },
  css: {
    heading: 'CSS',
    intro:
      'Rules of your own for readers’ pages. The desk never loads them, so this page stays usable whatever they do. Only an owner changes them.',
  },
  mail: {
    heading: 'Mail',
    intro: 'How letters to staff go out. Only an owner changes it.',
  },
  privacy: {
    heading: 'Privacy and keeping',
    intro: 'What is promised to readers, and how long things are kept. Only an owner changes it.',
  },
};

/** The settings: their names, and what the pages of settings say. */
export const settingsWords = {
  settings: {
    heading: 'Settings',
    labels,
    groups,
    choice: (key: SettingKey, value: string) => choices[key]?.[value] ?? value,
    allowed: (control: Control) =>
      control.kind === 'number'
        ? `A whole number of ${control.unit}, ${count(control.least)} to ${count(control.most)}.`
        : '',
    fault: (label: string, problem: string) => `${label} ${problem}.`,
    save: 'Save',
    saveOver: 'Save over it',
    nowIs: 'It now is',
    nothing: 'nothing',
    done: { saved: 'Saved. Readers see it now.', same: 'Nothing was changed.' },
    mail: {
      heading: 'The mail server',
      none: 'None is set, so no letter is sent: links are given by hand. Whoever looks after the server sets HUSTINGS_SMTP.',
      set: (host: string, port: number, secure: boolean, user: boolean) =>
        `${host}, port ${port}, ${secure ? 'by TLS from the start' : 'by STARTTLS where it is offered'}, ${user ? 'with' : 'without'} a user’s name and password. It is set on the server by HUSTINGS_SMTP.`,
      test: 'Send me a test letter',
      sent: 'A letter to you waits to be sent. If it does not come, look among the failed jobs.',
      jobs: 'Failed jobs',
    },
    scheduled: (articles: number) =>
      `${some(articles, 'article is', 'articles are')} scheduled. Each keeps the moment that was set for it, whatever the time zone becomes.`,
    daysNotTold: (text: string, days: string) =>
      `Hashes of addresses are kept for ${days} days, and ${text} does not say that number. Change the text, so that what is promised is true.`,
    refused: 'Nothing was saved. Everything you typed is kept.',
    stale:
      'Nothing was saved: somebody else changed what you changed too. Your words are kept below, and under each field stands what it now is. Save over it, or open the page again.',
  },
};
