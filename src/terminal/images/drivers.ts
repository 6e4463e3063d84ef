import type { ColorDepth } from '../colors.js';
import { blocks } from './blocks.js';
import type { CellImage } from './layer.js';
import type { Pixels } from './pixels.js';

/** The ways to show pictures that `--images` names. */
export const imageChoices = ['auto', 'blocks', 'none'] as const;
export type ImageChoice = (typeof imageChoices)[number];
export type DriverName = Exclude<ImageChoice, 'auto'>;

/** A way to show pictures. One file a driver; the table below is all that has to know it. */
export interface Driver {
  name: DriverName;
  /** Does it show pictures at all? When not, nothing needs to be decoded. */
  shows: boolean;
  /** How many pixels to decode a picture to for a place of this many cells. */
  pixelsFor: (columns: number, rows: number) => { width: number; height: number };
  /** The cells for decoded pixels; null when the driver shows none. @param key names the picture */
  draw: (pixels: Pixels, depth: ColorDepth, key: string) => CellImage | null;
}

/** The drivers by name. */
export const drivers: Readonly<Record<DriverName, Driver>> = {
  blocks: {
    name: 'blocks',
    shows: true,
    pixelsFor: (columns, rows) => ({ width: columns, height: 2 * rows }),
    draw: (pixels, depth, key) => blocks(pixels, depth, `blocks ${depth} ${key}`),
  },
  none: {
    name: 'none',
    shows: false,
    pixelsFor: () => ({ width: 0, height: 0 }),
    draw: () => null,
  },
};
