import type { Child } from 'hono/jsx';
import { directionOf } from './direction.ts';
import { Foot } from './foot.tsx';
import { Head, type HeadProps } from './head.tsx';
import { FrontMasthead, Masthead } from './masthead.tsx';
import { wordingFor } from './wording.ts';

export type PublicPageProps = HeadProps & {
  /** The page's own path, so that the navigation marks it; null where none stands for it. */
  path: string | null;
  /** True for the front page: the publication's name is its heading. */
  front?: boolean;
  children?: Child;
};

/** The frame of every public page: head, skip link, masthead, `main`, foot. No script that it needs, no other host. */
export function PublicPage({ path, front = false, children, ...head }: PublicPageProps) {
  const { publication } = head;
  const Mast = front ? FrontMasthead : Masthead;
  return (
    <html lang={publication.locale} dir={directionOf(publication.locale)}>
      <Head {...head} />
      <body>
        <a class="skip" href="#main">
          {wordingFor(publication.locale).skip}
        </a>
        <Mast publication={publication} path={path} />
        <main id="main" class="wrap">
          {children}
        </main>
        <Foot publication={publication} front={front} />
      </body>
    </html>
  );
}
