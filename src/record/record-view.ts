/** A line of the public record in plain words. */
export type RecordLine = {
  seq: number;
  at: string;
  /** “Response 6 removed”: never repeats the words. */
  heading: string;
  /** “By a moderator.” */
  by: string;
  /** “Rule 3: …”, or null. */
  reason: string | null;
  on: { title: string; path: string } | null;
  /** Hash of the chain at this line, hexadecimal. */
  hash: string;
};

/** Decisions of a month, `2026-11`, in the publication's zone. */
export type MonthOfDecisions = { month: string; removed: number; restored: number };

export type RecordPage = {
  lines: RecordLine[];
  /** The last months, the oldest first; none on any page but the first. */
  months: MonthOfDecisions[];
  /** What the lines are narrowed to, as it was typed; and what may be chosen. */
  narrowing: {
    kind: string;
    asked: { article: string; reason: string; role: string; regime: string; from: string; to: string };
    reasons: { code: string; label: string }[];
    regimes: { code: string; label: string }[];
  };
  /** How many lines it finds; null where nothing is narrowed. */
  found: number | null;
  filters: { label: string; path: string; count: number; current: boolean }[];
  head: { seq: number; hash: string; at: string } | null;
  /** Up to which line others have cosigned it; null where nobody has. */
  witnessed: number | null;
  /** Path of the page with older lines, or null. */
  older: string | null;
  newer: string | null;
};
