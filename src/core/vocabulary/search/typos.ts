import type { Range } from './ranges.js';

/** What may have been meant by a byte: letters, digits, and what stands between words. */
const alphabet = new TextEncoder().encode("abcdefghijklmnopqrstuvwxyz0123456789_-()'");

/** A longer text is not looked at for mistakes: it was not typed. */
const longest = 32;

/**
 * Calls back with each stretch of an ordered list that begins with the typed bytes after one edit: a byte too many, one
 * missing, a wrong one, or two that changed places. An edit behind the first byte with which nothing begins any more
 * cannot help, so that few are tried.
 *
 * @param rangeOf the stretch that begins with these bytes
 */
export function eachTypo(typed: Uint8Array, rangeOf: (prefix: Uint8Array) => Range, found: (range: Range) => void): void {
  if (typed.length < 4 || typed.length > longest) return;
  let last = 0;
  while (last < typed.length) {
    const [from, to] = rangeOf(typed.subarray(0, last + 1));
    if (from === to) break;
    last++;
  }
  const edit = new Uint8Array(typed.length + 1);
  const look = (length: number) => {
    const range = rangeOf(edit.subarray(0, length));
    if (range[0] < range[1]) found(range);
  };
  for (let at = 0; at <= Math.min(last, typed.length - 1); at++) {
    // Without its last byte, or with any other in its place, the text is only a shorter one.
    const isLast = at === typed.length - 1;
    edit.set(typed.subarray(0, at));
    edit.set(typed.subarray(at + 1), at);
    if (!isLast) look(typed.length - 1);
    if (at + 1 < typed.length && typed[at] !== typed[at + 1]) {
      edit.set(typed);
      edit[at] = typed[at + 1] ?? 0;
      edit[at + 1] = typed[at] ?? 0;
      look(typed.length);
    }
    for (const byte of alphabet) {
      edit.set(typed);
      if (byte !== typed[at] && !isLast) {
        edit[at] = byte;
        if (worth(edit.subarray(0, at + 1), rangeOf)) look(typed.length);
      }
      edit.set(typed.subarray(0, at));
      edit[at] = byte;
      edit.set(typed.subarray(at), at + 1);
      if (worth(edit.subarray(0, at + 1), rangeOf)) look(typed.length + 1);
    }
  }
}

/** Does anything begin so? Most edits are done with by this. */
function worth(prefix: Uint8Array, rangeOf: (prefix: Uint8Array) => Range): boolean {
  const [from, to] = rangeOf(prefix);
  return from < to;
}
