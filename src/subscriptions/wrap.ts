const width = 72;

/** Breaks the lines of a plain text between words; a word that is longer than a line stays whole. */
export function wrapText(text: string): string {
  return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  const lines: string[] = [];
  const [first = '', ...words] = line.split(' ');
  let current = first;
  for (const word of words) {
    if ([...current].length + 1 + [...word].length > width) {
      lines.push(current);
      current = word;
    } else current = `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}
