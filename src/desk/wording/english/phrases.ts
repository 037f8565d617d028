const figures = new Intl.NumberFormat('en-GB');
/** A number with its thousands apart. */
export const count = (number: number) => figures.format(number);
/** “1 word”, “1,204 words”. */
export const some = (number: number, one: string, many: string) =>
  `${count(number)} ${number === 1 ? one : many}`;

/** “6 min”, “1 h 52 min”, “3 days”. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return some(Math.floor(hours / 24), 'day', 'days');
}

/** “1 second”, “10 seconds”. */
export const seconds = (number: number) => some(number, 'second', 'seconds');
