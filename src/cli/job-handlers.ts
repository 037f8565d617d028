import { publishDue } from '../articles/publish-due.ts';
import type { Handlers } from '../jobs/run-jobs.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { takeEffect } from '../moderation/press-release.ts';

/** What to do for each kind of job. */
export const jobHandlers: Handlers = {
  'article.publish-due': publishDue,
  'comment.release': takeEffect,
  'mail.send': sendLetter,
};
