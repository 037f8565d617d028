import { articlesById } from '../articles/queries.ts';
import { placeOfSubject } from '../comments/place-of-subject.ts';
import { dayFinder, lastMonths, wellBefore } from '../lib/days.ts';
import { reasonLabel, reasonsOf } from '../moderation/reason.ts';
import { noticeKinds } from '../notices/notice.ts';
import { readPublication, readSettings, textVersions } from '../publication/queries.ts';
import type { EntryBody } from '../record/entry.ts';
import { recordLines } from '../record/export.ts';
import { newestCosigned } from '../record/log/cosignatures.ts';
import {
  chainHead,
  countEntries,
  entriesByMinute,
  newestEntries,
  publicStamp,
  type StoredEntry,
  seqAbove,
} from '../record/queries.ts';
import type { RecordLine, RecordPage as RecordView } from '../record/record-view.ts';
import { actionWords, kinds, roleWords } from '../record/wording.ts';
import type { Site } from '../site.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { paths } from '../web/ui/site-paths.ts';
import { transparencyWords } from '../web/ui/transparency-wording.ts';
import { htmlPage } from './html-page.ts';
import { RecordPage } from './pages/record-page.tsx';
import { type Narrowing, narrowedTo, readNarrowing } from './record-narrowing.ts';

const perPage = 100;
const regimes = noticeKinds.map((code) => ({ code, label: transparencyWords.regimes[code] ?? code }));

/** `/record/`: the public record, newest first, by kind; and the whole of it to download and check. */
export function addRecord({ app, site, pages }: Web): void {
  app.get(paths.recordEntries, (c) =>
    c.body(streamOf(recordLines(site.store.read)), 200, {
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="record.ndjson"',
      'cache-control': 'no-store',
    }),
  );
  app.get('/record/', async (c) => {
    const kind = kinds.find(({ name }) => name === c.req.query('kind')) ?? kinds[0];
    const before = Number(c.req.query('before') ?? 0);
    const asked = readNarrowing((name) => c.req.query(name));
    const response = await sendPage(c, pages, { stamp: () => wholeStamp(site), make });
    return response ?? c.notFound();

    async function make() {
      const publication = await readPublication(site);
      const record = await readRecord(
        site,
        { kind, asked },
        Number.isInteger(before) && before > 0 && before < 2 ** 31 ? before : null,
      );
      return htmlPage(<RecordPage publication={publication} record={record} />);
    }
  });
}

/** The page shows the chain's head, which private entries move too. */
async function wholeStamp({ store }: Site): Promise<string> {
  return `${await publicStamp(store.read)} ${(await chainHead(store.read))?.seq ?? 0}`;
}

type Kind = (typeof kinds)[number];

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

type Asked = { kind: Kind; asked: Narrowing };

async function readRecord(site: Site, { kind, asked }: Asked, before: number | null): Promise<RecordView> {
  const db = site.store.read;
  const narrowed = await narrowedTo(site, asked);
  const filter = { visibility: 'public', actions: kind.actions, ...(narrowed && { narrowed }) } as const;
  const entries = await newestEntries(db, { ...filter, before, limit: perPage + 1 });
  const shown = entries.slice(0, perPage);
  const first = shown[0]?.seq;
  const last = shown.at(-1)?.seq;
  const newerThan = before && first ? await seqAbove(db, filter, { seq: first, page: perPage }) : null;
  return {
    lines: await linesOf(site, shown),
    months: before === null && kind.actions === null && !narrowed ? await monthsOf(site) : [],
    narrowing: { kind: kind.name, asked, reasons: reasonsOf(await readSettings(site)), regimes },
    found: narrowed ? await countEntries(db, filter) : null,
    filters: await Promise.all(
      kinds.map(async ({ name, label, actions }) => ({
        label,
        path: pathOf({ kind: name, asked }, null),
        count: await countEntries(db, { ...filter, actions }),
        current: name === kind.name,
      })),
    ),
    head: await chainHead(db),
    witnessed: (await newestCosigned(db))?.size ?? null,
    older: entries.length > perPage && last ? pathOf({ kind: kind.name, asked }, last) : null,
    newer: newerThan ? pathOf({ kind: kind.name, asked }, newerThan) : null,
  };
}

const chartMonths = 12;

/** What was removed and what was restored in each of the last months. */
async function monthsOf(site: Site): Promise<RecordView['months']> {
  const { timeZone } = await readPublication(site);
  const months = lastMonths(site.clock.now(), chartMonths, timeZone);
  const since = wellBefore(`${months[0]}-01`);
  const actions = ['comment.remove', 'comment.restore'];
  const counts = new Map(months.map((month) => [month, { month, removed: 0, restored: 0 }]));
  const dayOf = dayFinder(timeZone);
  for (const { minute, action, count } of await entriesByMinute(site.store.read, { actions, since })) {
    const month = counts.get(dayOf(`${minute}:00.000Z`).slice(0, 7));
    if (month) month[action === 'comment.remove' ? 'removed' : 'restored'] += count;
  }
  return [...counts.values()];
}

function pathOf({ kind, asked }: { kind: string; asked: Narrowing }, before: number | null): string {
  const query = new URLSearchParams({
    ...(kind === 'all' ? {} : { kind }),
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')),
    ...(before === null ? {} : { before: String(before) }),
  });
  return query.size === 0 ? '/record/' : `/record/?${query}`;
}

async function linesOf(site: Site, entries: StoredEntry[]): Promise<RecordLine[]> {
  const rules = { now: await readSettings(site), kept: await textVersions(site.store.read, ['rules']) };
  const bodies = entries.map((entry) => ({ entry, body: JSON.parse(entry.leaf) as EntryBody }));
  const ids = bodies.map(({ body }) => articleIdOf(body)).filter((id) => id !== null);
  const articles = new Map(
    (await articlesById(site.store.read, [...new Set(ids)])).map((row) => [row.id, row]),
  );
  return bodies.map(({ entry, body }) => {
    const article = articles.get(articleIdOf(body) ?? '');
    return {
      seq: entry.seq,
      at: body.at,
      heading: actionWords[body.action](body.subject),
      by: `By ${roleWords[body.by.role]}.`,
      reason: body.reason === null ? null : reasonLabel(rules, { code: body.reason, at: body.at }),
      on: article ? { title: article.title, path: placeOfSubject(article.path, body.subject) } : null,
      hash: entry.hash,
    };
  });
}

function articleIdOf({ subject }: EntryBody): string | null {
  return subject.article ?? (subject.type === 'article' ? subject.id : null);
}
