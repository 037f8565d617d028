import type { EditableArticle } from '../../articles/queries.ts';
import type { Stage } from '../../staff/permissions.ts';

/** Everything that the publishing page of one article shows. */
export type PublishingView = {
  article: Pick<EditableArticle, 'id' | 'title' | 'path' | 'updatedAt'>;
  stage: Stage;
};
