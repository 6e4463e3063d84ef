import { rgb, palette, type Cell, type Color } from '../cell.js';
import { nearestOf256 } from './dither.js';
import type { CellImage } from './image.js';
import type { Pixels } from './pixels.js';

const [upperHalf, lowerHalf, full, empty] = ['\u2580', '\u2584', '\u2588', ' '] as const;

/** How few style changes a picture in half blocks is drawn with. */
export interface Calm {
  /** A colour of the cell before is kept while no part of it is further than this from the pixel's own, 0–255. */
  tolerance: number;
  /** 5 bits a part, or one of the 256 palette colours. */
  colors: '5 bits' | '256';
}

/** What cannot be told from the picture as it is. */
export const unseen: Calm = { tolerance: 10, colors: '5 bits' };
/** Large even areas; what is in the picture can still be told. */
export const sparing: Calm = { tolerance: 20, colors: '256' };

/** The two colours that are set, as the pixels that they were made for. */
interface Ink {
  pixel: number;
  color: Color;
}

/**
 * A picture in half blocks that costs few bytes: a cell keeps the colours of the cell before where nobody would see the
 * difference, turned round (`▄`) or as one colour where that fits. The error of a pixel is never more than the tolerance
 * and the rounding of the colour together, however long a colour is kept.
 */
export function calmBlocks({ data, width, height }: Pixels, calm: Calm, key: string): CellImage {
  const rows = Math.ceil(height / 2);
  const cells: Cell[] = [];
  const parts = (pixel: number): [number, number, number] => [data[3 * pixel] ?? 0, data[3 * pixel + 1] ?? 0, data[3 * pixel + 2] ?? 0];
  const near = (a: number, b: number): boolean => {
    for (let part = 0; part < 3; part++) if (Math.abs((data[3 * a + part] ?? 0) - (data[3 * b + part] ?? 0)) > calm.tolerance) return false;
    return true;
  };
  const ink = (pixel: number): Ink => ({ pixel, color: colorOf(parts(pixel), calm) });
  for (let y = 0; y < rows; y++) {
    let fg: Ink | null = null;
    let bg: Ink | null = null;
    const fits = (set: Ink | null, pixel: number): set is Ink => set !== null && near(set.pixel, pixel);
    for (let x = 0; x < width; x++) {
      const upper = 2 * y * width + x;
      const lower = 2 * y + 1 < height ? upper + width : upper;
      let char: string = upperHalf;
      if (fits(bg, upper) && fits(bg, lower)) char = empty;
      else if (fits(fg, upper) && fits(fg, lower)) char = full;
      else {
        const upright = Number(fits(fg, upper)) + Number(fits(bg, lower));
        const turned = Number(fits(bg, upper)) + Number(fits(fg, lower));
        if (near(upper, lower) && upright === 0 && turned === 0) {
          char = empty;
          bg = ink(upper);
        } else if (turned > upright) {
          char = lowerHalf;
          if (!fits(bg, upper)) bg = ink(upper);
          if (!fits(fg, lower)) fg = ink(lower);
        } else {
          if (!fits(fg, upper)) fg = ink(upper);
          if (!fits(bg, lower)) bg = ink(lower);
        }
      }
      cells.push({ char, fg: fg?.color ?? 0, bg: bg?.color ?? 0 });
    }
  }
  const blank: Cell = { char: ' ', fg: 0, bg: 0 };
  return { width, height: rows, key, cells: (x, y) => cells[y * width + x] ?? blank };
}

function colorOf([red, green, blue]: [number, number, number], { colors }: Calm): Color {
  if (colors === '256') return palette(nearestOf256(red, green, blue));
  return rgb(fiveBits(red), fiveBits(green), fiveBits(blue));
}

/** The upper five bits, repeated below so that black and white stay what they are. */
function fiveBits(value: number): number {
  return (value & 0xf8) | (value >> 5);
}
