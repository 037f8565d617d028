/** A page to be rendered as a theme's flattened text, for tests only. */
export interface SamplePage {
  title: string;
  paragraphs: string[];
  tags: string[];
  comments: SampleComment[];
}

/** A comment of a sample page; `minute` counts from 4:00 pm of 3 March 2011. */
export interface SampleComment {
  author: string;
  paragraphs: string[];
  minute: number;
}

/** Renders a page as one theme's page is flattened. */
export type Renderer = (page: SamplePage) => string;

/** The theme's flattened text, and whether a comment's date is in it. */
export interface SampleTheme {
  name: string;
  render: Renderer;
  dated: boolean;
  stated: boolean;
}

const count = (page: SamplePage, one: string, many: string) =>
  page.comments.length === 1 ? one : `${page.comments.length} ${many}`;
const clock = (minute: number) => `4:${String(minute).padStart(2, '0')}`;
const tags = (page: SamplePage) => (page.tags.length === 0 ? '' : `Tags: ${page.tags.join(', ')}`);
const lines = (...all: (string | string[])[]) =>
  all
    .flat()
    .filter((line) => line !== '')
    .join('\n\n');
const each = (page: SamplePage, item: (comment: SampleComment, number: number) => string[]) =>
  page.comments.flatMap((comment, index) => item(comment, index + 1));

const kubrick: Renderer = (page) =>
  lines(
    page.title,
    page.paragraphs,
    tags(page),
    'This entry was posted on Thursday, March 3rd, 2011 at 3:30 pm and is filed under Harbour. You can follow any responses to this entry through the RSS 2.0 feed. You can leave a response, or trackback from your own site.',
    `${count(page, 'One Response', 'Responses')} to “${page.title}”`,
    each(page, (comment, number) => [
      `  ${number}. ${comment.author} Says:`,
      `  March 3rd, 2011 at ${clock(comment.minute)} pm`,
      ...comment.paragraphs,
    ]),
    'Leave a Reply',
    'Name (required)',
    'Mail (will not be published) (required)',
  );

const twentyTen: Renderer = (page) =>
  lines(
    'Skip to content',
    'Home\nAbout',
    '← An older page',
    page.title,
    'Posted on March 3, 2011 by Imogen Thrale',
    page.paragraphs,
    tags(page),
    `${count(page, 'One Response', 'Responses')} to ${page.title}`,
    '← Older Comments',
    each(page, (comment, number) => [
      `${number}. ${comment.author} says:`,
      `March 3, 2011 at ${clock(comment.minute)} pm`,
      ...comment.paragraphs,
      'Reply',
    ]),
    'Leave a Reply',
    'Your email address will not be published. Required fields are marked *',
  );

const eleven: Renderer = (page) =>
  lines(
    page.title,
    'Posted on March 3, 2011',
    page.paragraphs,
    tags(page),
    `${count(page, 'One thought', 'thoughts')} on “${page.title}”`,
    each(page, (comment) => [
      `${comment.author} on March 3, 2011 at ${clock(comment.minute)} pm said:`,
      ...comment.paragraphs,
      'Reply ↓',
    ]),
    'Leave a Reply',
  );

const classic: Renderer = (page) =>
  lines(
    'March 3, 2011',
    page.title,
    'Filed under: Harbour — Imogen Thrale @ 3:30 pm',
    page.paragraphs,
    tags(page),
    `${count(page, '1 Comment', 'Comments')} »`,
    each(page, (comment, number) => [
      `${number}. ${comment.paragraphs[0] ?? ''}`,
      ...comment.paragraphs.slice(1),
      `Comment by ${comment.author} — March 3, 2011 @ ${clock(comment.minute)} pm`,
    ]),
    'RSS feed for comments on this post. TrackBack URL',
    'Leave a comment',
  );

const movableType: Renderer = (page) =>
  lines(
    '« The one before | Main | The one after »',
    page.title,
    page.paragraphs,
    tags(page),
    'Posted by Imogen Thrale at March 3, 2011 3:30 PM | Permalink | TrackBack (0)',
    `Comments (${page.comments.length})`,
    each(page, (comment) => [
      ...comment.paragraphs,
      `Posted by: ${comment.author} | March 3, 2011 0${clock(comment.minute)} PM`,
    ]),
    'Post a comment',
    'Name:',
  );

const blogger: Renderer = (page) =>
  lines(
    'The Sluice Lane Log',
    'Thursday, March 3, 2011',
    page.title,
    page.paragraphs,
    'Posted by Imogen Thrale at 3:30 PM',
    page.tags.length === 0 ? '' : `Labels: ${page.tags.join(', ')}`,
    count(page, '1 comment:', 'comments:'),
    each(page, (comment) => [
      `${comment.author} said...`,
      ...comment.paragraphs,
      `March 3, 2011 at ${clock(comment.minute)} PM`,
    ]),
    'Post a Comment',
    'Newer Post Older Post Home',
  );

const seventeen: Renderer = (page) =>
  lines(
    page.title,
    'By Imogen Thrale',
    '3 March 2011',
    page.paragraphs,
    tags(page),
    `${count(page, 'One Reply', 'Replies')} to “${page.title}”`,
    each(page, (comment) => [
      `${comment.author} says:`,
      `3 March 2011 at ${clock(comment.minute)} pm`,
      ...comment.paragraphs,
      'Reply',
    ]),
    'Comments are closed.',
  );

const nineteen: Renderer = (page) =>
  lines(
    page.title,
    page.paragraphs,
    tags(page),
    count(page, '1 Comment', 'Comments'),
    each(page, (comment) => [
      `${comment.author}\n3 March 2011 at ${clock(comment.minute)} pm`,
      ...comment.paragraphs,
      'Reply',
    ]),
    'Leave a Reply',
  );

const bare: Renderer = (page) =>
  lines(
    page.title,
    page.paragraphs,
    tags(page),
    `${count(page, 'One Response', 'Responses')} to “${page.title}”`,
    each(page, (comment, number) => [`  ${number}. ${comment.author} says:`, ...comment.paragraphs]),
    'Leave a Reply',
  );

/** The English renderers, by theme. */
export const THEMES: readonly SampleTheme[] = [
  { name: 'Kubrick', render: kubrick, dated: true, stated: true },
  { name: 'Kubrick without anchors', render: bare, dated: false, stated: true },
  { name: 'Twenty Ten', render: twentyTen, dated: true, stated: true },
  { name: 'Twenty Eleven', render: eleven, dated: true, stated: true },
  { name: 'Twenty Seventeen', render: seventeen, dated: true, stated: true },
  { name: 'Twenty Nineteen', render: nineteen, dated: true, stated: true },
  { name: 'Classic', render: classic, dated: true, stated: true },
  { name: 'Movable Type', render: movableType, dated: true, stated: true },
  { name: 'Blogger', render: blogger, dated: true, stated: true },
];
