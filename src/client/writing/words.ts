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
