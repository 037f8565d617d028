import type { Handlers } from '../jobs/run-jobs.ts';
import { takeEffect } from '../moderation/press-release.ts';

/** What to do for each kind of job. */
export const jobHandlers: Handlers = { 'comment.release': takeEffect };
