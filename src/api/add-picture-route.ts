import { join } from 'node:path';
import * as z from 'zod';
import type { Outcome } from '../lib/refusal.ts';
import { refuse } from '../lib/refusal.ts';
import { addPicture } from '../pictures/add-picture.ts';
import { readLimits } from '../pictures/limits.ts';
import { type PictureDetails, pictureDetails, picturePath } from '../pictures/picture.ts';
import { readPicture } from '../pictures/queries.ts';
import { isMultipart, readMultipart, type SentForm } from '../web/multipart.ts';
import { idempotencyHeaders, readKey, sentRequest } from './idempotency.ts';
import { faultsIn } from './parameters.ts';
import { type Fault, faultsProblem, problem } from './problem.ts';
import { refusalProblem } from './refusal-problem.ts';
import type { ApiCall, StaffRoute } from './route.ts';
import { newPictureShape, pictureShape } from './staff-shapes.ts';

/** How much more than is taken is read and dropped, so that a program waits for the answer and reads it. */
const mostRead = 2;

/** Takes a picture into the library. */
export const addPictureRoute: StaffRoute = {
  method: 'post',
  path: '/pictures',
  name: 'addPicture',
  summary: 'Takes a picture into the library: a form with its file.',
  access: { scope: 'pictures:write', verb: 'picture.add' },
  headers: idempotencyHeaders,
  body: newPictureShape,
  bodyType: 'multipart/form-data',
  answers: {
    201: { meaning: 'The picture, at the address in Location.', shape: pictureShape, headers: ['Location'] },
  },
  problems: [409, 413, 415, 422, 503],
  async handle(call) {
    const { site, c } = call;
    const key = readKey(c);
    if ('faults' in key) return faultsProblem(c, key.faults);
    if (!isMultipart(c))
      return refusalProblem(
        c,
        refuse('wrong-type', 'A picture is sent as multipart/form-data, with its file.'),
      );
    const { bytes } = await readLimits(site);
    const folder = join(site.config.dataFolder, 'incoming');
    const sent = await readMultipart(c, { folder, bytes, read: mostRead * bytes, log: site.log });
    try {
      return await take(call, sent, key.key);
    } finally {
      await sent.dispose();
    }
  },
};

async function take(
  call: ApiCall,
  { form, file, refusal }: SentForm,
  key: string | undefined,
): Promise<Response> {
  const { site, c, editor } = call;
  if (refusal) return refusalProblem(c, refusal);
  const read = readDetails(form.fields);
  const faults: Fault[] = 'faults' in read ? read.faults : [];
  if (form.fault !== null) faults.push({ field: null, sentence: form.fault });
  if (!file) faults.push({ field: 'file', sentence: 'Send the file of the picture as the field “file”.' });
  if ('faults' in read || !file || faults.length > 0) return faultsProblem(c, faults);
  const { details } = read;
  const content = { ...details, file: file.sha256, name: file.name };
  const request = sentRequest(call, { key, route: 'addPicture', content });
  const added = await addPicture(site, editor, { upload: file, details, request });
  return added.ok ? sendPicture(call, added.value.id) : refusedFile(call, added);
}

async function sendPicture({ site, c }: ApiCall, id: string): Promise<Response> {
  const picture = await readPicture(site.store.read, id);
  if (picture === null)
    return refusalProblem(c, refuse('gone', 'This picture was sent before and was deleted since.'));
  const { width, height, alt, decorative, caption, credit } = picture;
  const url = site.config.url + picturePath(id);
  const shown = { id, path: picturePath(id), url, width, height, alt, decorative, caption, credit };
  return Response.json(shown, {
    status: 201,
    headers: { location: url, 'cache-control': 'private, no-store' },
  });
}

function refusedFile({ c }: ApiCall, refused: Outcome<unknown> & { ok: false }): Response {
  const { code, sentence } = refused;
  if (code === 'busy') return problem(c, { status: 503, code, sentence });
  return refusalProblem(
    c,
    code === 'svg'
      ? { ...refused, code: 'wrong-type' }
      : code === 'key-reused'
        ? refused
        : { ...refused, field: 'file' },
  );
}

function readDetails(fields: Map<string, string>): { details: PictureDetails } | { faults: Fault[] } {
  const unknown = [...fields.keys()].filter((name) => !Object.hasOwn(newPictureShape.shape, name));
  const faults: Fault[] = unknown.slice(0, 20).map((name) => ({
    field: name.slice(0, 60),
    sentence: `A picture has no field “${name.slice(0, 60)}”: leave it out.`,
  }));
  const strict = z.record(z.string(), z.string().regex(/^[^\p{Cc}]*$/u, 'It has control characters in it.'));
  const clean = strict.safeParse(Object.fromEntries(fields));
  if (!clean.success) return { faults: [...faults, ...faultsIn(clean.error)] };
  const parsed = pictureDetails.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return { faults: [...faults, ...faultsIn(parsed.error)] };
  return faults.length > 0 ? { faults } : { details: parsed.data };
}
