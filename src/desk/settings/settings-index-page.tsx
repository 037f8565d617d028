import { keysOf, type SettingGroup, type Settings } from '../../publication/settings.ts';
import { Arranging } from '../frame/arranging.tsx';
import { DeskPage } from '../frame/desk-page.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { groupPath, groupsFor } from './settings-form.ts';

type IndexProps = { desk: DeskView; stored: Settings };

/** All settings at a glance, by what they are about. */
export function SettingsIndexPage({ desk, stored }: IndexProps) {
  const { settings: say } = deskWordingFor(desk.publication.locale);
  return (
    <DeskPage desk={desk} title={say.heading} section="settings">
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{say.heading}</h1>
        </div>
        <Arranging desk={desk} />
        <div class="form-grid boxes">
          {groupsFor(desk.staff.role).map((group) => (
            <Group {...{ desk, stored, group }} />
          ))}
        </div>
      </main>
    </DeskPage>
  );
}

function Group({ desk, stored, group }: IndexProps & { group: SettingGroup }) {
  const { settings: say } = deskWordingFor(desk.publication.locale);
  const { heading, intro } = say.groups[group];
  return (
    <section class="box" aria-labelledby={group}>
      <h2 id={group}>
        <a href={groupPath(group)}>{heading}</a>
      </h2>
      <p>{intro}</p>
      <dl class="glance">
        {keysOf(group).map((key) => (
          <div>
            <dt>{say.labels[key]}</dt>
            <dd>{firstLine(stored[key]) || say.nothing}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function firstLine(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const cut = first.length > 80 ? `${first.slice(0, 80)}…` : first;
  return rest.length > 0 && !cut.endsWith('…') ? `${cut} …` : cut;
}
