import stringWidth from 'string-width';
import { cut } from '../parts/text.js';

const segmenter = new Intl.Segmenter();

/** How a log is shown: rows of cells, long lines going on in the next row or cut. */
export interface LogShape {
  rows: number;
  width: number;
  wrapped: boolean;
}

/** Rows of a log that are seen, and how many lines lie below them. */
export interface LogWindow {
  rows: string[];
  below: number;
}

/** The rows of a log from the line `at` on; with null, or when these do not fill the place, its end. */
export function logWindow(lines: readonly string[], at: number | null, shape: LogShape): LogWindow {
  const shown: string[] = [];
  let next = at ?? lines.length;
  for (; next < lines.length && shown.length < shape.rows; next++) shown.push(...rowsOf(lines[next] ?? '', shape));
  if (shown.length >= shape.rows) return { rows: shown.slice(0, shape.rows), below: lines.length - next };
  const end = lines.slice(firstOfEnd(lines, shape)).flatMap((line) => rowsOf(line, shape));
  return { rows: end.slice(-shape.rows), below: 0 };
}

/** The line with which the end of a log begins when it fills the place. */
export function firstOfEnd(lines: readonly string[], shape: LogShape): number {
  let rows = 0;
  let at = lines.length;
  while (at > 0 && rows < shape.rows) rows += rowsOf(lines[--at] ?? '', shape).length;
  return at;
}

function rowsOf(line: string, { width, wrapped }: LogShape): string[] {
  return wrapped ? pieces(line, width) : [cut(line, width)];
}

/** A line in pieces of at most `width` cells, cut anywhere as a terminal does, so that indentation and paths stay as they are. */
function pieces(line: string, width: number): string[] {
  if (line.length <= width && stringWidth(line) <= width) return [line];
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const { segment } of segmenter.segment(line)) {
    const cells = stringWidth(segment);
    if (used + cells > width) {
      rows.push(row);
      row = '';
      used = 0;
    }
    row += segment;
    used += cells;
  }
  return [...rows, row];
}
