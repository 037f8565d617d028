import { deletePicture } from '../../pictures/delete-picture.ts';
import { replacePicture } from '../../pictures/replace-picture.ts';
import { missing } from '../admit.tsx';
import { actingAs, pathId, seeOther, type Visit } from '../visit.ts';
import { faultOf, statusOf } from './send-picture.tsx';
import { showPicture } from './show-picture.tsx';

/** Puts another file in the picture's place. */
export async function sendReplacement(visit: Visit): Promise<Response> {
  const { site, sent } = visit;
  const id = pathId(visit);
  if (sent?.refusal)
    return showPicture(visit, { status: statusOf(sent.refusal.code), faults: [faultOf(sent.refusal)] });
  const { fault } = visit.form;
  if (fault !== null)
    return showPicture(visit, { status: 422, faults: [{ field: 'file', sentence: fault }] });
  if (!sent?.file)
    return showPicture(visit, { status: 422, faults: [{ field: 'file', sentence: 'Choose the new file.' }] });
  const replaced = await replacePicture(site, actingAs(visit), { id, upload: sent.file });
  if (replaced.ok) return seeOther(visit, `/desk/pictures/${id}/?done=replaced`);
  if (replaced.code === 'no-picture') return missing(visit);
  return showPicture(visit, { status: statusOf(replaced.code), faults: [faultOf(replaced)] });
}

/** Deletes a picture that nothing shows. */
export async function sendDeletion(visit: Visit): Promise<Response> {
  const deleted = await deletePicture(visit.site, actingAs(visit), pathId(visit));
  if (deleted.ok) return seeOther(visit, '/desk/pictures/?done=removed');
  if (deleted.code === 'no-picture') return missing(visit);
  return showPicture(visit, { status: 409, faults: [{ field: null, sentence: deleted.sentence }] });
}
