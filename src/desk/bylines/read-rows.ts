import { guestInput, type NamedWriter } from '../../articles/guests/guest.ts';
import { faultsOfForm } from '../frame/form-faults.ts';
import type { FormFault } from '../frame/form-field.tsx';
import { rowFields } from './bylines-page.tsx';

type Row = Record<(typeof rowFields)[number], string> & { index: number };
type Values = Readonly<Record<string, string>>;

/** The names of the form in their new order, or why they cannot be taken; `rows` is where each stood. */
export function readRows(
  values: Values,
  most: number,
): { writers: NamedWriter[]; rows: Row[]; faults: FormFault[] } {
  const rows = rowsOf(values, most)
    .filter((row) => [row.name, row.note, row.url].some((text) => text.trim() !== ''))
    .sort((a, b) => orderOf(a.number) - orderOf(b.number));
  const writers: NamedWriter[] = [];
  const faults: FormFault[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const read = readRow(row);
    faults.push(...read.faults.map(({ field, sentence }) => ({ field: `${field}-${row.index}`, sentence })));
    if (read.writer && seen.has(read.writer.name))
      faults.push({
        field: `name-${row.index}`,
        sentence: `“${read.writer.name}” is there twice: take one away.`,
      });
    if (!read.writer) continue;
    seen.add(read.writer.name);
    writers.push(read.writer);
  }
  return { writers, rows, faults };
}

function readRow({ name, kind, note, url }: Row): { writer?: NamedWriter; faults: FormFault[] } {
  const parsed = guestInput.safeParse({ name, note, url });
  if (!parsed.success) return { faults: faultsOfForm(parsed.error) };
  const { name: tidied, ...facts } = parsed.data;
  if (kind === 'guest') return { writer: { name: tidied, guest: facts }, faults: [] };
  if (facts.note === '' && facts.url === null) return { writer: { name: tidied, guest: null }, faults: [] };
  const sentence = 'A note and a page stand beside guests alone: choose “Guest”, or empty both.';
  return { faults: [{ field: 'kind', sentence }] };
}

function rowsOf(values: Values, most: number): Row[] {
  return Array.from({ length: most }, (_, index) => ({
    ...(Object.fromEntries(rowFields.map((name) => [name, values[`${name}-${index}`] ?? ''])) as Omit<
      Row,
      'index'
    >),
    index,
  }));
}

/** What is no number goes behind all that are. */
function orderOf(number: string): number {
  const value = Number(number.trim().replace(',', '.') || Number.NaN);
  return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
}
