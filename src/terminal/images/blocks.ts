import { defaultColor, palette, rgb, type Cell, type Color } from '../cell.js';
import type { ColorDepth } from '../colors.js';
import { calmBlocks, sparing, unseen } from './calm.js';
import { toPalette } from './dither.js';
import type { Driver } from './driver.js';
import type { CellImage } from './image.js';
import type { Pixels } from './pixels.js';

const upperHalf = '\u2580';

/**
 * A picture in half blocks: every cell shows two pixels, the upper one as the colour of `▀`, the lower one as its
 * background. With 256 or 16 colours the pixels are dithered to the terminal's palette.
 * @param pixels `width` × 2 · rows of them; below an odd last row the terminal's background shows
 * @param key names the picture; the same key means the same pixels
 */
export function blocks(pixels: Pixels, depth: ColorDepth, key: string): CellImage {
  const { width, height } = pixels;
  const colors = depth === 'truecolor' ? exact(pixels) : dithered(pixels, depth === '256' ? 256 : 16);
  const at = (x: number, y: number): Color => (y < height ? (colors[y * width + x] ?? defaultColor) : defaultColor);
  return {
    width,
    height: Math.ceil(height / 2),
    key,
    cells: (x, y): Cell => ({ char: upperHalf, fg: at(x, 2 * y), bg: at(x, 2 * y + 1) }),
  };
}

function exact({ data, width, height }: Pixels): Int32Array {
  const colors = new Int32Array(width * height);
  for (let i = 0; i < colors.length; i++) colors[i] = rgb(data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0);
  return colors;
}

function dithered(pixels: Pixels, count: 256 | 16): Int32Array {
  return Int32Array.from(toPalette(pixels, count), palette);
}

/** Half blocks: works wherever there are colours. */
export const blocksDriver: Driver = {
  name: 'blocks',
  about: 'half blocks, two pixels a cell, in as many colours as the terminal has',
  request: ({ columns, rows }) => ({ as: 'rgb', width: columns, height: 2 * rows }),
  draw: (pixels, _room, { colors, quality }, key) => {
    const name = `blocks ${colors} ${quality} ${key}`;
    // Sixteen colours lie so far apart that nothing can be told without dithering.
    if (quality === 'full' || colors === '16' || colors === 'none') return blocks(pixels, colors, name);
    return calmBlocks(pixels, quality === 'light' && colors === 'truecolor' ? unseen : sparing, name);
  },
};
