/**
 * Can a full-screen program run here? Null when it can, else a sentence that says why not.
 * @param stdin @param stdout the program's streams
 */
export function isUsableTerminal(
  stdin: { isTTY?: boolean; setRawMode?: unknown },
  stdout: { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  if (!stdout.isTTY) return 'The output is not a terminal, so the screens cannot be shown.';
  if (!stdin.isTTY || typeof stdin.setRawMode !== 'function') return 'The input is not a terminal, so there are no keys to read.';
  if (env['TERM'] === 'dumb') return 'This terminal says that it cannot move its cursor (TERM=dumb), so the screens cannot be shown.';
  return null;
}
