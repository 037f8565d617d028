import { articleInput } from '../../src/articles/article.ts';
import { makePreview } from '../../src/articles/preview-links.ts';
import { askReview } from '../../src/articles/review-article.ts';
import { editArticle, writeArticle } from '../../src/articles/save-article.ts';
import { scheduleArticle } from '../../src/articles/schedule-article.ts';
import { respondAsStaff } from '../../src/comments/respond-as-staff.ts';
import { postMarked } from '../../src/marks/post-marked.ts';
import { noteComment } from '../../src/moderation/note-comment.ts';
import { reportComment } from '../../src/moderation/reports/report-comment.ts';
import { publishPage } from '../../src/publication/static-pages/save-page.ts';
import { listStaff } from '../../src/staff/queries.ts';
import { granted, postOf, publishSample, type Sent } from '../support/publish.ts';
import type { TestSite } from '../support/site.ts';
import type { Canaries, Canary } from './secrets.ts';

export const editor = { actor: { role: 'editor' as const }, staffId: null };

/** A response with canaries in its words, its name and its writer’s address, and others that quote and name it. */
export type Written = { id: string; number: number | null };

/** Writes as readers do, with a canary in every part of what is written. */
export class Writers {
  private readonly site: TestSite;
  private readonly canaries: Canaries;
  private count = 0;

  constructor(site: TestSite, canaries: Canaries) {
    this.site = site;
    this.canaries = canaries;
  }

  /** A response of a new writer’s. `linking` stands in its text. */
  async write(
    of: string,
    { seen, articleId, linking = '' }: { seen: Canary['seen']; articleId: string; linking?: string },
  ): Promise<Written> {
    const put = (part: string) => this.canaries.put(`${part} of what is ${of}`, seen);
    // whoever changes their words stays who they are
    const sign = (part: string) => (of === 'changed' ? this.canaries.put(part, 'kept') : put(part));
    const [first, last] = this.saying();
    const text = `${put('the beginning')} was it. ${first} ${put('the middle')} ${last}. ${linking} ${put('the end')} it is.`;
    return this.post({
      articleId,
      text,
      name: sign('the name'),
      url: `https://site.example/${sign('the site')}`,
    });
  }

  /**
   * Somebody answers it: quotes it with a word exchanged, exactly, and names it by its number. None of their own words is
   * a canary.
   */
  async answer({ number }: Written, articleId: string): Promise<void> {
    if (number === null) throw new Error('What has no number is not answered.');
    const [first, last] = this.saying();
    this.count += 1;
    const text = `Look: “${first} gladly ${last}.” He wrote “${first}” too. Response ${number} is wrong.`;
    await this.post({ articleId, text, inReplyTo: number, name: `Reader ${readers[this.count]}` });
  }

  private saying(): [string, string] {
    return sayings[this.count % sayings.length] ?? ['', ''];
  }

  private async post(sent: Sent): Promise<Written> {
    const secret = `secret of ${sent.name}`;
    const posted = granted(await postMarked(this.site, postOf({ ...sent, secret })));
    return { id: posted.id, number: 'number' in posted ? posted.number : null };
  }
}

/** What responses say around a canary, and others quote. */
const sayings: [string, string][] = [
  ['The warden of the upper quay', 'shut the gate at nine'],
  ['A ferry from Lower Slip', 'left its moorings before dawn'],
  ['Two boys beside the chapel', 'carried lanterns over the marsh'],
  ['My neighbour in Tallow Steps', 'counted fourteen barges that week'],
  ['Every clerk in the tide office', 'signed each ledger without looking'],
  ['Nobody near our breakwater', 'heard any bell ring twice'],
];
const readers = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elm', 'Fir', 'Gorse', 'Hazel'];

/** Articles in the stages in which nobody outside reads them. Answers their ids, and a preview’s address. */
export async function writeUnpublished(site: TestSite, canaries: Canaries) {
  const write = (of: string, seen: Canary['seen'] = 'never') => {
    const put = (part: string) => canaries.put(`${part} of ${of}`, seen);
    const words = {
      title: put('the title'),
      standfirst: put('the standfirst'),
      body: `${put('the text')} it says.`,
    };
    const named = { byline: put('the byline'), tags: put('a tag') };
    return writeArticle(site, articleInput.parse({ ...words, ...named }));
  };
  const draft = await write('a draft');
  const inReview = await write('an article in review');
  const note = canaries.put('the note to who reviews', 'never');
  granted(await askReview(site, editor, { id: inReview, note }));
  const scheduled = await write('a scheduled article');
  granted(await scheduleArticle(site, editor, { id: scheduled, local: '2026-06-01T06:30' }));
  const previewed = await write('a draft whose preview is ended', 'before');
  const preview = granted(await makePreview(site, editor, { id: previewed, hours: '24' }));
  return { ids: [draft, inReview, scheduled, previewed], previewed, preview: preview.path };
}

/** A published article with a canary in each of its parts, but for what its address is made of. */
export async function publishWithdrawable(site: TestSite, canaries: Canaries) {
  const put = (part: string) => canaries.put(`${part} of a withdrawn article`, 'before');
  const article = await publishSample(site, { title: 'The ferry timetable', body: 'It is short.' });
  const words = { title: `The timetable ${put('the title')}`, standfirst: put('the standfirst') };
  const named = { body: `It is ${put('the text')} short.`, byline: put('the byline'), tags: put('a tag') };
  granted(
    await editArticle(site, editor, { id: article.id, input: articleInput.parse({ ...words, ...named }) }),
  );
  return article;
}

/** A published article whose first version has a canary, in which the present one has none. */
export async function publishRevised(site: TestSite, canaries: Canaries) {
  const old = canaries.put('the words of a withheld version', 'before');
  const article = await publishSample(site, { title: 'The lido opens', body: `It opens ${old} in May.` });
  const input = articleInput.parse({ title: 'The lido opens', body: 'It opens in June.' });
  granted(await editArticle(site, editor, { id: article.id, input }));
  return article;
}

/** A page of the publication’s own that is going to be withdrawn. */
export async function publishOwnPage(site: TestSite, canaries: Canaries): Promise<string> {
  const put = (part: string) => canaries.put(`${part} of a withdrawn page`, 'before');
  const input = { title: put('the title'), source: put('the text') };
  return granted(await publishPage(site, editor, { input, slug: 'harbour', reserved: () => false })).id;
}

/** An answer of the staff’s; what staff note of a response; both stand in the thread’s article. */
export async function writeAsStaff(site: TestSite, canaries: Canaries, articleId: string): Promise<number> {
  const [owner] = await listStaff(site);
  if (!owner) throw new Error('Nobody is on the staff.');
  const text = `${canaries.put('a removed answer of staff', 'before')} is what we say.`;
  return granted(await respondAsStaff(site, owner, { articleId, text, in_reply_to: '' })).number;
}

/** What a reader reports of a response, with their address. */
export async function report(site: TestSite, canaries: Canaries, commentId: string): Promise<void> {
  const put = (part: string) => canaries.put(`${part} of a report`, 'never');
  const typed = { reason: 'other', text: put('the words'), email: `${put('the address')}@post.example` };
  granted(await reportComment(site, { ...typed, commentId, from: '192.0.2.77' }));
}

/** A note of staff’s on a response. */
export async function noteOf(site: TestSite, canaries: Canaries, id: string): Promise<void> {
  const text = canaries.put('a note of staff', 'never');
  granted(await noteComment(site, { id, moderator: editor, text }));
}
