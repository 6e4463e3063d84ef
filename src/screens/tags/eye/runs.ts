import stringWidth from 'string-width';
import { printable } from '../../../core/printable.js';
import { chunkTokens } from '../../../core/clip/count-tokens.js';
import type { EyeLook } from './look.js';

/** Text that looks alike. `mark` is the border of a chunk, `past` what is no longer read. */
export interface Run {
  text: string;
  look: 'kept' | 'plain' | 'mark' | 'past';
}

/** What is fed in the first draw, with the borders of the chunks in it. */
export function runsOf({ draws, ends, cutAt }: EyeLook): Run[] {
  const fed = draws[0];
  if (!fed) return [];
  const runs: Run[] = [];
  let at = 0;
  for (const [index, part] of fed.parts.entries()) {
    const text = index < fed.parts.length - 1 ? `${part.text}, ` : part.text;
    const look = part.role === 'kept' || part.role === 'end' ? 'kept' : 'plain';
    addWithMarks(runs, text, at, look, ends, cutAt);
    at += text.length;
  }
  return runs;
}

function addWithMarks(runs: Run[], text: string, offset: number, look: Run['look'], ends: readonly number[], cutAt: number | null): void {
  let from = 0;
  for (const [number, end] of ends.entries()) {
    const to = end - offset;
    // A border right at the end of a part belongs to the next one.
    if (to < from || to >= text.length || to < 0) continue;
    add(text.slice(from, to), from);
    runs.push({ text: `┃${(number + 1) * chunkTokens}┃`, look: 'mark' });
    from = to;
  }
  add(text.slice(from), from);

  function add(piece: string, start: number): void {
    if (piece !== '') runs.push({ text: printable(piece), look: cutAt !== null && offset + start >= cutAt ? 'past' : look });
  }
}

/** Runs wrapped at spaces into lines of at most `width` cells; a longer word is cut into pieces. */
export function wrapRuns(runs: readonly Run[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  const put = (text: string, look: Run['look']) => {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (last?.look === look) last.text += text;
    else line?.push({ text, look });
    used += stringWidth(text);
  };
  for (const { text, look } of runs) {
    for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
      const room = () => width - used;
      if (stringWidth(word.trimEnd()) > room() && used > 0) {
        lines.push([]);
        used = 0;
      }
      let rest = word;
      while (stringWidth(rest.trimEnd()) > width) {
        const piece = fitting(rest, width);
        put(piece, look);
        rest = rest.slice(piece.length);
        lines.push([]);
        used = 0;
      }
      put(stringWidth(rest) > room() ? rest.trimEnd() : rest, look);
    }
  }
  return lines;
}

/** As many whole characters as fit, at least one. */
function fitting(text: string, width: number): string {
  let out = '';
  for (const character of text) {
    if (out !== '' && stringWidth(out + character) > width) break;
    out += character;
  }
  return out;
}
