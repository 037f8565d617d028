// Markdown tables that can be read as they are: columns of one width.

/** A table of texts; the first `texts` columns are words, the others numbers, set to the right. */
export function table(head, rows, { texts }) {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column].length)),
  );
  const pad = (text, column) =>
    column < texts ? text.padEnd(widths[column]) : text.padStart(widths[column]);
  const line = (cells) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A number with three digits that matter, or whole with commas. */
export function figure(number) {
  if (!Number.isFinite(number)) return '–';
  if (number >= 100) return Math.round(number).toLocaleString('en-GB');
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
