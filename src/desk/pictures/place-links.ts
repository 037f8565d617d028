import type { PicturePlace } from '../../pictures/places.ts';
import { isSettingKey, keysOf } from '../../publication/settings.ts';
import { type GeneralVerb, may, type Role } from '../../staff/permissions.ts';
import { groupPath, groups, groupVerbs } from '../settings/settings-form.ts';
import { pagesPath } from '../static-pages/static-pages-page.tsx';
import { tagsPath } from '../tags/tags-page.tsx';

/** A place outside articles that shows a picture; `path` is null where whoever looks may not change it. */
export type PlaceLink = PicturePlace & { path: string | null };

/** The pages of the desk on which these places are changed. */
export function placeLinks(places: PicturePlace[], role: Role): PlaceLink[] {
  return places.map((place) => {
    const address = addressOf(place);
    return { ...place, path: address && may(role, address.verb) ? address.path : null };
  });
}

function addressOf({ kind, id }: PicturePlace): { path: string; verb: GeneralVerb } | null {
  if (kind === 'page') return { path: `${pagesPath}${id}/`, verb: 'page.manage' };
  if (kind === 'tag') return { path: `${tagsPath}${id}/`, verb: 'tag.manage' };
  const group = groups.find((each) => isSettingKey(id) && keysOf(each).includes(id));
  return group ? { path: groupPath(group), verb: groupVerbs[group] } : null;
}
