import { deskWordingFor } from '../wording.ts';

type NearPagesProps = {
  locale: string;
  /** Addresses, or null where there is no such page. */
  newer: string | null;
  older: string | null;
};

/** Ways to the pages on both sides of this one, where their number is not known. */
export function NearPages({ locale, newer, older }: NearPagesProps) {
  const say = deskWordingFor(locale);
  if (newer === null && older === null) return null;
  return (
    <nav class="pages" aria-label={say.pages}>
      {newer !== null && (
        <a rel="prev" href={newer}>
          {say.newer}
        </a>
      )}
      {older !== null && (
        <a rel="next" href={older}>
          {say.older}
        </a>
      )}
    </nav>
  );
}
