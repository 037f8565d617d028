import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { jobHandlers } from '../../cli/job-handlers.ts';
import { receiptPath } from '../../comments/receipt.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { casePath } from '../../notices/case-address.ts';
import { findPlace } from '../../notices/find-place.ts';
import type { NoticeKind, NoticeValues } from '../../notices/notice.ts';
import { receiveNotice } from '../../notices/receive-notice.ts';
import { sequenceEntries } from '../../record/sequence.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, signedIn } from '../fixtures.ts';

/** What the response says that is complained of. */
export const words = 'Tillpurloiner took the money home.';

/** A whole notice under section 5. */
export const notice = {
  ...{ words, meaning: 'That Ottoline  Crake is a thief.', harm: 'Nobody trusts me, ottoline@post.example.' },
  ...{ wrong: 'I was ill that day.', name: 'Ottoline Crake', email: 'ottoline@post.example' },
  ...{ unknown_poster: 'yes', give_name: 'no', give_email: 'no' },
};

/** A publication with a response that is complained of and one that quotes it, its desk, and everybody’s pages. */
export async function openCases(engine: EngineName, env: Record<string, string> = {}) {
  const desk = await openDesk(engine, env);
  const { site } = desk;
  await setSetting(site, 'comments.policy', 'open');
  const article = await publishSample(site);
  const sent = granted(await send(site, { articleId: article.id, text: words }));
  granted(await send(site, { articleId: article.id, text: `He wrote “${words}” there.`, inReplyTo: 1 }));
  const editor = await signedIn(desk, 'editor');
  const { app } = createSiteWeb(site);
  const ask = async (path: string, fields?: Record<string, string>) => {
    await sequenceEntries(site);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site.config.url };
    const body = new URLSearchParams(fields).toString();
    const answer = await app.request(site.config.url + path, fields ? { method: 'POST', body, headers } : {});
    return { status: answer.status, text: await answer.text() };
  };
  const complain = async (kind: NoticeKind = 'uk-s5', more: NoticeValues = {}) => {
    const where = more.where ?? `${article.path}#response-1`;
    const place = granted(await findPlace(site, where));
    const whole = { kind, values: { ...notice, where, ...more }, place, from: '192.0.2.7' };
    const { id } = granted(await receiveNotice(site, whole));
    site.clock.pass(60_000);
    return { id, path: `/desk/cases/${id}/`, own: casePath(site, id, 'given') };
  };
  return {
    ...{ desk, site, article, response: sent.id, editor, ask, complain },
    read: async (path: string) => (await ask(path)).text,
    writer: `${receiptPath(site, sent.id)}complaint/`,
    work: () => runDueJobs(site, jobHandlers),
  };
}
