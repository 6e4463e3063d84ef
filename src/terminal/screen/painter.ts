import { linkShift, pictured } from '../cell.js';
import { graphicChar } from './graphic-cell.js';
import type { Line } from './line.js';
import type { Links } from './links.js';
import { move } from './move.js';
import type { Scroll } from './scroll.js';
import { sgrBetween, type Pen } from './sgr.js';
import { widthIsSure } from './width.js';

/** A run of unchanged cells up to this long is written again when that is no longer than stepping over it. */
const shortGap = 4;
/** Blank cells from here to the end of the row are erased when there are at least this many. */
const longBlank = 4;
/** Blank cells before other text are erased by their number when there are at least this many. */
const longGap = 9;

/**
 * Writes the difference between what is on the terminal and what should be there: the shortest move to each run of
 * changed cells, the shortest change of style, and the text.
 */
export class Painter {
  private readonly pen: Pen = { fg: 0, bg: 0, attributes: 0 };
  private x = -1;
  private y = -1;
  private text = '';

  constructor(
    private readonly columns: number,
    private readonly links: Links,
    /** No colours are wanted (NO_COLOR); bold, inverse and the like are no colours and stay. */
    private readonly colorless = false,
  ) {}

  /** Where the cursor is taken to be is forgotten, and the style is the terminal's own. */
  start(): void {
    this.text = '';
    this.x = -1;
    this.y = -1;
  }

  /** Erases the whole screen; it counts as blank from then on. */
  clear(): void {
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.text += '\u001b[H\u001b[2J';
    this.x = 0;
    this.y = 0;
  }

