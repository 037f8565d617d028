import { picturePath } from '../../pictures/picture.ts';
import type { ListedPicture } from '../../pictures/queries.ts';

/** How a picture is written in an article, in either of its two formats. */
export function snippetsFor(picture: ListedPicture): { markdown: string; html: string } {
  const html = figure(picture).toString();
  return { markdown: picture.decorative ? html : markdown(picture), html };
}

/** In a description and in a title, what would end them is escaped (CommonMark 0.31). */
function markdown({ id, alt, caption, credit }: ListedPicture): string {
  const title = [caption, credit].join(credit === '' ? '' : ' | ').trim();
  const said = title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`;
  return `![${alt.replace(/[[\]\\]/g, '\\$&')}](${picturePath(id)}${said})`;
}

function figure({ id, alt, decorative, caption, credit }: ListedPicture) {
  return (
    <figure>
      <img src={picturePath(id)} alt={alt} role={decorative ? 'presentation' : null} />
      {(caption !== '' || credit !== '') && (
        <figcaption>
          {caption}
          {credit !== '' && (
            <>
              {' '}
              <small>{credit}</small>
            </>
          )}
        </figcaption>
      )}
    </figure>
  );
}
