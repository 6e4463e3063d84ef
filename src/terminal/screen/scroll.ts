import type { Line } from './line.js';

/** A rectangle whose cells move up or down; rows and columns from 0, the ends not included. */
export interface Scroll {
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Rows, up or (negative) down. As many rows come in blank. */
  by: number;
}

/** What a terminal can move: nothing, whole rows, or the rows of some columns too. */
export type Scrolling = 'none' | 'rows' | 'columns';

/** A scroll has to save so many bytes more than it takes itself, as savings are estimates. */
const leastGain = 60;
const takes = { rows: 20, columns: 42 };
/** Pieces of rows, so many columns wide, are looked for elsewhere on the screen; so many must be found at the same distance. */
const piece = 8;
const leastVotes = 3;
/** A piece that is found in more rows than this says nothing. */
const mostPlaces = 6;
/** Beside its cells a changed row costs a move of the cursor and a style. */
const perRow = 6;
const never = -1e9;

/**
 * Which rectangle of the screen to move, and how far, so that less has to be drawn than without; null when that saves
 * nothing worth while. Bytes are estimated, not counted.
 * @param changed the rows that differ
 * @param fixed rows that must stay where they are
 */
export function findScroll(
  shown: readonly Line[],
  wanted: readonly Line[],
  { changed, fixed, columns }: { changed: ReadonlySet<number>; fixed: (y: number) => boolean; columns: boolean },
): Scroll | null {
  let best: { scroll: Scroll; gain: number } | null = null;
  for (const by of likelyShifts(shown, wanted, changed)) {
    const gains = new Gains(shown, wanted, by, fixed);
    for (const found of [gains.rows(), columns ? gains.rectangle() : null]) {
      if (found && found.gain >= leastGain && found.gain > (best?.gain ?? 0)) best = found;
    }
  }
  return best?.scroll ?? null;
}

/** The one or two distances that most pieces of the changed rows have moved by. */
function likelyShifts(shown: readonly Line[], wanted: readonly Line[], changed: ReadonlySet<number>): number[] {
  const width = shown[0]?.width ?? 0;
  const votes = new Map<number, number>();
  for (let x = 0; x + piece <= width; x += piece) {
    const places = new Map<number, number[]>();
    const missing: [y: number, hash: number][] = [];
    for (const y of changed) {
      const [is, want] = [shown[y], wanted[y]];
      if (!is || !want) continue;
      const [was, hash] = [pieceHash(is, x), pieceHash(want, x)];
      if (was === hash) continue;
      if (was !== 0) places.set(was, [...(places.get(was) ?? []), y]);
      if (hash !== 0) missing.push([y, hash]);
    }
    for (const [y, hash] of missing) {
      const found = places.get(hash) ?? [];
      if (found.length > mostPlaces) continue;
      for (const from of found) votes.set(from - y, (votes.get(from - y) ?? 0) + 1 / found.length);
    }
  }
  const likely = [...votes].filter(([, count]) => count >= leastVotes).sort(([, a], [, b]) => b - a);
  return likely.slice(0, 2).map(([by]) => by);
}

