import type { Format, Stilled } from './picture.ts';

/** What the process that makes files of a picture is told. */
export type Develop = {
  /** The address of the package that decodes: the process has no folder of its own to look it up from. */
  sharp: string;
  input: string;
  /** An empty folder. */
  output: string;
  /** What its first bytes say it is. */
  format: Format;
  limits: { pixels: number; frames: number };
  widths: number[];
  largest: { width: number; height: number };
  /** The width of the JPEG that other programs show. */
  shared: number;
};

/** What was made: the files lie in the output folder under their names. */
export type Made = {
  width: number;
  height: number;
  animated: boolean;
  stilled: Stilled | null;
  files: { name: string; width: number; height: number; format: string }[];
};

export type DevelopAnswer =
  | { made: Made }
  | { refused: 'too-many-pixels'; width: number; height: number }
  | { refused: 'broken'; detail: string };
