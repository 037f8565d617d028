import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import type { CitedText } from './cited-text.ts';

/** A reference as a sentence. */
export function plainReference(text: CitedText, publication: PublicationView): string {
  const { cite: say, quoted } = wordingFor(publication.locale);
  const { authors, dated, version } = text;
  const parts = [
    ...(authors.length === 0 ? [] : [authors.map(isolated).join(', ')]),
    isolated(quoted(text.title.replace(/\s+/g, ' '))),
    text.publication,
    dated === null ? say.undated : dayText(dated, publication),
    ...(version === null ? [] : [say.version(version.number, dayText(version.at, publication))]),
  ];
  return `${parts.join(', ')}, ${text.url} (${say.read(dayText(text.read, publication))}).`;
}

/** Words of a script that runs from right to left keep their own order and leave that around them alone (UAX 9). */
function isolated(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}
