import type { Replacement, SmallPicture } from '../../pictures/replacements.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';

type ReplacedProps = { publication: PublicationView; replaced: Replacement[] };

/** Pictures of an article that got another file: what stood there, and what stands there now. */
export function ReplacedPictures({ publication, replaced }: ReplacedProps) {
  const { replacedPictures: say } = wordingFor(publication.locale);
  if (replaced.length === 0) return null;
  return (
    <section class="ed version" aria-labelledby="replaced">
      <h2 id="replaced">{say.heading}</h2>
      <ul>
        {replaced.map(({ at, before, after }) => (
          <li class="swap">
            <p>
              {say.replaced} <Time at={at} style={publication} />
            </p>
            <Small picture={before} label={say.before} />
            <Small picture={after} label={say.after} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Small({ picture, label }: { picture: SmallPicture | null; label: string }) {
  if (picture === null) return null;
  const { path, width, height } = picture;
  return (
    <figure>
      <img src={path} width={width} height={height} alt="" loading="lazy" decoding="async" />
      <figcaption>
        <a href={path}>{label}</a>
      </figcaption>
    </figure>
  );
}
