import { isHex } from '../lib/contrast.ts';
import {
  type ChosenColours,
  chosen,
  leastForText,
  ownPalettes,
  paletteOf,
  ratioText,
  readingsOf,
  type Scheme,
  schemes,
} from '../lib/palette.ts';
import { apparatusFaces, measures, readingFaces, sizes } from '../lib/typefaces.ts';

/** The preview follows what is typed; each colour gets a picker beside its field. */
function follow(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[data-colour]')) addPicker(field);
  form.addEventListener('input', () => draw(form));
  draw(form);
}

function addPicker(field: HTMLInputElement): void {
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.className = 'picker';
  picker.setAttribute('aria-label', field.labels?.[0]?.textContent ?? field.name);
  const copy = () => {
    if (isHex(field.value.trim())) picker.value = field.value.trim().toLowerCase();
  };
  copy();
  field.addEventListener('input', copy);
  picker.addEventListener('input', () => {
    field.value = picker.value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  field.after(picker);
}

function draw(form: HTMLFormElement): void {
  const typed = new FormData(form);
  const value = (key: string) => String(typed.get(key) ?? '').trim();
  for (const scheme of schemes) drawScheme(scheme, value);
}

function drawScheme(scheme: Scheme, value: (key: string) => string): void {
  const colours = coloursIn(scheme, value);
  const tokens: Record<string, string | undefined> = {
    ...paletteOf(scheme, colours),
    serif: entry(readingFaces, value('look.reading-face')),
    sans: entry(apparatusFaces, value('look.apparatus-face')),
    measure: entry(measures, value('look.measure')),
    s0: entry(sizes, value('look.size')),
  };
  const specimen = document.querySelector<HTMLElement>(`.specimen.${scheme}`);
  for (const [name, each] of Object.entries(tokens)) if (each) specimen?.style.setProperty(`--${name}`, each);
  for (const { colour, ratio } of readingsOf(scheme, colours)) {
    const output = document.querySelector<HTMLElement>(`[data-reading="${scheme} ${colour}"]`);
    if (!output) continue;
    output.textContent = (output.textContent ?? '').replace(/[\d.]+/, ratioText(ratio));
    output.classList.toggle('red', ratio < leastForText);
  }
}

function coloursIn(scheme: Scheme, value: (key: string) => string): ChosenColours {
  const own = ownPalettes[scheme];
  const pairs = chosen.map((colour) => {
    const typed = value(scheme === 'light' ? `look.${colour}` : `look.dark.${colour}`);
    return [colour, isHex(typed) ? typed.toLowerCase() : own[colour === 'accent' ? 'red' : colour]];
  });
  return Object.fromEntries(pairs) as ChosenColours;
}

function entry(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-look]')) follow(form);
