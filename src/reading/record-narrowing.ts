import { articlesNamed } from '../articles/queries.ts';
import { momentOf } from '../lib/dates.ts';
import { isDay } from '../lib/days.ts';
import { isNoticeKind } from '../notices/notice.ts';
import { readPublication } from '../publication/queries.ts';
import type { Narrowed } from '../record/queries.ts';
import type { RecordPage } from '../record/record-view.ts';
import type { Site } from '../site.ts';

/** What the record is to be narrowed to, as it stands in the address. */
export type Narrowing = RecordPage['narrowing']['asked'];

const longest = 200;

/** Reads it from an address; what is no day, no regime, or far too long, is left out. */
export function readNarrowing(query: (name: string) => string | undefined): Narrowing {
  const text = (name: string) => (query(name) ?? '').trim().slice(0, longest);
  const code = (name: string) => text(name).replaceAll(/[^a-z0-9-]/g, '');
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  return {
    ...{ article: text('article'), reason: code('reason'), role: code('role') },
    regime: isNoticeKind(text('regime')) ? text('regime') : '',
    ...{ from: day('from'), to: day('to') },
  };
}

/** The same for the record’s queries; null where nothing is narrowed. An article is found by words of its title. */
export async function narrowedTo(site: Site, asked: Narrowing): Promise<Narrowed | null> {
  if (Object.values(asked).every((value) => value === '')) return null;
  const { timeZone } = await readPublication(site);
  const moment = (day: string) => momentOf(`${day}T00:00:00`, timeZone)?.toISOString() ?? null;
  return {
    ...{ reason: asked.reason || null, role: asked.role || null, regime: asked.regime || null },
    articles: asked.article === '' ? null : await articlesNamed(site.store.read, asked.article),
    from: asked.from === '' ? null : moment(asked.from),
    to: asked.to === '' ? null : moment(dayAfter(asked.to)),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
