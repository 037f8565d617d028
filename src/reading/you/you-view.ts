import type { OwnView } from '../../pseudonyms/what-is-kept.ts';
import type { PublicationView } from '../../publication/publication-view.ts';

/** What was refused: the field at fault, and what was typed there. */
export type YouRefusal = { form: string; field: string | null; sentence: string; typed: string };

/** A writer's own page: what they have, what was just done or refused, and whether letters go out. */
export type YouProps = {
  publication: PublicationView;
  own: OwnView;
  done: string | null;
  refusal: YouRefusal | null;
  mail: boolean;
};
