import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';

/** What an upload may be at most. */
export type PictureLimits = { bytes: number; pixels: number; frames: number };

/** The limits in force, from the publication's settings. */
export async function readLimits(site: Site): Promise<PictureLimits> {
  const settings = await readSettings(site);
  return {
    bytes: Number(settings['pictures.megabytes']) * 1_000_000,
    pixels: Number(settings['pictures.megapixels']) * 1_000_000,
    frames: Number(settings['pictures.frames']),
  };
}
