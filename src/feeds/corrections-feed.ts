import { correctionText } from '../articles/corrections/correction-text.ts';
import {
  type CorrectionView,
  correctionPlace,
  type ListedCorrection,
} from '../articles/corrections/correction-view.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { timeText } from '../lib/dates.ts';
import { noteHtml } from '../lib/note-html.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { paths } from '../web/ui/site-paths.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { address, withWholeAddresses } from './addresses.ts';
import type { Feed, FeedItem } from './feed.ts';

/** All that was corrected, as a feed of its own. */
export function correctionsFeed(
  publication: PublicationView,
  corrections: ListedCorrection[],
  selfPath: string,
): Feed {
  const { corrections: say } = wordingFor(publication.locale);
  const items = corrections.map((correction) => correctionItem(publication, correction));
  const times = items.map(({ updatedAt }) => updatedAt).sort();
  return {
    title: `${say.heading} – ${publication.title}`,
    description: say.intro,
    path: paths.corrections,
    selfPath,
    updatedAt: times.at(-1) ?? new Date(0).toISOString(),
    items,
  };
}

function correctionItem(publication: PublicationView, correction: ListedCorrection): FeedItem {
  const { corrections: say } = wordingFor(publication.locale);
  const { article, number, kind, at, changedAt } = correction;
  const path = correctionPlace(article.path, number);
  return {
    id: address(publication, path),
    path,
    title: say.of(say.kinds[kind], article.title),
    html: withWholeAddresses(noteOf(publication, correction), address(publication, article.path)),
    summary: null,
    authors: [],
    publishedAt: at,
    updatedAt: changedAt ?? at,
    tags: [],
    language: null,
    responses: null,
    inReplyTo: null,
  };
}

/** What was said of an article since it was published, as lines over its words. */
export function correctionLines(publication: PublicationView, corrections: CorrectionView[]): CleanHtml {
  return corrections.map((correction) => noteOf(publication, correction)).join('') as CleanHtml;
}

/** “Correction, 13 March 2026, 16:20 GMT:” and what it says. */
function noteOf(publication: PublicationView, correction: CorrectionView): CleanHtml {
  const { corrections: say } = wordingFor(publication.locale);
  const { kind, at, withdrawn, changedAt } = correction;
  const taken = withdrawn ? `${say.withdrawn} ${timeText(changedAt ?? at, publication)}. ` : '';
  const label = `${say.kinds[kind]}, ${timeText(at, publication)}:`;
  return noteHtml(label, taken + correctionText(correction, say));
}
