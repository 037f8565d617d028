import type { EarlierWording, HistoryView } from '../../articles/revisions/history-view.ts';
import { dayText } from '../../lib/dates.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { inLanguage } from '../../web/ui/direction.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { KnownList } from './known-box.tsx';

type EarlierProps = { publication: PublicationView; history: HistoryView };

/** How claims and sources of an article read before they were changed, and when. */
export function EarlierWordings({ publication, history }: EarlierProps) {
  const { history: say } = wordingFor(publication.locale);
  const { earlier, article } = history;
  if (earlier.length === 0) return null;
  return (
    <section class="ed version" aria-labelledby="earlier">
      <h2 id="earlier">{say.earlier}</h2>
      <ul class="known">
        {earlier.map((wording) => (
          <li>
            <div>
              {say.stood} <Time at={wording.from} style={publication} /> {say.until}{' '}
              <Time at={wording.until} style={publication} />: {headingOf(publication, wording)}
            </div>
            <div {...inLanguage(publication, article)}>
              <Said publication={publication} wording={wording} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type SaidProps = { publication: PublicationView; wording: EarlierWording };

function headingOf({ locale }: PublicationView, { said }: EarlierWording): string {
  const { history: say, attribution } = wordingFor(locale);
  if (said.kind === 'sources') return attribution.heading;
  return said.takenOff ? say.claimTakenOff(said.number) : say.claim(said.number);
}

function Said({ publication, wording: { said } }: SaidProps) {
  const { claims: say, history } = wordingFor(publication.locale);
  if (said.kind === 'claim')
    return (
      <p>
        {dayText(said.due, publication)}: {say.ended(said.claim)}
      </p>
    );
  const { attribution } = said;
  if (attribution.sources.length + attribution.replies.length === 0) return <p>{history.nothingSaid}</p>;
  return <KnownList locale={publication.locale} attribution={attribution} />;
}
