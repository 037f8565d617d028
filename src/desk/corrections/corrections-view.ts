import type { CorrectionView } from '../../articles/corrections/correction-view.ts';
import type { Withheld } from '../../articles/revisions/queries.ts';
import type { Stage } from '../../staff/permissions.ts';
import type { FormState } from '../frame/form-field.tsx';

/** A version that a correction may belong to. */
export type VersionChoice = { number: number; at: string };

/** An article's corrections at the desk: those given, and the form to give or to change one. */
export type CorrectionsView = {
  article: { id: string; title: string; path: string | null };
  stage: Stage;
  corrections: CorrectionView[];
  versions: VersionChoice[];
  /** The correction whose note is being changed, as it was seen; null while a new one is written. */
  changing: { number: number; version: number } | null;
  form: FormState;
  /** The withdrawal that was refused, with what was typed. */
  withdrawing: { number: number; form: FormState } | null;
  versionsWithheld: ReadonlyMap<number, Withheld>;
  /** A version opened to be read at the desk. */
  reading: { number: number; title: string; standfirst: string; source: string } | null;
  /** Why a version was not withheld or shown. */
  versionFault: string | null;
  /** A code of what was done just now; null where nothing was. */
  done: string | null;
};
