import { readFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { decodeBmp, type Pixels } from './bmp-pixels.js';
import { readHead } from './facts.js';
import { loadSharp } from './sharp.js';

/** Where a picture comes from: an absolute path, the bytes of its file, or pixels. */
export type ImageSource = string | Uint8Array | Pixels;

/**
 * Opens a picture for the image library; bitmaps (`.bmp`), which that does not read, are decoded here. Of an animation it is the
 * first frame, and nothing is turned by EXIF data, as the trainer does neither (D15).
 * @param strict fail on a file that is cut off or damaged, and do not show what there is of it
 */
export async function openImage(source: ImageSource, strict = false): Promise<Sharp> {
  const sharp = await loadSharp();
  const pixels = await pixelsIn(source);
  if (pixels) return sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } });
  return sharp(source as string | Uint8Array, { failOn: strict ? 'warning' : 'none' });
}

async function pixelsIn(source: ImageSource): Promise<Pixels | null> {
  if (typeof source === 'object' && 'data' in source) return source;
  const [b, m] = typeof source === 'string' ? await readHead(source, 2) : source;
  if (b !== 0x42 || m !== 0x4d) return null;
  return decodeBmp(typeof source === 'string' ? await readFile(source) : source);
}
