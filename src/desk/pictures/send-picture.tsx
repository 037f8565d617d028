import { newId } from '../../lib/ids.ts';
import { addPicture } from '../../pictures/add-picture.ts';
import { readLimits } from '../../pictures/limits.ts';
import { readPicture } from '../../pictures/queries.ts';
import { missing } from '../admit.tsx';
import { actingAs, field, idPattern, seeOther, show, type Visit } from '../visit.ts';
import { AddPage } from './add-page.tsx';
import { pictureJson, problemJson, wantsJson } from './as-json.ts';
import { type PictureFault, parseDetails, readValues } from './picture-form.ts';

/** Takes a picture into the library: to its page; or, for a program, as JSON. */
export async function sendPicture(visit: Visit): Promise<Response> {
  const { site, form, sent } = visit;
  const parsed = parseDetails(readValues(form), form);
  const faults: PictureFault[] = 'faults' in parsed ? parsed.faults : [];
  if (sent?.refusal) return refuse(visit, statusOf(sent.refusal.code), [faultOf(sent.refusal), ...faults]);
  if (!sent?.file) faults.push({ field: 'file', sentence: 'Choose the file of the picture.' });
  if ('faults' in parsed || !sent?.file) return refuse(visit, 422, faults);
  const id = newIdOf(visit);
  const added = await addPicture(site, actingAs(visit), { upload: sent.file, details: parsed.details, id });
  if (!added.ok) return refuse(visit, statusOf(added.code), [faultOf(added)]);
  if (!wantsJson(visit)) return seeOther(visit, `/desk/pictures/${added.value.id}/?done=added`);
  const picture = await readPicture(site.store.read, added.value.id);
  return picture ? visit.c.json(pictureJson(picture), 201) : missing(visit);
}

/** What a file was refused for, as a status. */
export function statusOf(code: string): 413 | 415 | 422 | 503 {
  if (code === 'too-large') return 413;
  if (code === 'wrong-type' || code === 'svg') return 415;
  return code === 'busy' ? 503 : 422;
}

/** A refusal as a fault of the field that it names. */
export function faultOf({ sentence, field: at }: { sentence: string; field?: string }): PictureFault {
  return { field: (at as PictureFault['field']) ?? null, sentence };
}

/** The id that the form came with: pressed twice, it makes one picture. */
function newIdOf({ form }: Visit): string | undefined {
  const id = field(form, 'newId');
  return new RegExp(`^${idPattern}$`).test(id) ? id : undefined;
}

async function refuse(
  visit: Visit,
  status: 413 | 415 | 422 | 503,
  faults: PictureFault[],
): Promise<Response> {
  if (wantsJson(visit)) return problemJson(visit, { status, sentences: faults });
  const { site, desk, form } = visit;
  const { bytes, pixels } = await readLimits(site);
  const limits = { megabytes: bytes / 1_000_000, megapixels: pixels / 1_000_000 };
  const id = newIdOf(visit) ?? newId(site.clock, site.random);
  const page = <AddPage desk={desk} form={{ values: readValues(form), faults, limits }} newId={id} />;
  return show(visit, page, status);
}
