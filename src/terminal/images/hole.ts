import { rgbParts } from '../cell.js';

/**
 * A hole is where a picture shows: text that takes its place in the layout and that the screen replaces by the picture's
 * cells. Every cell of it says which part of which picture it is, so it does not matter what of the hole is covered,
 * clipped or scrolled away: the column is the character (private-use plane 16), the picture's number and the row are the
 * foreground colour.
 */
const first = 0x100000;
const columns = 4096;

/** The highest number that a picture can have. */
export const maxHoleId = 0xffff;
/** The tallest hole, in rows. */
const maxHoleHeight = 256;

/**
 * The text of a hole, lines joined by a line feed, for one Ink `<Text>` in a box of exactly that size. It brings its own
 * colour codes, so the `<Text>` must set no colour.
 * @param id the picture's number in the layer, 1–65535
 * @param width columns @param height rows, at most 256
 */
export function holeText(id: number, width: number, height: number): string {
  const lines: string[] = [];
  const columnMarks = row(Math.max(0, Math.min(width, columns)));
  for (let y = 0; y < Math.min(height, maxHoleHeight); y++) {
    lines.push(`\u001b[38;2;${(id >> 8) & 255};${id & 255};${y}m${columnMarks}\u001b[39m`);
  }
  return lines.join('\n');
}

function row(width: number): string {
  let text = '';
  for (let x = 0; x < width; x++) text += String.fromCodePoint(first + x);
  return text;
}

/** Is a character one of a hole's? */
export function isHole(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code >= first && code < first + columns;
}

/** Which part of which picture a hole's cell is; null when the colour is not one of a hole. */
export function holePart(char: string, fg: number): { id: number; x: number; y: number } | null {
  const parts = rgbParts(fg);
  if (!parts || !isHole(char)) return null;
  return { id: (parts[0] << 8) | parts[1], x: (char.codePointAt(0) ?? first) - first, y: parts[2] };
}
