import { type Editor, Node } from '@tiptap/core';

/** A picture of the publication with what is said of it. */
export type Picture = { src: string; alt: string; decorative: boolean; caption: string; credit: string };

/** Only the publication's own pictures stand in an article. */
export const pictureAddress = /^\/pictures\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A picture with its caption; the credit is the caption's small print. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, decorative: { default: false } }),
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (figure) => attributesOf(figure.querySelector('img')),
      contentElement: (figure) =>
        (figure as Element).querySelector('figcaption') ?? document.createElement('p'),
    },
    { tag: 'img', getAttrs: (img) => attributesOf(img) },
  ],
  renderHTML({ node: { attrs } }) {
    const { src, alt, decorative } = attrs;
    return [
      'figure',
      ['img', { src, alt, ...(decorative ? { role: 'presentation' } : {}) }],
      ['figcaption', 0],
    ];
  },
});

function attributesOf(img: Element | null) {
  const src = img?.getAttribute('src') ?? '';
  if (!img || !pictureAddress.test(src)) return false;
  return { src, alt: img.getAttribute('alt') ?? '', decorative: img.getAttribute('role') === 'presentation' };
}

/** Puts a picture behind the block that the cursor stands in, or in the place of the one that is selected. */
export function insertPicture(editor: Editor, { src, alt, decorative, caption, credit }: Picture): boolean {
  const words = caption === '' ? [] : [{ type: 'text', text: credit === '' ? caption : `${caption} ` }];
  const small = credit === '' ? [] : [{ type: 'text', text: credit, marks: [{ type: 'small' }] }];
  const attrs = { src, alt: decorative ? '' : alt, decorative };
  return editor
    .chain()
    .focus()
    .insertContent({ type: 'figure', attrs, content: [...words, ...small] })
    .run();
}
