/** One row of cells: four arrays of the same length. A wide character has its second half as an empty string. */
export class Line {
  readonly chars: string[];
  readonly fg: Int32Array;
  readonly bg: Int32Array;
  readonly attributes: Int32Array;
  /** Does a cell show a part of a picture? Set by the parser; then the image layer has to be asked when drawing. */
  hasHoles = false;

  /** @param width columns; the row begins blank */
  constructor(readonly width: number) {
    this.chars = new Array<string>(width).fill(' ');
    this.fg = new Int32Array(width);
    this.bg = new Int32Array(width);
    this.attributes = new Int32Array(width);
  }

  /** Puts one cell; outside of the row it does nothing. */
  put(x: number, char: string, fg: number, bg: number, attributes: number): void {
    if (x < 0 || x >= this.width) return;
    this.chars[x] = char;
    this.fg[x] = fg;
    this.bg[x] = bg;
    this.attributes[x] = attributes;
  }

  /** Is a cell the same as the one at the same place of another row? */
  same(x: number, other: Line): boolean {
    return (
      this.chars[x] === other.chars[x] &&
      this.fg[x] === other.fg[x] &&
      this.bg[x] === other.bg[x] &&
      this.attributes[x] === other.attributes[x]
    );
  }

  /** Is the cell a space with nothing on it, as it is after an erase? */
  blank(x: number): boolean {
    return this.chars[x] === ' ' && this.bg[x] === 0 && this.fg[x] === 0 && this.attributes[x] === 0;
  }

  /** Takes over the cell of another row. */
  copy(x: number, from: Line): void {
    this.chars[x] = from.chars[x] ?? ' ';
    this.fg[x] = from.fg[x] ?? 0;
    this.bg[x] = from.bg[x] ?? 0;
    this.attributes[x] = from.attributes[x] ?? 0;
  }

  /** Takes over some cells of another row; without one they become blank. */
  takeOver(from: Line | undefined, left: number, right: number): void {
    for (let x = left; x < right; x++) {
      if (from) this.copy(x, from);
      else this.put(x, ' ', 0, 0, 0);
    }
  }
}
