import type { Child } from 'hono/jsx';
import type { PublicationView } from '../../publication/publication-view.ts';
import { directionOf } from '../../web/ui/direction.ts';
import type { Script } from '../../web/ui/scripts.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { deskWordingFor } from '../wording.ts';
import { DeskHead } from './desk-head.tsx';

type DoorPageProps = {
  publication: PublicationView;
  title: string;
  scripts?: Script[];
  children?: Child;
};

/** A page for whoever is not signed in. */
export function DoorPage({ publication, title, scripts = [], children }: DoorPageProps) {
  return (
    <html lang={publication.locale} dir={directionOf(publication.locale)}>
      <DeskHead publication={publication} title={title} scripts={scripts} />
      <body class="desk">
        <a class="skip" href="#main">
          {deskWordingFor(publication.locale).skip}
        </a>
        <header class="wrap">
          <div class="mast">
            <p class="name plain">
              <a href={paths.front}>{publication.title}</a>
            </p>
          </div>
        </header>
        <main id="main" class="wrap">
          <div class="bar lead">
            <h1>{title}</h1>
          </div>
          <div class="prose">{children}</div>
        </main>
      </body>
    </html>
  );
}
