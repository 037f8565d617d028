import * as z from 'zod';

/** How a setting is asked for at the desk. */
export type Control =
  | { kind: 'line' }
  | { kind: 'lines'; rows: number }
  | { kind: 'number'; least: number; most: number; unit: string }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'zone' }
  | { kind: 'colour' };

/** One setting: what it may be, what it is until somebody decides, and what it means. */
export type Setting = {
  shape: z.ZodType<string>;
  control: Control;
  default: string;
  /** Whether the record tells readers that it was changed. */
  public: boolean;
  meaning: string;
};

/** One line that may be empty. */
export const shortLine = (most: number) => ({
  shape: oneLine(z.string().trim().max(most, `must be at most ${most} characters`)),
  control: { kind: 'line' } as const,
});

/** One line that says something. */
export const line = (most: number) => ({
  shape: oneLine(
    z.string().trim().min(1, 'must not be empty').max(most, `must be at most ${most} characters`),
  ),
  control: { kind: 'line' } as const,
});

/** Several lines that may be empty. */
export const shortText = (most: number, rows = 4) => ({
  shape: z.string().overwrite(plainBreaks).max(most, `must be at most ${most} characters`),
  control: { kind: 'lines', rows } as const,
});

/** Several lines that say something. */
export const text = (most: number, rows = 8) => ({
  shape: shortText(most).shape.min(1, 'must not be empty'),
  control: { kind: 'lines', rows } as const,
});

/** A whole number of something, such as “days”. */
export const whole = (least: number, most: number, unit: string) => ({
  shape: z
    .string()
    .trim()
    .refine(
      (typed) => /^\d{1,9}$/.test(typed) && Number(typed) >= least && Number(typed) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .overwrite((typed) => String(Number(typed))),
  control: { kind: 'number', least, most, unit } as const,
});

/** One of a few. */
export const choice = <const T extends readonly string[]>(values: T) => ({
  shape: z
    .string()
    .trim()
    .refine((typed) => values.includes(typed), `must be one of ${values.join(', ')}`),
  control: { kind: 'choice', values } as const,
});

/** A text that a function knows; one that throws a `RangeError` does not. */
export const known = (test: (typed: string) => boolean, sentence: string) => ({
  shape: z
    .string()
    .trim()
    .refine((typed) => succeeds(() => test(typed)), sentence),
});

function oneLine(shape: z.ZodString) {
  return shape.refine((typed) => !/\p{Cc}/u.test(typed), 'must be one line');
}

function plainBreaks(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').trim();
}

function succeeds(test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
