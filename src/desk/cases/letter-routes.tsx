import { type CaseAct, caseActs, decisions } from '../../notices/case-acts.ts';
import type { EditedLetters, LetterDraft, Recipient } from '../../notices/letters/edited.ts';
import { previewAct, takeWithLetters } from '../../notices/preview-act.ts';
import { readCase } from '../../notices/queries.ts';
import type { Act } from '../../notices/take-act.ts';
import { missing } from '../admit.tsx';
import type { DeskRoute } from '../desk-route.ts';
import { faultOfRefusal } from '../frame/form-faults.ts';
import type { FormState } from '../frame/form-field.tsx';
import { actingAs, field, idPattern, pathId, seeOther, show, type Visit } from '../visit.ts';
import { casesPath } from './case-view.ts';
import { LettersPage } from './letters-page.tsx';
import { refusedCase } from './show-case.tsx';

const one = `${casesPath}:id{${idPattern}}/`;
const verb = 'case.manage';

/** The letters of a step, read and changed before they go. */
export const caseLetterRoutes: DeskRoute[] = [
  { method: 'POST', path: `${one}letters/`, verb, answer: showLetters },
  { method: 'POST', path: `${one}send/`, verb, answer: send },
];

/** What a form asks for; null for what is no step. */
function actOf(visit: Visit): Act | null {
  const act = caseActs.find((each) => each === field(visit.form, 'do'));
  if (act === undefined) return null;
  const decision = decisions.find((each) => each === field(visit.form, 'decision'));
  const words = field(visit.form, 'words').trim();
  return { id: pathId(visit), by: actingAs(visit), act, words, ...(decision ? { decision } : {}) };
}

async function showLetters(visit: Visit): Promise<Response> {
  const act = actOf(visit);
  if (act === null) return missing(visit);
  if (act.act === 'decide' && (act.decision === undefined || act.words === ''))
    return refusedCase(visit, { decide: true });
  const drafts = await previewAct(visit.site, act);
  if (!drafts.ok) return drafts.code === 'no-case' ? missing(visit) : refusedCase(visit, drafts);
  return letters(visit, { act, drafts: drafts.value, form: { ...blank, values: typedIn(drafts.value) } });
}

const blank: FormState = { prefix: 'l', values: {}, faults: [] };

function typedIn(drafts: LetterDraft[]): Record<string, string> {
  return Object.fromEntries(
    drafts.flatMap(({ recipient, words }) => [
      [`${recipient}-subject`, words.subject],
      [`${recipient}-text`, words.text],
    ]),
  );
}

async function send(visit: Visit): Promise<Response> {
  const act = actOf(visit);
  if (act === null) return missing(visit);
  const drafts = await previewAct(visit.site, act);
  if (!drafts.ok) return drafts.code === 'no-case' ? missing(visit) : refusedCase(visit, drafts);
  const sent = await takeWithLetters(visit.site, { ...act, letters: changed(visit, drafts.value) });
  if (sent.ok) return seeOther(visit, `${casesPath}${act.id}/?done=${act.act}`);
  if (sent.field === undefined) return refusedCase(visit, sent);
  const values = Object.fromEntries(
    Object.keys(typedIn(drafts.value)).map((name) => [name, field(visit.form, name)]),
  );
  const form = { ...blank, values, faults: [faultOfRefusal(sent)] };
  return letters(visit, { act, drafts: drafts.value, form });
}

/** The letters whose words are others now. Line ends of a form are those of the letter. */
function changed(visit: Visit, drafts: LetterDraft[]): EditedLetters {
  const typed = (recipient: Recipient, part: string) =>
    field(visit.form, `${recipient}-${part}`).replace(/\r\n?/g, '\n').trim();
  return Object.fromEntries(
    drafts.flatMap(({ recipient, words }) => {
      const letter = { subject: typed(recipient, 'subject'), text: typed(recipient, 'text') };
      return letter.subject === words.subject && letter.text === words.text.trim()
        ? []
        : [[recipient, letter]];
    }),
  );
}

type Shown = { act: Act & { act: CaseAct }; drafts: LetterDraft[]; form: FormState };

async function letters(visit: Visit, { act, drafts, form }: Shown): Promise<Response> {
  const found = await readCase(visit.site.store.read, act.id);
  if (found === null) return missing(visit);
  const own = { decision: act.decision ?? '', words: act.words ?? '' };
  const view = { found, act: act.act, drafts, form, ...own };
  return show(visit, <LettersPage desk={visit.desk} view={view} />, form.faults.length > 0 ? 422 : 200);
}