/** A number for the cells of a piece of a row; 0 for one that is the same throughout, as blanks and frames are. */
function pieceHash(line: Line, from: number): number {
  let hash = 7;
  let uniform = true;
  for (let x = from; x < from + piece; x++) {
    const char = line.chars[x] ?? '';
    hash = Math.imul(hash ^ (char.length > 1 ? textHash(char) : char.charCodeAt(0) | 0), 0x01000193);
    hash = Math.imul(hash ^ (line.fg[x] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (line.bg[x] ?? 0) ^ ((line.attributes[x] ?? 0) << 5), 0x01000193);
    uniform &&= char === line.chars[from] && line.fg[x] === line.fg[from] && line.bg[x] === line.bg[from];
  }
  return uniform ? 0 : hash || 1;
}

function textHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** What each cell saves when the screen moves by some rows: where a cell comes from another row, and where a blank comes in. */
class Gains {
  private readonly height: number;
  private readonly width: number;
  /** By row and column. */
  private readonly moved: Float32Array;
  private readonly blank: Float32Array;

  constructor(
    private readonly shown: readonly Line[],
    private readonly wanted: readonly Line[],
    private readonly by: number,
    private readonly fixed: (y: number) => boolean,
  ) {
    this.height = wanted.length;
    this.width = wanted[0]?.width ?? 0;
    this.moved = new Float32Array(this.height * this.width);
    this.blank = new Float32Array(this.height * this.width);
    for (let y = 0; y < this.height; y++) this.weigh(y);
  }

  /** The best rows to move as a whole. */
  rows(): { scroll: Scroll; gain: number } | null {
    return this.span(0, this.width, takes.rows);
  }

  /** The best rectangle: the columns for all rows, the rows for these columns, and both once more. */
  rectangle(): { scroll: Scroll; gain: number } | null {
    let found: { scroll: Scroll; gain: number } | null = null;
    let rows = { top: 0, bottom: this.height };
    for (let round = 0; round < 2; round++) {
      const [left, right] = this.columns(rows);
      if (left < 0) return found;
      found = this.span(left, right, takes.columns);
      if (!found) return null;
      rows = found.scroll;
    }
    return found;
  }

  private weigh(y: number): void {
    const [want, is, from] = [this.wanted[y], this.shown[y], this.shown[y + this.by]];
    if (!want || !is) return;
    for (let x = 0, at = y * this.width; x < this.width; x++, at++) {
      const differs = !want.same(x, is);
      const bytes = bytesOf(want, x);
      this.moved[at] = from && differs !== !want.same(x, from) ? (differs ? bytes : -bytes) : 0;
      this.blank[at] = differs === want.blank(x) ? (differs ? bytes : -bytes) : 0;
    }
  }

  /** The columns that gain most in these rows; the first is -1 when none do. */
  private columns({ top, bottom }: { top: number; bottom: number }): [left: number, right: number] {
    let best = 0;
    let [left, right] = [-1, -1];
    let sum = 0;
    for (let x = 0, start = 0; x < this.width; x++) {
      for (let y = top; y < bottom; y++) if (this.comesFromInside(y, top, bottom)) sum += this.moved[y * this.width + x] ?? 0;
      if (sum <= 0) {
        sum = 0;
        start = x + 1;
      } else if (sum > best) {
        best = sum;
        [left, right] = [start, x + 1];
      }
    }
    return [left, right];
  }

  private comesFromInside(y: number, top: number, bottom: number): boolean {
    return y + this.by >= top && y + this.by < bottom;
  }

  /** The best rows for these columns. */
  private span(left: number, right: number, price: number): { scroll: Scroll; gain: number } | null {
    const [moved, blank] = [this.sums(this.moved, left, right), this.sums(this.blank, left, right)];
    const count = Math.abs(this.by);
    let best = { gain: 0, top: -1, bottom: -1 };
    for (let top = 0; top < this.height; top++) {
      for (let bottom = top + count + 1; bottom <= this.height; bottom++) {
        const [first, last] = this.by > 0 ? [top, bottom - count] : [top + count, bottom];
        const [blankFrom, blankTo] = this.by > 0 ? [bottom - count, bottom] : [top, top + count];
        const gain = (moved[last] ?? 0) - (moved[first] ?? 0) + (blank[blankTo] ?? 0) - (blank[blankFrom] ?? 0);
        if (gain > best.gain) best = { gain, top, bottom };
      }
    }
    if (best.top < 0) return null;
    const { top, bottom } = best;
    if (!this.isClean(left, top, bottom) || !this.isClean(right, top, bottom)) return null;
    return { scroll: { top, bottom, left, right, by: this.by }, gain: best.gain - price };
  }

  /** What the rows before each row gain together. */
  private sums(gains: Float32Array, left: number, right: number): Float64Array {
    const sums = new Float64Array(this.height + 1);
    for (let y = 0; y < this.height; y++) {
      let gain = this.fixed(y) ? never : 0;
      let [more, less] = [false, false];
      for (let x = left; x < right; x++) {
        const one = gains[y * this.width + x] ?? 0;
        gain += one;
        more ||= one > 0;
        less ||= one < 0;
      }
      // A row that needs no drawing any more saves its move, one that did not before takes one.
      sums[y + 1] = (sums[y] ?? 0) + gain + (more && !less ? perRow : less && !more ? -perRow : 0);
    }
    return sums;
  }

  /** Does no wide character lie across the edge before this column? */
  private isClean(x: number, top: number, bottom: number): boolean {
    for (let y = top; y < bottom; y++) if (this.shown[y]?.chars[x] === '') return false;
    return true;
  }
}

/** About how many bytes a cell takes, with the change of style where it differs from the cell before. */
function bytesOf(line: Line, x: number): number {
  const char = line.chars[x] ?? '';
  if (line.blank(x)) return 0.3;
  const text = char.length === 1 ? (char.charCodeAt(0) < 0x80 ? 1 : 3) : char.length * 2;
  if (x > 0 && line.fg[x] === line.fg[x - 1] && line.bg[x] === line.bg[x - 1] && line.attributes[x] === line.attributes[x - 1]) return text;
  return text + colorBytes(line.fg[x] ?? 0, x > 0 ? (line.fg[x - 1] ?? 0) : 0) + colorBytes(line.bg[x] ?? 0, x > 0 ? (line.bg[x - 1] ?? 0) : 0) + 3;
}

function colorBytes(color: number, before: number): number {
  return color === before ? 0 : color >>> 24 === 2 ? 15 : 3;
}
