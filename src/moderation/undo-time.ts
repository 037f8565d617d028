/** A release pressed at the desk can be undone for so long, and takes effect only then. */
export const undoMilliseconds = 10_000;
