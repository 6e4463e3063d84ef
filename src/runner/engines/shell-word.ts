/**
 * One word of a POSIX shell line that stands for exactly this text, whatever it holds: quotes, spaces, line ends, `$()`.
 * @throws Error for a NUL character, which no argument, path or variable can hold
 */
export function shellWord(text: string): string {
  if (text.includes('\0')) throw new Error('An argument holds a NUL character, which no program can be given.');
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
