import { stat } from 'node:fs/promises';
import type { Facts } from '../dataset/model.js';
import type { Pixels } from './bmp-pixels.js';
import { readFacts, sentence } from './facts.js';
import { printOf } from './print.js';
import { openImage, type ImageSource } from './open-image.js';
import { readImage } from './read-image.js';
import { loadSharp } from './sharp.js';

/** What only the pixels tell. */
export interface Decoded {
  /** Some pixel can be seen through, so that the trainer would train the colour hidden under it (D07). */
  transparent: boolean;
  /** What it looks like: `printOf`; missing where it cannot be decoded. */
  print?: string;
  /** Why the picture cannot be decoded to its end, in one sentence; null when it can (D15). */
  error: string | null;
  /** The decoder itself broke at the picture. */
  broke?: true;
}

interface Options {
  /** The bytes of the file, when they are at hand. */
  bytes?: Uint8Array | null;
  /** The picture is also wanted small, with this longest side in pixels. */
  side?: number;
  /** Gets it, if the picture can be decoded. */
  take?: (small: Pixels) => void;
}

/** A picture that can be seen through is decoded to memory up to this many pixels; larger ones are decoded piece by piece, and twice. */
const mostInMemory = 16_000_000;

/**
 * Decodes a whole picture to see whether it is cut off and whether it can be seen through; the header's word is taken for
 * neither. Bitmaps (`.bmp`), which the image library does not read, are judged by their length. Never throws.
 * @param path absolute
 */
export async function decode(path: string, { take, ...options }: Options = {}): Promise<Decoded> {
  let print: string | undefined;
  const decoded = await look(path, {
    ...options,
    take: (pixels) => {
      print = printOf(pixels);
      take?.(pixels);
    },
  });
  return print === undefined ? decoded : { ...decoded, print };
}

async function look(path: string, { bytes, side = 32, take }: Options): Promise<Decoded> {
  const facts = await readFacts(path);
  if (facts.error !== null) return { transparent: false, error: facts.error };
  const source = bytes ?? path;
  try {
    if (facts.format === 'bmp') {
      const error = await bmpError(path, facts.width, facts.height);
      if (error === null && take) await small(source, side).then(take, () => {});
      return { transparent: false, error };
    }
    if (facts.alpha) return { transparent: await seenThrough(source, facts, side, take), error: null };
    // Shrinking needs every row, and a JPEG is read to its end even where it is decoded small.
    const pixels = await small(source, side);
    take?.(pixels);
    return { transparent: false, error: null };
  } catch (error) {
    return { transparent: false, error: sentence(error, facts.format) };
  }
}

function small(source: ImageSource, side: number): Promise<Pixels> {
  return readImage(source, { as: 'rgb', width: side, height: side }, { enlarge: false, strict: true });
}

async function seenThrough(source: string | Uint8Array, facts: Facts, side: number, take: Options['take']): Promise<boolean> {
  const plain = facts.space === 'srgb' && facts.depth === 8 && facts.width * facts.height <= mostInMemory;
  if (!plain) {
    const { isOpaque } = await (await openImage(source, true)).stats();
    if (take) take(await small(source, side));
    return !isOpaque;
  }
  const { data, info } = await (await openImage(source, true)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const sharp = await loadSharp();
  if (take) {
    const shown = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } }).flatten({ background: '#ffffff' });
    const made = await shown.resize(side, side, { fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
    take({ data: made.data, width: made.info.width, height: made.info.height });
  }
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true;
  return false;
}

async function bmpError(path: string, width: number, height: number): Promise<string | null> {
  // Even one bit a pixel needs this much; compressed bitmaps are rare and no smaller in practice.
  const least = Math.floor((width * height) / 8);
  return (await stat(path)).size < least ? 'The picture is cut off or damaged.' : null;
}
