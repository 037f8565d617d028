/** The page on which the look is chosen. */
export const lookWords = {
  cssPreview: {
    heading: 'Preview of the CSS',
    hint: 'These rules are not saved: nobody else sees this page. Close it to go on.',
    button: 'Preview in another tab',
  },

  look: {
    preview: 'Preview',
    previewHint:
      'What readers will see, in light and in dark. Where scripts run it follows what you type; elsewhere press Preview. Nothing is saved by it.',
    see: 'Preview',
    schemes: { light: 'Light', dark: 'Dark' },
    colours: { ink: 'Ink', link: 'Links', visited: 'Followed links', accent: 'Accent' },
    ratio: (ratio: string) => `${ratio} to 1`,
    specimen: {
      kicker: 'Eastgate',
      headline: 'Council throws out bridge toll',
      standfirst: 'Six votes to three, after four hours.',
      text: 'The board had asked for £1.40 each way. The vote came late, and in the draft accounts:',
      link: 'a link',
      visited: 'a link that was followed',
      marked: 'something found',
      out: 'was: ten votes',
      in: 'now: six votes',
      quote: 'It has not moved since Tuesday.',
      colophon: 'The Wrenmouth Ledger, 12 March 2026, 07:00 GMT.',
      name: 'Turncock',
      response: 'They will not say who decides what is reasonable.',
      removed: 'Removed',
      tombstone: 'This response was removed. Reason: rule 3. The number stays.',
      field: 'Name',
      hint: 'It need not be your own.',
      send: 'Send',
      preview: 'Preview',
    },
  },
};
