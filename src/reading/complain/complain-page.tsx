import { noticeKinds } from '../../notices/notice.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { paths } from '../../web/ui/site-paths.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { PlainHead } from '../pages/plain-head.tsx';

type Props = {
  publication: PublicationView;
  /** The address that a reader came from, to be carried on; empty where there is none. */
  about: string;
};

/** First of all, which kind of complaint: each leads to a form of its own. */
export function ComplainPage({ publication, about }: Props) {
  const { complain: say } = wordingFor(publication.locale);
  const query = about === '' ? '' : `?about=${encodeURIComponent(about)}`;
  return (
    <PublicPage
      publication={publication}
      title={say.title}
      canonicalPath={paths.complain}
      path={paths.complain}
    >
      <PlainHead heading={say.title}>
        <p>{say.intro}</p>
      </PlainHead>
      <div class="ed">
        <div>
          <h2>{say.choose}</h2>
          {noticeKinds.map((kind) => (
            <section class="apart" aria-labelledby={`k-${kind}`}>
              <h3 id={`k-${kind}`}>
                <a href={`${paths.complain}${kind}/${query}`}>{say.kinds[kind].name}</a>
              </h3>
              <p>{say.kinds[kind].law}</p>
            </section>
          ))}
          <p class="quiet">{say.notAdvice}</p>
        </div>
      </div>
    </PublicPage>
  );
}
