import { picturePath } from '../../pictures/picture.ts';
import type { ListedPicture } from '../../pictures/queries.ts';
import type { Call } from '../visit.ts';

/** Whether whoever asks is a program that wants JSON, and no page. */
export function wantsJson({ c }: Call): boolean {
  const accepted = c.req.header('accept') ?? '';
  return /\bapplication\/json\b/i.test(accepted) && !/\btext\/html\b/i.test(accepted);
}

/** A picture as the editor's script needs it. */
export function pictureJson({ id, width, height, alt, decorative, caption, credit }: ListedPicture) {
  return { id, src: picturePath(id), width, height, alt, decorative, caption, credit };
}

/** Answers with problem details (RFC 9457). */
export function problemJson(
  { c }: Call,
  {
    status,
    sentences,
  }: { status: 413 | 415 | 422 | 503; sentences: { field: string | null; sentence: string }[] },
): Response {
  const body = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail: sentences.map(({ sentence }) => sentence).join(' '),
    errors: sentences,
  };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

const titles = {
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  503: 'Service Unavailable',
};
