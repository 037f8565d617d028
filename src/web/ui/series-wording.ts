const figures = (number: number) => number.toLocaleString('en-GB');

/** What readers are told of series, in English. */
export const seriesWording = {
  series: {
    label: 'Series',
    place: (part: number, of: number) => `Part ${figures(part)} of ${figures(of)} of`,
    part: (part: number) => `Part ${figures(part)}`,
    previous: 'Previous part:',
    next: 'Next part:',
    heading: (title: string) => `Series: ${title}`,
    parts: (parts: number) => (parts === 1 ? '1 part' : `${figures(parts)} parts`),
    /** In an article's colophon. */
    colophon: (part: number, of: number, title: string) =>
      ` Part ${figures(part)} of ${figures(of)} of the series “${title}”.`,
  },
};
