import { leastForText, type Reading, ratioText, type Scheme, schemes } from '../../lib/palette.ts';
import { colourKey } from '../../publication/look.ts';
import { deskWordingFor } from '../wording.ts';
import { settingId } from './setting-field.tsx';

export type LookPreviewProps = {
  locale: string;
  readings: Record<Scheme, Reading[]>;
};

/** How readers' pages will look, in light and in dark, and how well each colour can be read. */
export function LookPreview({ locale, readings }: LookPreviewProps) {
  const { look: say } = deskWordingFor(locale);
  return (
    <section class="apart" aria-labelledby="preview">
      <h2 id="preview">{say.preview}</h2>
      <p class="hint">{say.previewHint}</p>
      <div class="specimens">
        {schemes.map((scheme) => (
          <div>
            <h3 class="label">{say.schemes[scheme]}</h3>
            <Readings locale={locale} scheme={scheme} readings={readings[scheme]} />
            <Specimen locale={locale} scheme={scheme} />
          </div>
        ))}
      </div>
    </section>
  );
}

type ReadingsProps = { locale: string; scheme: Scheme; readings: Reading[] };

function Readings({ locale, scheme, readings }: ReadingsProps) {
  const say = deskWordingFor(locale);
  return (
    <ul class="readings">
      {readings.map(({ colour, ratio }) => (
        <li>
          <p>
            <a href={`#${settingId(colourKey(scheme, colour))}`}>{say.look.colours[colour]}</a>{' '}
            <output class={ratio < leastForText ? 'red' : ''} data-reading={`${scheme} ${colour}`}>
              {say.look.ratio(ratioText(ratio))}
            </output>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A little of everything: headline, text, a response, a tombstone, the form. */
export function Specimen({ locale, scheme }: { locale: string; scheme: Scheme }) {
  const { specimen: say } = deskWordingFor(locale).look;
  const field = `specimen-${scheme}`;
  return (
    <div class={`specimen ${scheme}`}>
      <p class="kicker">{say.kicker}</p>
      <p class="headline">{say.headline}</p>
      <p class="standfirst">{say.standfirst}</p>
      <div class="body">
        <p>
          {say.text} <a href="#preview">{say.link}</a>, <span class="visited">{say.visited}</span>,{' '}
          <mark>{say.marked}</mark>. <del>{say.out}</del> <ins>{say.in}</ins>
        </p>
        <blockquote>
          <p>{say.quote}</p>
        </blockquote>
      </div>
      <p class="colophon">{say.colophon}</p>
      <div class="ledger">
        <div class="response">
          <p>
            <span class="num">1.</span> <b>{say.name}</b>
          </p>
          <div class="words">
            <p>{say.response}</p>
          </div>
        </div>
        <div class="response gone">
          <p>
            <span class="num">2.</span> {say.removed}
          </p>
          <div class="words">
            <p>{say.tombstone}</p>
          </div>
        </div>
      </div>
      <div class="field">
        <label for={field}>{say.field}</label>
        <p class="hint">{say.hint}</p>
        <input id={field} value={say.name} />
      </div>
      <p class="actions">
        <span class="button main">{say.send}</span> <span class="button">{say.preview}</span>
      </p>
    </div>
  );
}
