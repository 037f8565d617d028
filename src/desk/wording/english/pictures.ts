import { some } from './phrases.ts';

/** The library of pictures, and the page of each. */
export const picturesWords = {
  pictures: {
    heading: 'Pictures',
    add: 'Add a picture',
    find: 'Find',
    findLabel: 'Find pictures by description, caption, credit or file name',
    all: 'All pictures',
    found: (count: number, query: string) => `${some(count, 'picture', 'pictures')} with “${query}”.`,
    empty: 'There is no picture yet.',
    nothingFound: 'No picture has all these words. Try fewer.',
    newer: 'Newer pictures',
    older: 'Older pictures',
    untold: 'Decorative',

    addHeading: 'Adding a picture',
    labels: {
      file: 'File',
      alt: 'Description for whoever does not see it',
      decorative: 'It is decorative: it tells nothing that the text does not',
      caption: 'Caption',
      credit: 'Credit',
    },
    hints: {
      file: (megabytes: number, megapixels: number) =>
        `JPEG, PNG, WebP, AVIF or GIF, at most ${megabytes} MB and ${megapixels} megapixels. Where and with what it was taken is left out of what readers get.`,
      alt: 'One sentence: what would you say of it on the telephone? It is read aloud, and shown where the picture cannot be.',
      caption: 'Shown under the picture, or nothing. It need not repeat the description.',
      credit: 'Who made it, or whose it is.',
      fileAgain: 'A browser forgets the file: choose it again.',
    },
    send: 'Add it',
    sending: 'A large picture takes some seconds.',
    refused: 'The picture was not taken. What you typed is kept; choose the file again.',
    notSaved: 'This was not saved. What you typed is kept.',

    title: (name: string) => `Picture: ${name}`,
    nameless: 'a picture without a file name',
    done: {
      added: 'It is in the library.',
      saved: 'Saved.',
      replaced: 'The file was replaced.',
    } as Record<string, string>,
    facts: 'This picture',
    size: (width: number, height: number) => `${width} × ${height} pixels`,
    format: (format: string, size: string) => `Sent as ${format.toUpperCase()}, ${size}`,
    kilobytes: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
    at: 'Since',
    version: (number: number) => `Version ${number}`,
    animated: 'It moves, and stops within five seconds, so that nobody has to read beside it.',
    stilled: {
      frames: 'It was an animation with too many frames: its first stands still here.',
      duration:
        'It was an animation of more than five seconds. Moving pictures must stop by then or have a switch, so its first frame stands still here.',
    } as Record<string, string>,

    insert: 'To put it into an article',
    markdown: 'In Markdown',
    html: 'In HTML',
    details: 'What is said of it',
    detailsHint: 'New articles begin with this. Articles that show the picture keep what they say of it.',
    save: 'Save',

    uses: 'Where it is used',
    unused: 'Nothing shows it.',
    earlier: 'Only an earlier version shows it',
    earlierWording: 'Only an earlier wording shows it',
    places: { page: 'Page', tag: 'Introduction of a tag', setting: 'Setting' },
    states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' } as Record<string, string>,

    replace: 'Replace the file',
    replaceHint:
      'Everything that shows it shows the new file at once. The record says that it was replaced, and the earlier file is kept.',
    replaceButton: 'Replace',
    versions: 'Its files, newest first',

    remove: 'Delete it',
    removeHint: 'Its files go for good. This can be done because nothing shows it, nor did.',
    removeButton: 'Delete',
    removed: 'The picture was deleted.',
  },
};
