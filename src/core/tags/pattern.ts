import { Script, createContext } from 'node:vm';
import { printable } from '../printable.js';

/** A regular expression that cannot be used: it cannot be read, or takes too long. Its message is one sentence. */
export class InvalidPattern extends Error {
  override readonly name = 'InvalidPattern';
}

/** How long an expression may work on all captions together, in milliseconds. */
export const patternMs = 2000;

const script = new Script(`
  (() => {
    const expression = new RegExp(source, flags);
    return JSON.stringify(JSON.parse(texts).map((text) => text.replace(expression, replacement)));
  })()
`);

/**
 * Replaces in texts by a regular expression, every match in each. `$1`, `$<name>` and `$&` stand for what matched.
 *
 * Some expressions, such as `(a+)+b`, take longer than anyone lives. V8 has no engine that excludes this for all that can be
 * written, so it runs in a context of its own that is stopped when its time is over.
 *
 * @param matchCase - otherwise case is ignored
 * @throws InvalidPattern when it cannot be read, or is not done in time
 */
export function replaceByPattern(
  texts: readonly string[],
  source: string,
  replacement: string,
  { matchCase = false, limitMs = patternMs }: { matchCase?: boolean; limitMs?: number } = {},
): string[] {
  const flags = `g${matchCase ? '' : 'i'}m`;
  const context = createContext({ __proto__: null, source, flags: flagsFor(source, flags), replacement, texts: JSON.stringify(texts) });
  try {
    return JSON.parse(String(script.runInContext(context, { timeout: limitMs }))) as string[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new InvalidPattern(`The expression ${printable(source)} is not done after ${limitMs / 1000} s: it tries too many ways to match, as (a+)+ does.`);
  }
}

/** With whole characters where the expression allows it; older ones may escape what needs no escape. */
function flagsFor(source: string, flags: string): string {
  try {
    new RegExp(source, `${flags}u`);
    return `${flags}u`;
  } catch {
    try {
      new RegExp(source, flags);
      return flags;
    } catch (error) {
      const why = (error as Error).message.replace(/^Invalid regular expression: .*: /s, '');
      throw new InvalidPattern(`The expression ${printable(source)} cannot be read: ${printable(why)}.`);
    }
  }
}
