import type { Site } from '../site.ts';
import { readSettings } from './queries.ts';

/** A site that asks other hosts for something only while the setting `links.outbound` lets it, at any moment. */
export function switchable<S extends Site>(site: S): S {
  const switched: S = {
    ...site,
    fetch: async (request) => {
      const settings = await readSettings(switched);
      if (settings['links.outbound'] === 'yes') return site.fetch(request);
      const sentence = 'Asking other hosts is switched off in the settings.';
      return { ok: false, fault: 'off', sentence, url: request.url };
    },
  };
  return switched;
}
