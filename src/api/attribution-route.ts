import { attributeArticle } from '../articles/attributions/attribute-article.ts';
import { attributionInput } from '../articles/attributions/attribution.ts';
import { attributionOf } from '../articles/attributions/queries.ts';
import { attributionJson } from './beside-json.ts';
import { newAttributionShape } from './follow-up-shapes.ts';
import type { ArticleRoute } from './route.ts';
import { answerOf, readInput, sendToStaff } from './send-to-staff.ts';
import { attributionShape } from './shapes.ts';

/** Says how an article's author knows. */
export const attributeRoute: ArticleRoute = {
  method: 'put',
  path: '/articles/{id}/attribution',
  name: 'attributeArticle',
  summary: 'Says how the author knows: classes of source, never who one is.',
  access: { scope: 'articles:write', verb: 'article.attribute' },
  body: newAttributionShape,
  answers: { 200: { meaning: 'As it now reads.', shape: attributionShape } },
  problems: [400, 409, 413, 415, 422],
  async handle(call) {
    const { site, c, editor, id } = call;
    const read = await readInput(c, {
      shape: newAttributionShape,
      noun: 'How you know',
      as: attributionInput,
      values: ({ sources, replies }) => ({
        sources: sources.map(({ note, count, ...source }) => ({
          ...{ ...source, count: String(count), note: note ?? '' },
        })),
        replies: replies.map(({ asked, ...reply }) => ({ ...reply, asked: asked ?? '' })),
      }),
    });
    if ('refusal' in read) return read.refusal;
    const known = { id, version: read.fields.version, attribution: read.input };
    return answerOf(c, await attributeArticle(site, editor, known), async () =>
      sendToStaff(attributionJson(await attributionOf(site.store.read, id)) ?? {}),
    );
  },
};