  /**
   * Moves the cells of a rectangle, on the terminal and in `shown`. Lines are taken out and put in within margins: that
   * every terminal knows, and what leaves the margins never becomes part of what can be scrolled back to.
   */
  scroll({ top, bottom, left, right, by }: Scroll, shown: readonly Line[]): void {
    const across = left > 0 || right < this.columns;
    const count = Math.abs(by);
    // What comes in has the background in force.
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.text += `${across ? `\u001b[?69h\u001b[${left + 1};${right}s` : ''}\u001b[${top + 1};${bottom}r`;
    this.text += `${move(-1, -1, left, top)}\u001b[${count === 1 ? '' : count}${by > 0 ? 'M' : 'L'}`;
    this.text += `${across ? '\u001b[?69l' : ''}\u001b[r`;
    // Where margins leave the cursor is not the same everywhere.
    this.x = -1;
    this.y = -1;
    const rows = Array.from({ length: bottom - top }, (_, i) => (by > 0 ? top + i : bottom - 1 - i));
    for (const y of rows) {
      const from = y + by >= top && y + by < bottom ? shown[y + by] : undefined;
      shown[y]?.takeOver(from, left, right);
    }
  }

  /** Draws the changed cells of one row and takes them over into `shown`. */
  row(y: number, shown: Line, wanted: Line): void {
    let x = 0;
    while (x < this.columns) {
      if (wanted.same(x, shown)) {
        x++;
        continue;
      }
      // The second half of a wide character is drawn with its first.
      while (x > 0 && wanted.chars[x] === '') x--;
      if (this.eraseRest(x, y, shown, wanted)) return;
      this.goTo(x, y, shown);
      x = this.run(x, y, shown, wanted);
    }
  }

  /**
   * Draws a graphic with its top left at a cell, on cleared ground, and takes its cells over into `shown`.
   * @param cells its cells as `shown` is to hold them, row by row
   */
  graphic(x: number, y: number, draw: string, shown: readonly Line[], cells: readonly Line[]): void {
    for (const [row, line] of cells.entries()) {
      const under = shown[y + row];
      if (!under) continue;
      this.clearSpan(x, y + row, line.width, under);
      for (let i = 0; i < line.width; i++) under.put(x + i, line.chars[i] ?? ' ', line.fg[i] ?? 0, line.bg[i] ?? 0, line.attributes[i] ?? 0);
    }
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.place(x, y);
    this.text += draw;
    // Where terminals leave the cursor after a picture differs.
    this.x = -1;
    this.y = -1;
  }

  /** How much is to be sent so far, in code units. */
  get length(): number {
    return this.text.length;
  }

  /** Places the cursor. */
  place(x: number, y: number): void {
    this.text += move(this.x, this.y, x, y);
    this.x = x;
    this.y = y;
  }

  /** What to send, with the style and any link set back to the terminal's own; empty when nothing changed. */
  finish(): string {
    this.style({ fg: 0, bg: 0, attributes: 0 });
    return this.text;
  }

  /** Draws changed cells from `x` on and gives the column after them. */
  private run(x: number, y: number, shown: Line, wanted: Line): number {
    while (x < this.columns && !wanted.same(x, shown)) {
      if (wanted.blank(x)) {
        if (this.blankFrom(x, wanted, shown)) return x;
        const end = this.blankUntil(x, wanted, shown);
        if (end - x >= longGap) {
          this.erase(x, end, shown, wanted);
          return end;
        }
      }
      x = this.cell(x, shown, wanted);
      if (this.y !== y) return x;
    }
    return x;
  }

  /** Draws one cell with its second half and gives the column after it. */
  private cell(x: number, shown: Line, wanted: Line): number {
    const char = wanted.chars[x] ?? ' ';
    this.style({ fg: wanted.fg[x] ?? 0, bg: wanted.bg[x] ?? 0, attributes: wanted.attributes[x] ?? 0 });
    this.text += char === '' || char === graphicChar ? ' ' : char;
    let next = x;
    do shown.copy(next, wanted);
    while (++next < this.columns && wanted.chars[next] === '');
    // At the last column the cursor waits to wrap, and after some characters terminals disagree: then it is placed anew.
    if (next >= this.columns || !widthIsSure(char)) {
      this.x = -1;
      this.y = -1;
    } else this.x = next;
    return next;
  }

  /** Moves to a cell, over a short gap by writing what is there already. */
  private goTo(x: number, y: number, shown: Line): void {
    if (this.y === y && this.x >= 0 && this.x < x && x - this.x <= shortGap) {
      let same = true;
      for (let i = this.x; i < x && same; i++) same = this.cheap(shown, i);
      if (same) {
        this.text += shown.chars.slice(this.x, x).join('');
        this.x = x;
        return;
      }
    }
    if (this.x !== x || this.y !== y) this.place(x, y);
  }

  /** A cell that costs one byte with the style that is set. */
  private cheap(line: Line, x: number): boolean {
    const code = line.chars[x]?.charCodeAt(0) ?? 0;
    return code >= 0x20 && code < 0x7f && line.fg[x] === this.pen.fg && line.bg[x] === this.pen.bg && line.attributes[x] === this.pen.attributes;
  }

  /** Is the rest of the row blank, with enough to change in it that an erase pays? */
  private blankFrom(x: number, wanted: Line, shown: Line): boolean {
    if (!wanted.blank(x)) return false;
    let changed = 0;
    for (let i = x; i < this.columns; i++) {
      if (!wanted.blank(i)) return false;
      if (!shown.blank(i)) changed++;
    }
    return changed >= longBlank;
  }

  /** The column after the last changed cell of the blank ones from `x` on. */
  private blankUntil(x: number, wanted: Line, shown: Line): number {
    let end = x;
    for (let i = x; i < this.columns && wanted.blank(i); i++) if (!shown.blank(i)) end = i + 1;
    return end;
  }

  /** Erases some cells; the cursor stays on the first. */
  private erase(x: number, end: number, shown: Line, wanted: Line): void {
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.text += `\u001b[${end - x}X`;
    for (let i = x; i < end; i++) shown.copy(i, wanted);
  }

  private clearSpan(x: number, y: number, width: number, shown: Line): void {
    let isBlank = true;
    for (let i = x; i < x + width && isBlank; i++) isBlank = shown.blank(i);
    if (isBlank) return;
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.place(x, y);
    this.text += `\u001b[${width}X`;
  }

  private eraseRest(x: number, y: number, shown: Line, wanted: Line): boolean {
    if (!this.blankFrom(x, wanted, shown)) return false;
    this.goTo(x, y, shown);
    this.style({ fg: 0, bg: 0, attributes: 0 });
    this.text += '\u001b[K';
    for (let i = x; i < this.columns; i++) shown.copy(i, wanted);
    return true;
  }

  private style(wanted: Pen): void {
    const to = this.colorless && !(wanted.attributes & pictured) ? { fg: 0, bg: 0, attributes: wanted.attributes } : wanted;
    if (this.pen.attributes >> linkShift !== to.attributes >> linkShift) this.text += this.links.sequence(to.attributes >> linkShift);
    this.text += sgrBetween(this.pen, to);
    this.pen.fg = to.fg;
    this.pen.bg = to.bg;
    this.pen.attributes = to.attributes;
  }
}
