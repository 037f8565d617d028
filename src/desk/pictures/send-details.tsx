import { describePicture } from '../../pictures/describe-picture.ts';
import { missing } from '../admit.tsx';
import { pathId, seeOther, type Visit } from '../visit.ts';
import { parseDetails, readValues } from './picture-form.ts';
import { showPicture } from './show-picture.tsx';

/** Changes what is said of a picture. */
export async function sendDetails(visit: Visit): Promise<Response> {
  const values = readValues(visit.form);
  const parsed = parseDetails(values, visit.form);
  if ('faults' in parsed) return showPicture(visit, { status: 422, values, faults: parsed.faults });
  const id = pathId(visit);
  const described = await describePicture(visit.site, { id, details: parsed.details });
  return described.ok ? seeOther(visit, `/desk/pictures/${id}/?done=saved`) : missing(visit);
}
