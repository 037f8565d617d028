/** What the editor says, in the language of the desk: the page brings it. */
export type EditorWords = {
  words: string;
  minutes: string;
  footnote: string;
  found: string;
  notFound: string;
  keptHere: string;
  keptThere: string;
  notKept: string;
  openBy: string;
  alone: string;
  newer: string;
  altNeeded: string;
  noAddress: string;
  noPicture: string;
  pictureFailed: string;
  pictureOffline: string;
  uploading: string;
};

/** A sentence with its places filled in: `{n} words`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
