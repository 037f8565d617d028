import type { NoticeFault, NoticeKind, NoticeValues } from '../../notices/notice.ts';

/** The form of one kind of complaint as it stands: empty or refused; what was typed always comes back. */
export type ComplaintForm = {
  kind: NoticeKind;
  values: NoticeValues;
  faults: NoticeFault[];
  /** What concerns the whole form: a pace, a broken encoding. */
  refusal: string | null;
  /** Whether it may be sent although parts are missing. */
  incomplete: boolean;
};
