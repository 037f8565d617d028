/** A colour as `#rrggbb`. */
export type Hex = string;

/** Whether a text is a colour as `#rrggbb`. */
export function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The lowest contrast that a colour has with any of several grounds. */
export function leastContrast(colour: Hex, grounds: readonly Hex[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)));
}

/** Relative luminance, 0 to 1 (WCAG 2.2, “relative luminance”). */
function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Hex): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** So much (0 to 1) of another colour put into one. */
export function mix(colour: Hex, other: Hex, share: number): Hex {
  const others = channels(other);
  const mixed = channels(colour).map((channel, index) => {
    const part = Math.round(channel + ((others[index] ?? 0) - channel) * share);
    return part.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** The nearest darker or lighter colour that has a contrast with every ground; null where neither black nor white has. */
export function nearestWith(colour: Hex, grounds: readonly Hex[], ratio: number): Hex | null {
  const steps = 128;
  for (let step = 0; step <= steps; step += 1)
    for (const end of ['#000000', '#ffffff']) {
      const tried = mix(colour, end, step / steps);
      if (leastContrast(tried, grounds) >= ratio) return tried;
    }
  return null;
}
