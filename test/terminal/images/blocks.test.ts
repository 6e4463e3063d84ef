import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { palette, rgbParts } from '../../../src/terminal/cell.js';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { paletteColor } from '../../../src/terminal/images/dither.js';
import type { CellImage } from '../../../src/terminal/images/image.js';
import type { Pixels } from '../../../src/terminal/images/pixels.js';
import { madeUpPixels } from '../support/picture.js';

const pixelsOf = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 }).map((data): Pixels => ({ data, width, height })),
  );

/** The palette index of a colour; null when it is none of the palette. */
function paletteIndex(color: number): number | null {
  return color === palette(color & 255) ? color & 255 : null;
}

/** The colours of a picture, read back from its cells: null where the terminal's own shows. */
function decoded(image: CellImage, x: number, y: number): number {
  const cell = image.cells(x, y >> 1);
  expect(cell.char).toBe('▀');
  return y % 2 === 0 ? cell.fg : cell.bg;
}

test('with 24 bits the cells hold the pixels exactly', () => {
  fc.assert(
    fc.property(pixelsOf, (pixels) => {
      const image = blocks(pixels, 'truecolor', 'key');
      expect([image.width, image.height]).toEqual([pixels.width, Math.ceil(pixels.height / 2)]);
      for (let y = 0; y < image.height * 2; y++) {
        for (let x = 0; x < pixels.width; x++) {
          const at = 3 * (y * pixels.width + x);
          const want = y < pixels.height ? [...pixels.data.subarray(at, at + 3)] : null;
          expect(rgbParts(decoded(image, x, y))).toEqual(want);
        }
      }
    }),
  );
});

// Sixteen colours lie far apart, so the mean can come less close.
describe.each([['256', 16, 255, 4], ['16', 0, 15, 14]] as const)('with %s colours', (depth, lowest, highest, nearness) => {
  test('every cell has colours of the palette, and pixels that are in it stay as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: lowest, max: highest }), { minLength: 12, maxLength: 12 }), (indexes) => {
        const data = Uint8Array.from(indexes.flatMap((index) => [...paletteColor(index)]));
        const image = blocks({ data, width: 3, height: 4 }, depth, 'key');
        indexes.forEach((index, i) => {
          const shown = paletteIndex(decoded(image, i % 3, Math.floor(i / 3)));
          expect(shown).not.toBeNull();
          expect(paletteColor(shown ?? -1)).toEqual(paletteColor(index));
        });
      }),
    );
  });

  test('an area keeps its mean colour', () => {
    const size = 40;
    for (const color of [[100, 120, 60], [30, 30, 30], [200, 150, 170]] as const) {
      const data = Uint8Array.from({ length: size * size * 3 }, (_, i) => color[i % 3] ?? 0);
      const image = blocks({ data, width: size, height: size }, depth, 'key');
      const sum = [0, 0, 0];
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          paletteColor(paletteIndex(decoded(image, x, y)) ?? 0).forEach((part, i) => (sum[i] = (sum[i] ?? 0) + part / size / size));
        }
      }
      sum.forEach((mean, i) => expect(Math.abs(mean - (color[i] ?? 0)), `${color.join()} became ${sum.join()}`).toBeLessThan(nearness));
    }
  });

  test('every index is of the palette', () => {
    const image = blocks(madeUpPixels(32, 32, 3), depth, 'key');
    for (let y = 0; y < 32; y++) {
      for (let x = 0; x < 32; x++) {
        const index = paletteIndex(decoded(image, x, y)) ?? -1;
        expect(index).toBeGreaterThanOrEqual(lowest);
        expect(index).toBeLessThanOrEqual(highest);
      }
    }
  });
});
