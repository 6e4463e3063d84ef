import type { Pixels } from '../../../src/terminal/images/pixels.js';

/** A made-up picture with no two rows alike: gradients and a pattern that the seed shifts. */
export function madeUpPixels(width: number, height: number, seed: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      data[at] = (x * 7 + seed * 31) & 255;
      data[at + 1] = (y * 5 + seed * 17) & 255;
      data[at + 2] = (x * y + seed * 101) & 255;
    }
  }
  return { data, width, height };
}
