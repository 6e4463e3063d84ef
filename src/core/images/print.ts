import type { Pixels } from './bmp-pixels.js';
import { shrink } from './shrink.js';

/** So many fields of a picture are compared with their left neighbours. */
const [columns, rows] = [8, 8];

/**
 * What a picture looks like, in 22 hexadecimal digits: which of 8 × 8 fields are brighter than the one before (a "difference
 * hash"), then the mean colour. The same picture in another size, format or quality gives nearly the same.
 */
export function printOf(pixels: Pixels): string {
  const fields = shrink(pixels, { width: columns + 1, height: rows });
  const brightness = (column: number, row: number) => {
    const [red = 0, green = 0, blue = 0] = fields.data.subarray((row * (columns + 1) + column) * 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  };
  let bits = '';
  for (let row = 0; row < rows; row++) {
    // What differs by no more than noise on a plain area is no pattern.
    for (let column = 0; column < columns; column++) bits += brightness(column + 1, row) > brightness(column, row) + 1 ? '1' : '0';
  }
  const mean = shrink(fields, { width: 1, height: 1 }).data;
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0') + Buffer.from(mean).toString('hex');
}

/** How unlike two pictures look by their prints: 0 the same, above 60 when one is the other's reverse. The same picture in another form stays below 10. */
export function unlikeness(one: string, other: string): number {
  let different = BigInt(`0x${one.slice(0, 16)}`) ^ BigInt(`0x${other.slice(0, 16)}`);
  let count = 0;
  for (; different !== 0n; different &= different - 1n) count++;
  const colours = [one, other].map((print) => Buffer.from(print.slice(16), 'hex'));
  const apart = [0, 1, 2].reduce((sum, at) => sum + Math.abs((colours[0]?.[at] ?? 0) - (colours[1]?.[at] ?? 0)), 0) / 3;
  return count + apart / 8;
}
