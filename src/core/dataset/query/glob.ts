/** A pattern with `*` for any text; `\*` is a star itself. Matched piece by piece, so that no pattern takes long. */
export interface Glob {
  /** The whole line. */
  matches(line: string): boolean;
  /** One of the lines of a text, each between line feeds. */
  matchesLine(text: string): boolean;
}

/** Has the text a `*` that stands for any text? */
export function hasStar(text: string): boolean {
  return /(^|[^\\])(\\\\)*\*/.test(text);
}

/**
 * Reads a pattern.
 *
 * @param open - text may stand before and after it too
 */
export function glob(pattern: string, { open = false } = {}): Glob {
  const pieces = piecesOf(pattern);
  if (open) {
    pieces.unshift('');
    pieces.push('');
  }
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a));

  const matches = (line: string): boolean => {
    if (pieces.length === 1) return line === first;
    if (line.length < first.length + last.length || !line.startsWith(first) || !line.endsWith(last)) return false;
    const end = line.length - last.length;
    let from = first.length;
    for (const piece of middle) {
      const at = line.indexOf(piece, from);
      if (at < 0 || at + piece.length > end) return false;
      from = at + piece.length;
    }
    return true;
  };

  // Only lines that hold the longest piece are looked at.
  const matchesLine = (text: string): boolean => {
    for (let from = 0; ; ) {
      const at = text.indexOf(longest, from);
      if (at < 0) return false;
      const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
      const feed = text.indexOf('\n', at);
      const end = feed < 0 ? text.length : feed;
      if (end > start && matches(text.slice(start, end))) return true;
      if (end >= text.length) return false;
      from = end + 1;
    }
  };
  return { matches, matchesLine };
}

/** The texts between the stars, at least one. */
function piecesOf(pattern: string): string[] {
  const pieces = [''];
  for (let at = 0; at < pattern.length; at++) {
    const escaped = pattern[at] === '\\' && (pattern[at + 1] === '*' || pattern[at + 1] === '\\');
    if (escaped) at++;
    if (pattern[at] === '*' && !escaped) pieces.push('');
    else pieces[pieces.length - 1] += pattern[at] ?? '';
  }
  return pieces;
}
