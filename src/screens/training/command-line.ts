import { shellWord } from '../../runner/engines/shell-word.js';

/** A command as one could type it: variables, program, arguments, each quoted for a shell where it must be. */
export function commandLine(argv: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  // No process can be given a NUL, so one can only stand in a damaged file; it must not stop the showing.
  const word = (text: string) => shellWord(text.replaceAll('\0', '\u2400'));
  const variables = Object.entries(env).map(([name, value]) => `${name}=${word(value)}`);
  return [...variables, ...argv.map(word)].join(' ');
}
