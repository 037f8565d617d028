import { readLimits } from '../../pictures/limits.ts';
import { placesOf } from '../../pictures/places.ts';
import { type ListedPicture, readPicture, usesOf, versionsOf } from '../../pictures/queries.ts';
import { missing } from '../admit.tsx';
import { pathId, show, type Visit } from '../visit.ts';
import type { PictureFault, PictureValues } from './picture-form.ts';
import { PicturePage, type PictureView } from './picture-page.tsx';
import { placeLinks } from './place-links.ts';
import { snippetsFor } from './snippets.tsx';

type Refused = { status: 409 | 413 | 415 | 422 | 503; values?: PictureValues; faults: PictureFault[] };

/** Answers with a picture's page, or with why something was not done to it. */
export async function showPicture(visit: Visit, refused?: Refused): Promise<Response> {
  const { site, desk, c } = visit;
  const db = site.store.read;
  const picture = await readPicture(db, pathId(visit));
  if (picture === null) return missing(visit);
  const { bytes, pixels } = await readLimits(site);
  const view: PictureView = {
    picture,
    uses: await usesOf(db, picture.id),
    places: placeLinks(await placesOf(db, picture.id), visit.staff.role),
    versions: await versionsOf(db, picture.id),
    snippets: snippetsFor(picture),
    form: {
      values: refused?.values ?? valuesOf(picture),
      faults: refused?.faults ?? [],
      limits: { megabytes: bytes / 1_000_000, megapixels: pixels / 1_000_000 },
    },
    done: c.req.query('done') ?? null,
  };
  return show(visit, <PicturePage desk={desk} view={view} />, refused?.status ?? 200);
}

function valuesOf({ alt, decorative, caption, credit }: ListedPicture): PictureValues {
  return { alt, decorative: decorative ? 'yes' : '', caption, credit };
}
