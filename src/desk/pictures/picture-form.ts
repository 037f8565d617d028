import { type PictureDetails, pictureDetails } from '../../pictures/picture.ts';
import type { Form } from '../../web/body.ts';
import { field } from '../visit.ts';

/** The fields that say something of a picture. */
export type DetailName = 'alt' | 'caption' | 'credit';
export type PictureValues = Record<DetailName | 'decorative', string>;

/** Why a field was refused; null for what concerns the whole form. */
export type PictureFault = { field: DetailName | 'file' | 'decorative' | null; sentence: string };

/** A form of the library as it is shown: empty, filled in or refused. */
export type PictureFormView = {
  values: PictureValues;
  faults: PictureFault[];
  /** What an upload may be at most, in millions. */
  limits: { megabytes: number; megapixels: number };
};

export const noValues: PictureValues = { alt: '', decorative: '', caption: '', credit: '' };

/** The fields as they were sent. */
export function readValues(form: Form): PictureValues {
  return {
    alt: field(form, 'alt'),
    decorative: field(form, 'decorative'),
    caption: field(form, 'caption'),
    credit: field(form, 'credit'),
  };
}

/** The typed details, or every fault with what to do. */
export function parseDetails(
  values: PictureValues,
  form: Form,
): { details: PictureDetails } | { faults: PictureFault[] } {
  const parsed = pictureDetails.safeParse(values);
  const faults: PictureFault[] = form.fault === null ? [] : [{ field: null, sentence: form.fault }];
  if (parsed.success) return faults.length > 0 ? { faults } : { details: parsed.data };
  const own = parsed.error.issues.map(({ path, message }) => ({
    field: (path[0] ?? null) as PictureFault['field'],
    sentence: message,
  }));
  return { faults: [...faults, ...own] };
}
