/** What was typed into a field, without what no one types and with one kind of line break. */
export function typed(value = ''): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
