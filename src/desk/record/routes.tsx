import { readSettings } from '../../publication/queries.ts';
import { newestEntries } from '../../record/queries.ts';
import { may } from '../../staff/permissions.ts';
import type { DeskRoute } from '../desk-route.ts';
import { queryNumber, show, type Visit } from '../visit.ts';
import { entryLines } from './entry-lines.ts';
import { DeskRecordPage, type DeskRecordView } from './record-page.tsx';

const perPage = 100;

/** The record, as far as whoever asks may read it. */
export const recordRoutes: DeskRoute[] = [
  { method: 'GET', path: '/desk/record/', verb: 'desk.enter', answer: showRecord },
];

async function showRecord(visit: Visit): Promise<Response> {
  const { site, staff, desk } = visit;
  const whole = may(staff.role, 'record.read-private');
  const before = queryNumber(visit, 'before');
  const filter = { visibility: whole ? 'all' : 'public', actions: null } as const;
  const found = await newestEntries(site.store.read, { ...filter, before, limit: perPage + 1 });
  const shown = found.slice(0, perPage);
  const last = shown.at(-1)?.seq;
  const record: DeskRecordView = {
    lines: await entryLines(site.store.read, shown, await readSettings(site)),
    whole,
    newest: before === null ? null : '/desk/record/',
    older: found.length > perPage && last ? `/desk/record/?before=${last}` : null,
  };
  return show(visit, <DeskRecordPage desk={desk} record={record} />);
}
