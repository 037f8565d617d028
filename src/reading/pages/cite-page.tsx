import type { PublicationView } from '../../publication/publication-view.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { bibtexOf } from '../cite/bibtex.ts';
import type { CitedText } from '../cite/cited-text.ts';
import { cslOf } from '../cite/csl.ts';
import { plainReference } from '../cite/plain.ts';
import { PlainHead } from './plain-head.tsx';

type CiteProps = {
  publication: PublicationView;
  text: CitedText;
  heading: string;
  /** Where the files lie: the page's own path. */
  path: string;
  back: string;
};

/** How a text of ours is cited: as a sentence, for programs, and the address that names its very words. */
export function CitePage({ publication, text, heading, path, back }: CiteProps) {
  const { cite: say } = wordingFor(publication.locale);
  return (
    <PublicPage publication={publication} title={heading} canonicalPath={null} path={null}>
      <PlainHead heading={heading}>
        <p>
          <a href={back}>{say.back}</a>
        </p>
      </PlainHead>
      <div class="ed cite flow">
        <h2>{say.asText}</h2>
        <p class="reference" dir="auto">
          {plainReference(text, publication)}
        </p>
        <h2>{say.address}</h2>
        <p class="reference">
          <a href={text.url}>{text.url}</a>
        </p>
        <p class="quiet">
          {say.addressHint} <a href={`${text.url}words.txt`}>{say.words}</a>
        </p>
        <h2>{say.files}</h2>
        <ul class="sans">
          {Object.entries(say.file).map(([name, title]) => (
            <li>
              <a href={path + name}>{title}</a>
            </li>
          ))}
        </ul>
        <Code title={say.file['reference.bib'] ?? ''} text={bibtexOf(text)} />
        <Code title={say.file['reference.json'] ?? ''} text={cslOf(text)} />
      </div>
    </PublicPage>
  );
}

function Code({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre>
        <code>{text}</code>
      </pre>
    </details>
  );
}
