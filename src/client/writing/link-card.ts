import { type Editor, Node } from '@tiptap/core';

/** A link by itself, with the title that the writer gives it. Nothing of the other page is fetched. */
export const LinkCard = Node.create({
  name: 'linkCard',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'p.card',
      priority: 60,
      getAttrs: (card) => {
        const href = card.querySelector('a')?.getAttribute('href');
        return href ? { href } : false;
      },
      contentElement: 'a',
    },
  ],
  renderHTML: ({ node }) => ['p', { class: 'card' }, ['a', { href: node.attrs.href }, 0]],
});

/** Puts a card in, or changes the one that the cursor stands in. */
export function insertCard(editor: Editor, { title, address }: { title: string; address: string }): boolean {
  const content = [{ type: 'text', text: title === '' ? address : title }];
  return editor
    .chain()
    .focus()
    .insertContent({ type: 'linkCard', attrs: { href: address }, content })
    .run();
}
