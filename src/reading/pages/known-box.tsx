import type { Attribution } from '../../articles/attributions/attribution.ts';
import { wordingFor } from '../../web/ui/wording.ts';

/** How the author knows: classes of source and replies sought. Nothing of it leads to anybody. */
export function KnownBox({ locale, attribution }: { locale: string; attribution: Attribution | null }) {
  const { attribution: say } = wordingFor(locale);
  if (attribution === null || attribution.sources.length + attribution.replies.length === 0) return null;
  return (
    <section class="box known" aria-labelledby="known">
      <h2 id="known">{say.heading}</h2>
      <KnownList locale={locale} attribution={attribution} />
      <p class="quiet">{say.classesOnly}</p>
    </section>
  );
}

/** The same as a list alone. */
export function KnownList({ locale, attribution }: { locale: string; attribution: Attribution }) {
  const { attribution: say } = wordingFor(locale);
  return (
    <ul>
      {attribution.sources.map(({ class: kind, count, note }) => (
        <li>
          {say.classes[kind]} <b>{count}</b>
          {note !== '' && (
            <>
              {' '}
              <span>{note}</span>
            </>
          )}
        </li>
      ))}
      {attribution.replies.map(({ named, came, asked }) => (
        <li>
          <div>
            {came === 'not-asked' ? say.notAsked : asked === '' ? say.askedAny : say.asked(asked)}{' '}
            <bdi>{named}</bdi>
            {came !== 'not-asked' && ` ${say.replies[came]}`}.
          </div>
        </li>
      ))}
    </ul>
  );
}
