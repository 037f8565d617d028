import { aloneWords } from './wording/english/alone.ts';
import { articleResponsesWords } from './wording/english/article-responses.ts';
import { articlesWords } from './wording/english/articles.ts';
import { attributionsWords } from './wording/english/attributions.ts';
import { bylinesWords } from './wording/english/bylines.ts';
import { casesWords } from './wording/english/cases.ts';
import { claimsWords } from './wording/english/claims.ts';
import { correctionsWords } from './wording/english/corrections.ts';
import { filtersWords } from './wording/english/filters.ts';
import { floodWords } from './wording/english/flood.ts';
import { frameWords } from './wording/english/frame.ts';
import { homeWords } from './wording/english/home.ts';
import { homeChartsWords } from './wording/english/home-charts.ts';
import { jobsWords } from './wording/english/jobs.ts';
import { linksWords } from './wording/english/links.ts';
import { lookWords } from './wording/english/look.ts';
import { menuWords } from './wording/english/menu.ts';
import { mergingWords } from './wording/english/merging.ts';
import { outsideWords } from './wording/english/outside.ts';
import { pagesWords } from './wording/english/pages.ts';
import { peopleWords } from './wording/english/people.ts';
import { picturesWords } from './wording/english/pictures.ts';
import { programsWords, webhooksWords } from './wording/english/programs.ts';
import { publishingWords } from './wording/english/publishing.ts';
import { queueWords } from './wording/english/queue.ts';
import { recordWords } from './wording/english/record.ts';
import { respondWords } from './wording/english/respond.ts';
import { responsesWords } from './wording/english/responses.ts';
import { reviewsWords } from './wording/english/reviews.ts';
import { seriesWords } from './wording/english/series.ts';
import { settingsWords } from './wording/english/settings.ts';
import { signingInWords } from './wording/english/signing-in.ts';
import { staffWords } from './wording/english/staff.ts';
import { suspensionsWords } from './wording/english/suspensions.ts';
import { tagsWords } from './wording/english/tags.ts';
import { tellingWords } from './wording/english/telling.ts';
import { writingWords } from './wording/english/writing.ts';
import { youWords } from './wording/english/you.ts';

/** Everything that the desk says, in one language: another language is another object of this type. */
export type DeskWording = typeof english;

/** The desk's wording for a BCP 47 locale. English is the only one so far. */
export function deskWordingFor(_locale: string): DeskWording {
  return english;
}

export const english = {
  ...frameWords,
  ...signingInWords,
  ...homeWords,
  ...homeChartsWords,
  ...jobsWords,
  ...responsesWords,
  ...aloneWords,
  ...queueWords,
  ...floodWords,
  ...tellingWords,
  ...peopleWords,
  ...casesWords,
  ...reviewsWords,
  ...suspensionsWords,
  ...articlesWords,
  ...articleResponsesWords,
  ...bylinesWords,
  ...correctionsWords,
  ...writingWords,
  ...claimsWords,
  ...attributionsWords,
  ...respondWords,
  ...mergingWords,
  ...publishingWords,
  ...picturesWords,
  ...recordWords,
  ...outsideWords,
  ...programsWords,
  ...webhooksWords,
  ...settingsWords,
  ...filtersWords,
  ...linksWords,
  ...lookWords,
  ...youWords,
  ...staffWords,
  ...tagsWords,
  ...seriesWords,
  ...pagesWords,
  ...menuWords,
};
