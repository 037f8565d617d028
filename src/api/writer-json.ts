import type { GuestFacts } from '../articles/guests/guest.ts';
import type { SeriesPlace } from '../articles/series/series.ts';
import type { ArticleJson } from './shapes.ts';

/** A name over an article, and of a guest what is said of them. */
export function writerJson({
  name,
  guest,
}: {
  name: string;
  guest?: GuestFacts | null;
}): ArticleJson['authors'][number] {
  return { name, ...(guest ? { guest: { note: guest.note, url: guest.url } } : {}) };
}

/** Where an article stands in its series. */
export function seriesJson(series: SeriesPlace | null | undefined): ArticleJson['series'] {
  return series ? { title: series.name, path: series.path, part: series.part, of: series.of } : null;
}
