import stringWidth from 'string-width';

/** What to write, and the line that the cursor then stands at the end of. */
interface News {
  text: string;
  open: string | null;
}

/**
 * What of a frame was not said yet. When nothing but the line at the cursor grew or shrank at its end, as it does while
 * somebody types, only those characters are written or taken back; everything else begins a new line.
 *
 * @param before the lines of the last frame @param open the line at the cursor; null before the first
 */
export function whatIsNew(before: readonly string[], frame: readonly string[], open: string | null): News {
  const fresh = newLines(before, frame);
  const [only] = fresh;
  if (only === undefined) return { text: '', open };
  if (fresh.length === 1 && open !== null && newLines(frame, before).join('\n') === open) {
    if (only.startsWith(open)) return { text: only.slice(open.length), open: only };
    // A terminal that stands at its right edge would not go back as far as it went on.
    if (open.startsWith(only)) return { text: '\b \b'.repeat(stringWidth(open.slice(only.length))), open: only };
  }
  return { text: fresh.map((line) => (open === null && line === only ? line : `\r\n${line}`)).join(''), open: fresh.at(-1) ?? open };
}

/** The lines of the second list that are not in the first, in their order; one that stands twice must be there twice. */
function newLines(known: readonly string[], lines: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of known) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
