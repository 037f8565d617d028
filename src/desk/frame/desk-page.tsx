import type { Child } from 'hono/jsx';
import { sumOf } from '../../moderation/waiting/waiting.ts';
import { may } from '../../staff/permissions.ts';
import { directionOf } from '../../web/ui/direction.ts';
import type { Script } from '../../web/ui/scripts.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { staffPath, youPath } from '../desk-route.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DeskHead } from './desk-head.tsx';

/** The parts of the desk that its masthead links to. */
export type Section =
  | 'home'
  | 'queue'
  | 'articles'
  | 'claims'
  | 'pictures'
  | 'responses'
  | 'cases'
  | 'reviews'
  | 'record'
  | 'links'
  | 'programs'
  | 'settings'
  | 'staff'
  | 'you';

type DeskPageProps = {
  desk: DeskView;
  title: string;
  section: Section | null;
  /** What makes the page better where scripts run. */
  scripts?: Script[];
  /** Addresses of style sheets beside those of every page. */
  styles?: string[];
  children?: Child;
};

/** The frame of every page for staff. The page brings its own `main`, with the id `main`. */
export function DeskPage({ desk, title, section, scripts = [], styles = [], children }: DeskPageProps) {
  const { publication } = desk;
  return (
    <html lang={publication.locale} dir={directionOf(publication.locale)}>
      <DeskHead publication={publication} title={title} scripts={scripts} styles={styles} />
      <body class="desk">
        <a class="skip" href="#main">
          {deskWordingFor(publication.locale).skip}
        </a>
        <Masthead desk={desk} section={section} />
        {children}
      </body>
    </html>
  );
}

function Masthead({ desk, section }: { desk: DeskView; section: Section | null }) {
  const { publication, staff } = desk;
  const say = deskWordingFor(publication.locale);
  return (
    <header class="wrap">
      <div class="mast">
        <p class="name plain">
          <a href={paths.front}>{publication.title}</a>
        </p>
        <nav class="links" aria-label={say.desk}>
          {linksFor(desk).map(({ to, href, label }) => (
            <a href={href} aria-current={to === section ? 'page' : null}>
              {label}
            </a>
          ))}
        </nav>
        <form class="actions" method="post" action="/desk/sign-out/">
          <p>
            <a href={youPath} aria-current={section === 'you' ? 'page' : null}>
              <bdi>{staff.name}</bdi>
            </a>
            , {say.roles[staff.role]}
          </p>
          <button class="bare" type="submit">
            {say.signOut}
          </button>
        </form>
      </div>
    </header>
  );
}

type NavLink = { to: Section; href: string; label: string };

/** Where this reader may go. */
function linksFor({ publication, staff, waiting, claimsDue, openCases, openReviews }: DeskView): NavLink[] {
  const { nav, cases, reviews, links: say } = deskWordingFor(publication.locale);
  const links: (NavLink | false)[] = [
    { to: 'home', href: '/desk/', label: nav.home },
    waiting !== null && { to: 'queue', href: '/desk/queue/', label: nav.queue(sumOf(waiting)) },
    may(staff.role, 'article.write') && { to: 'articles', href: '/desk/articles/', label: nav.articles },
    claimsDue !== null && { to: 'claims', href: '/desk/claims/', label: nav.claims(claimsDue) },
    may(staff.role, 'picture.add') && { to: 'pictures', href: '/desk/pictures/', label: nav.pictures },
    waiting !== null && { to: 'responses', href: '/desk/responses/', label: nav.responses },
    openReviews !== null && { to: 'reviews', href: '/desk/reviews/', label: reviews.nav(openReviews) },
    openCases !== null && { to: 'cases', href: '/desk/cases/', label: cases.nav(openCases) },
    { to: 'record', href: '/desk/record/', label: nav.record },
    may(staff.role, 'link.manage') && { to: 'links', href: '/desk/links/', label: say.nav },
    may(staff.role, 'token.make') && { to: 'programs', href: '/desk/tokens/', label: nav.programs },
    may(staff.role, 'setting.change') && { to: 'settings', href: '/desk/settings/', label: nav.settings },
    may(staff.role, 'staff.manage') && { to: 'staff', href: staffPath, label: nav.staff },
  ];
  return links.filter((link) => link !== false);
}
