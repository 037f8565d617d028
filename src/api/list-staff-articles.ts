import * as z from 'zod';
import { stages } from '../staff/permissions.ts';
import { staffLinesShape } from './follow-up-shapes.ts';
import { limitShape, readQuery } from './parameters.ts';
import { articlesAt } from './queries.ts';
import { base, type StaffRoute } from './route.ts';
import { noSuch, sendToStaff } from './send-to-staff.ts';
import { versionOf } from './version.ts';

const after = 'The after is the id of an article: take it from `next`.';
const listQuery = z.object({
  limit: limitShape(20).describe('How many at most.'),
  after: z.uuid(after).optional().describe('From `next`.'),
});

/** Articles of one stage, for whoever may see them there. */
export const listStaffArticlesRoute: StaffRoute = {
  method: 'get',
  path: '/stages/{stage}/articles',
  name: 'listArticlesOfStage',
  summary: `Articles of a stage (${stages.join(', ')}), the last written first: for staff alone.`,
  access: { scope: 'articles:read', verb: 'article.write' },
  query: listQuery,
  answers: { 200: { meaning: 'Articles, without their text.', shape: staffLinesShape } },
  problems: [404, 422],
  async handle({ site, c }) {
    const stage = stages.find((each) => each === c.req.param('stage'));
    if (stage === undefined)
      return noSuch(c, 'no-stage', `An article’s stage is one of ${stages.join(', ')}.`);
    const read = readQuery(c, listQuery);
    if ('refusal' in read) return read.refusal;
    const { limit, after: behind = null } = read.query;
    const found = await articlesAt(site.store.read, { stage, after: behind, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const { url } = site.config;
    const next = `${url}${base}/stages/${stage}/articles?limit=${limit}&after=${rows.at(-1)?.id}`;
    return sendToStaff({
      items: rows.map((row) => ({
        ...{ id: row.id, title: row.title, standfirst: row.standfirst, path: row.path, stage },
        version: versionOf({ state: row.state, updatedAt: row.updated_at }),
        ...{ updated: row.updated_at, published: row.published_at, scheduled: row.publish_at },
        authors: row.authors,
      })),
      next: found.length > limit ? next : null,
    });
  },
};
