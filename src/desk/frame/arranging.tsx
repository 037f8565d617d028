import { type GeneralVerb, may } from '../../staff/permissions.ts';
import { Links } from '../../web/ui/links.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';

const ways = {
  tags: { path: '/desk/tags/', verb: 'tag.manage' },
  series: { path: '/desk/series/', verb: 'series.manage' },
  pages: { path: '/desk/pages/', verb: 'page.manage' },
  menu: { path: '/desk/menu/', verb: 'menu.manage' },
} as const satisfies Record<string, { path: string; verb: GeneralVerb }>;
type Way = keyof typeof ways;

/** The ways to what articles are arranged by, for whoever may change it. */
export function Arranging({ desk, current = null }: { desk: DeskView; current?: Way | null }) {
  const { arranging: say } = deskWordingFor(desk.publication.locale);
  const open = (Object.keys(ways) as Way[]).filter((way) => may(desk.staff.role, ways[way].verb));
  if (open.length === 0) return null;
  return (
    <nav class="links" aria-label={say.label}>
      <Links links={open.map((way) => [ways[way].path, say[way]])} path={current && ways[current].path} />
    </nav>
  );
}
