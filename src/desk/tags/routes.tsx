import { tagPath } from '../../articles/queries.ts';
import { introduceTag } from '../../articles/tags/introduce-tag.ts';
import { deleteTag, mergeTags } from '../../articles/tags/merge-tags.ts';
import { introductionOf } from '../../articles/tags/queries.ts';
import { renameTag } from '../../articles/tags/rename-tag.ts';
import { introductionText, tagName } from '../../articles/tags/tag.ts';
import { foldSpace } from '../../lib/fold-text.ts';
import { type Outcome, refuse } from '../../lib/refusal.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import { actingAs, field, idPattern, pathId, queryNumber, seeOther, show, type Visit } from '../visit.ts';
import { countDeskTags, deskTag, deskTags, formerSlugsOf } from './queries.ts';
import { TagPage, type TagView } from './tag-page.tsx';
import { doneCode, TagsPage, type TagsView, tagsPath } from './tags-page.tsx';

const perPage = 100;
const verb = 'tag.manage';
const one = `${tagsPath}:id{${idPattern}}/`;

/** Tags: their list, and a page for each on which it is renamed, introduced, merged and deleted. */
export const tagRoutes: DeskRoute[] = [
  { method: 'GET', path: tagsPath, verb, answer: showTags },
  { method: 'GET', path: one, verb, answer: showTag },
  { method: 'POST', path: one, verb, answer: changeTag },
];

async function showTags(visit: Visit): Promise<Response> {
  const db = visit.site.store.read;
  const query = foldSpace(visit.c.req.query('q') ?? '').slice(0, 100);
  const total = await countDeskTags(db, query);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(queryNumber(visit, 'page') ?? 1, pages);
  const view: TagsView = {
    tags: await deskTags(db, { query, limit: perPage, offset: (page - 1) * perPage }),
    ...{ query, total, page, pages },
    path: (number) =>
      `${tagsPath}?${new URLSearchParams({ ...(query && { q: query }), page: String(number) })}`,
    done: doneCode(visit.c.req.query('done')),
  };
  return show(visit, <TagsPage desk={visit.desk} view={view} />);
}

async function readView(visit: Visit): Promise<TagView | null> {
  const db = visit.site.store.read;
  const tag = await deskTag(db, pathId(visit));
  if (tag === null) return null;
  const introduction = await introductionOf(db, tag.id);
  return {
    tag,
    path: tagPath(tag.slug),
    formerPaths: (await formerSlugsOf(db, tag.id)).map(tagPath),
    seen: introduction,
    form: { prefix: 'f', values: { name: tag.name, introduction, into: '' }, faults: [] },
    done: doneCode(visit.c.req.query('done')),
  };
}

async function showTag(visit: Visit): Promise<Response> {
  const view = await readView(visit);
  return view === null ? missing(visit) : show(visit, <TagPage desk={visit.desk} view={view} />);
}

/** What the buttons of the page do. */
async function changeTag(visit: Visit): Promise<Response> {
  const acts = { rename, introduce, merge, delete: remove };
  const act = field(visit.form, 'do');
  const { outcome, to } = await (Object.hasOwn(acts, act) ? acts[act as keyof typeof acts] : rename)(visit);
  return outcome.ok ? seeOther(visit, to) : showAgain(visit, outcome);
}

type Changed = { outcome: Outcome<unknown>; to: string };

async function rename(visit: Visit): Promise<Changed> {
  const id = pathId(visit);
  const name = tagName.safeParse(field(visit.form, 'name'));
  const outcome = name.success
    ? await renameTag(visit.site, actingAs(visit), { id, name: name.data })
    : refuse('bad-name', name.error.issues[0]?.message ?? '', 'name');
  return { outcome, to: `${tagsPath}${id}/?done=renamed` };
}

async function introduce(visit: Visit): Promise<Changed> {
  const id = pathId(visit);
  const text = introductionText.safeParse(field(visit.form, 'introduction'));
  const seen = introductionText.safeParse(field(visit.form, 'seen')).data ?? '';
  const outcome = text.success
    ? await introduceTag(visit.site, actingAs(visit), { id, text: text.data, seen })
    : refuse('bad-text', text.error.issues[0]?.message ?? '', 'introduction');
  return { outcome, to: `${tagsPath}${id}/?done=introduced` };
}

async function merge(visit: Visit): Promise<Changed> {
  const into = foldSpace(field(visit.form, 'into'));
  const outcome = await mergeTags(visit.site, actingAs(visit), { id: pathId(visit), into });
  return { outcome, to: outcome.ok ? `${tagsPath}${outcome.value.id}/?done=merged` : '' };
}

async function remove(visit: Visit): Promise<Changed> {
  const outcome = await deleteTag(visit.site, actingAs(visit), pathId(visit));
  return { outcome, to: `${tagsPath}?done=deleted` };
}

/** The page with what was refused and everything typed; a clash offers the other tag for merging. */
async function showAgain(visit: Visit, refused: Outcome<unknown> & { ok: false }): Promise<Response> {
  const view = await readView(visit);
  if (view === null) return missing(visit);
  const typed = ['name', 'introduction', 'into'].filter((name) => visit.form.fields.has(name));
  const values = {
    ...view.form.values,
    ...Object.fromEntries(typed.map((name) => [name, field(visit.form, name)])),
    ...(refused.code === 'clash' ? { into: field(visit.form, 'name') } : {}),
  };
  const form = { prefix: 'f', values, faults: [faultOfRefusal(refused)] };
  const status = ['stale', 'in-use', 'no-tag', 'clash'].includes(refused.code) ? 409 : 422;
  return show(visit, <TagPage desk={visit.desk} view={{ ...view, form }} />, status);
}
