import type { Context } from 'hono';
import { OneAtATime } from '../../lib/one-at-a-time.ts';
import { reasonLabel } from '../../moderation/reason.ts';
import { readPublication, readSettings, textVersions } from '../../publication/queries.ts';
import { chainHead } from '../../record/queries.ts';
import { makeReport } from '../../record/report/make-report.ts';
import { periodOf } from '../../record/report/period.ts';
import type { Report } from '../../record/report/report.ts';
import { reportCsv } from '../../record/report/report-csv.ts';
import type { Site } from '../../site.ts';
import type { Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { paths } from '../../web/ui/site-paths.ts';
import { TransparencyPage } from './transparency-page.tsx';

/** So many reports are kept in memory, each while the record has not grown. */
const mostKept = 12;

type Kept = { reports: Map<string, Promise<Report>>; counting: OneAtATime };

/** `/record/report/`: what was decided in any period, as a page, as JSON and as CSV. */
export function addTransparencyReport({ app, site }: Web): void {
  const kept: Kept = { reports: new Map(), counting: new OneAtATime(Number.POSITIVE_INFINITY) };

  app.get(paths.report, async (c) => {
    const publication = await readPublication(site);
    const asked = await askedOf(c);
    const period = asked.period ?? asked.instead;
    const report = await reportOf(site, kept, period);
    const settings = await readSettings(site);
    const rules = { now: settings, kept: await textVersions(site.store.read, ['rules']) };
    const labelOf = (code: string) => reasonLabel(rules, { code, at: `${period.to}T23:59:59.999Z` });
    const page = { publication, report, labelOf, isRefused: asked.period === null, today: asked.instead.to };
    c.header('cache-control', 'no-cache');
    return c.html(renderPage(<TransparencyPage {...page} />), asked.period === null ? 422 : 200);
  });
  app.get(paths.reportJson, (c) => send(c, 'application/json', (report) => `${JSON.stringify(report)}\n`));
  app.get(paths.reportCsv, (c) => send(c, 'text/csv; charset=utf-8', reportCsv));

  async function send(c: Context, type: string, write: (report: Report) => string): Promise<Response> {
    const { period } = await askedOf(c);
    if (period === null)
      return c.text(
        'Give from and to as days, such as 2026-03-12, the first not after the last, and no more than ten years.\n',
        422,
      );
    const name = `report-${period.from}-${period.to}.${type.startsWith('text') ? 'csv' : 'json'}`;
    return c.body(write(await reportOf(site, kept, period)), 200, {
      ...{ 'content-type': type, 'cache-control': 'no-cache' },
      'content-disposition': `attachment; filename="${name}"`,
    });
  }

  async function askedOf(c: Context) {
    const { timeZone } = await readPublication(site);
    const clock = { now: site.clock.now(), timeZone };
    const asked = { from: c.req.query('from')?.trim(), to: c.req.query('to')?.trim() };
    const [from, to] = ['', clock.now.toISOString().slice(0, 10)];
    return { period: periodOf(asked, clock), instead: periodOf({}, clock) ?? { from, to } };
  }
}

/** One is counted after the other: a crowd that asks for different periods takes no more of the process than one. */
async function reportOf(
  site: Site,
  { reports, counting }: Kept,
  { from, to }: { from: string; to: string },
): Promise<Report> {
  const { timeZone } = await readPublication(site);
  const key = [from, to, timeZone, (await chainHead(site.store.read))?.seq ?? 0].join(' ');
  const before = reports.get(key);
  if (before) return before;
  const made = counting.run(() => makeReport(site.store.read, { from, to, timeZone }));
  reports.set(key, made);
  made.catch(() => reports.delete(key)); // whoever asked is told
  const [oldest] = reports.keys();
  if (reports.size > mostKept && oldest !== undefined) reports.delete(oldest);
  return made;
}
